// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with members of many kinds, whose constructors refuse what makes no sense. */
@Document(collection = "exhibits")
public record Exhibit(
        @Nullable ObjectId id,
        int number,
        String title,
        int rank,
        Color color,
        Place place,
        List<Place> stops,
        Map<String, Integer> counts,
        Shape shape,
        @Link Ref<Curator> curator,
        @Link List<Ref<Curator>> guests,
        @Link Optional<Ref<Exhibit>> next) {
    public Exhibit {
        if (rank < 0) {
            throw new IllegalArgumentException("a rank is not negative: " + rank);
        }
    }

    /** Embedded, with a rule of its own. */
    public record Place(String street, int number) {
        public Place {
            if (number < 1) {
                throw new IllegalArgumentException("no place has the number " + number);
            }
        }
    }

    public static Exhibit of(int number, Ref<Curator> curator, List<Ref<Curator>> guests) {
        return new Exhibit(
                null,
                number,
                "Exhibit " + number,
                number,
                Color.RED,
                new Place("High Street", 1),
                List.of(new Place("Low Street", 2), new Place("Mill Lane", 3)),
                Map.of("visits", number),
                new Shape.Circle(1),
                curator,
                guests,
                Optional.empty());
    }
}
