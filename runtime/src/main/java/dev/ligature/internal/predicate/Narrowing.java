// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.spi.Discriminator;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.Location;
import dev.ligature.spi.PathLink;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import java.util.Objects;

/**
 * Conditions at the ends of paths, as conditions on the root. Where a path is narrowed to one type of a sealed document,
 * they hold for documents of that type only.
 */
public final class Narrowing {
    private Narrowing() {}

    /** A condition on the document at the end of a path. */
    public static Predicate at(Location<?> path, Predicate inner) {
        return at(path, path.links().size(), inner);
    }

    /** A condition on the document that holds the last link of a path. */
    public static Predicate atHolder(Location<?> path, Predicate inner) {
        return at(path, path.links().size() - 1, inner);
    }

    private static Predicate at(Location<?> path, int end, Predicate inner) {
        List<PathLink> links = path.steps();
        Predicate predicate = narrowed(path, end, inner);
        for (int i = end - 1; i >= 0; i--) {
            predicate = narrowed(path, i, new Predicate.Linked(links.get(i), predicate));
        }
        return predicate;
    }

    private static Predicate narrowed(Location<?> path, int place, Predicate inner) {
        DocumentType<?> type = path.narrowing(place);
        return type == null ? inner : Predicate.and(ofType(type), inner);
    }

    /**
     * The negation of a condition at the end of a path. As any other condition, it holds only where there are documents of
     * the types to which the path is narrowed.
     */
    public static Predicate none(Location<?> path, Predicate some) {
        return Predicate.and(isMet(path), Predicate.not(some));
    }

    /** Holds where there are documents of the types to which a path is narrowed. */
    private static Predicate isMet(Location<?> path) {
        for (int place = path.links().size(); place >= 0; place--) {
            if (path.narrowing(place) != null) {
                return at(path, place, new Predicate.Always());
            }
        }
        return new Predicate.Always();
    }

    /** Whether a path is narrowed at its end. */
    public static boolean isAtEnd(Location<?> path) {
        return path.narrowing(path.links().size()) != null;
    }

    /** Holds for the documents of a type that shares its collection with others. */
    public static Predicate ofType(DocumentType<?> type) {
        Discriminator discriminator = Objects.requireNonNull(type.discriminator(), "discriminator");
        List<Operand> values = discriminator.values().stream()
                .map(value -> Operand.of(value, ValueCodecs.STRING, type + "." + discriminator.key()))
                .toList();
        return new Predicate.Field(
                discriminator.key(),
                values.size() == 1 ? new Test.Compare("$eq", values.get(0)) : new Test.Among("$in", values));
    }
}
