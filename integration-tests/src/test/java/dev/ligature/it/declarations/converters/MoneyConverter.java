// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;

/** To a number. */
final class MoneyConverter implements Converter<Money, Long> {
    @Override
    public Long toStored(Money money) {
        return money.cents();
    }

    @Override
    public Money fromStored(Long cents) {
        if (cents < 0) {
            throw new IllegalArgumentException("no money: " + cents);
        }
        return new Money(cents);
    }
}
