// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Converted members of a record: values, elements and values of maps. */
@Document
@SuppressWarnings("ArrayRecordComponent") // arrays are containers like the others here
record Invoice(
        @Nullable ObjectId id,
        @Indexed @Convert(MoneyConverter.class) Money total,
        @Convert(MoneyConverter.class) Optional<Money> discount,
        @Convert(MoneyConverter.class) @Nullable Money paid,
        @Convert(AddressConverter.class) URI address,
        @Convert(SecretConverter.class) String secret,
        @Convert(YesNoConverter.class) boolean sent,
        @Convert(Grade.ToNumber.class) Grade grade,
        @Convert(Position.ToList.class) Position place,
        @Convert(Position.ToArray.class) Position former,
        @Convert(Span.ToEnds.class) Span span,
        @Convert(MoneyConverter.class) List<Money> rates,
        @Convert(Grade.ToNumber.class) Set<Grade> grades,
        @Convert(MoneyConverter.class) Money[] fees,
        @Convert(MoneyConverter.class) Map<String, List<Money>> byMonth,
        @Convert(MoneyConverter.class) Map<Grade, Money> byGrade,
        List<Line> lines,
        Money plain,
        @Link Optional<Ref<Invoice>> previous) {
    record Line(String name, @Convert(MoneyConverter.class) Money price) {}

    static Invoice of(long total) {
        return new Invoice(
                null,
                Money.of(total),
                Optional.of(Money.of(1)),
                null,
                URI.create("https://example.org/"),
                "abc",
                true,
                Grade.HIGH,
                new Position(1.5, 2.5),
                new Position(3, 4),
                new Span(Instant.EPOCH, Duration.ofMillis(5)),
                List.of(Money.of(2), Money.of(3)),
                Set.of(Grade.LOW),
                new Money[] {Money.of(4)},
                Map.of("may", List.of(Money.of(5))),
                Map.of(Grade.LOW, Money.of(6)),
                List.of(new Line("desk", Money.of(7)), new Line("lamp", Money.of(8))),
                Money.of(9),
                Optional.empty());
    }

    Invoice after(Invoice other) {
        return new Invoice(
                id,
                total,
                discount,
                paid,
                address,
                secret,
                sent,
                grade,
                place,
                former,
                span,
                rates,
                grades,
                fees,
                byMonth,
                byGrade,
                lines,
                plain,
                Optional.of(Ref.of(other)));
    }
}
