// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;
import java.time.Duration;
import java.time.Instant;

/** A time from which something lasts. */
record Span(Instant from, Duration length) {
    /** What is stored. */
    record Ends(Instant from, Instant to) {}

    /** To an embedded value. */
    static final class ToEnds implements Converter<Span, Ends> {
        @Override
        public Ends toStored(Span span) {
            return new Ends(span.from, span.from.plus(span.length));
        }

        @Override
        public Span fromStored(Ends ends) {
            return new Span(ends.from(), Duration.between(ends.from(), ends.to()));
        }
    }
}
