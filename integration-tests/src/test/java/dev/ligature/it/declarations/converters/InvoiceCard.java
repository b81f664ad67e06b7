// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Converter;
import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import java.util.List;
import java.util.Optional;

/** What the document converts, and what a component converts itself; the same member in two ways. */
@Projection(Invoice.class)
record InvoiceCard(
        Money total,
        Optional<Money> discount,
        List<Money> rates,
        @Path("total") @Convert(Cents.class) String cents,
        @Path("rates") @Convert(Cents.class) List<String> rateCents,
        @Path("previous.total") Optional<Money> before,
        @Path("previous.total") @Convert(Cents.class) Optional<String> centsBefore,
        @Path("plain.cents") @Convert(MoneyConverter.class) Money plain,
        boolean sent) {
    /** The cents as a text. */
    static final class Cents implements Converter<String, Long> {
        @Override
        public Long toStored(String text) {
            return Long.valueOf(text);
        }

        @Override
        public String fromStored(Long cents) {
            return cents.toString();
        }
    }
}
