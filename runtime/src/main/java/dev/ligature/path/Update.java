// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Assignment;
import dev.ligature.internal.predicate.Operand;
import dev.ligature.spi.Location;
import java.util.List;

/**
 * One change of one member; the update operators of paths make it. Immutable.
 *
 * @param <R> the document
 * @see <a href="https://www.mongodb.com/docs/manual/reference/operator/update/">Update operators</a>
 */
@SuppressWarnings("UnusedTypeParameter") // keeps changes of another document out at compile time
public final class Update<R> {
    final Assignment assignment;

    private Update(Assignment assignment) {
        this.assignment = assignment;
    }

    static <R> Update<R> of(String operator, Location<R> location, List<Operand> operands) {
        if (!location.links().isEmpty()) {
            throw new IllegalArgumentException(
                    location + ": an update changes the documents of its own collection and cannot"
                            + " go through a link. Update them with the repository of " + location.document() + ".");
        }
        boolean removes = operator.equals("$unset") || operator.equals("$pull");
        return new Update<>(new Assignment(
                operator, location.field(), operands, removes ? null : location.whole(), location.narrowing(0)));
    }

    static <R> Update<R> unset(Location<R> location) {
        if (location.isRequired()) {
            throw new IllegalArgumentException(
                    location + ".unset(): a document without it cannot be read. Set another value, or let the member be"
                            + " Optional.");
        }
        return of("$unset", location, List.of());
    }

    @Override
    public String toString() {
        return assignment.toString();
    }
}
