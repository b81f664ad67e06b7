// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import dev.ligature.annotation.Converter;
import lombok.Value;

/** A value whose members Lombok makes, stored as a number. */
@Value
public class Money {
    long cents;

    /** To the number of cents. */
    public static final class ToCents implements Converter<Money, Long> {
        @Override
        public Long toStored(Money money) {
            return money.getCents();
        }

        @Override
        public Money fromStored(Long cents) {
            return new Money(cents);
        }
    }
}
