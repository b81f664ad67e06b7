// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;

/** An enum that is stored as a number. */
enum Grade {
    LOW,
    HIGH;

    /** To 10 and 20. */
    record ToNumber() implements Converter<Grade, Integer> {
        @Override
        public Integer toStored(Grade grade) {
            return grade == LOW ? 10 : 20;
        }

        @Override
        public Grade fromStored(Integer number) {
            return number == 10 ? LOW : HIGH;
        }
    }
}
