// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.List;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/** What generators decide by. */
final class Choices {
    private final RandomnessSource source;

    Choices(RandomnessSource source) {
        this.source = source;
    }

    /** A number from 0 to {@code last}, both included. */
    int upTo(int last) {
        return (int) source.next(Constraint.between(0, last));
    }

    boolean percent(int chance) {
        return upTo(99) >= 100 - chance;
    }

    @SafeVarargs
    final <E> E of(E... some) {
        return some[upTo(some.length - 1)];
    }

    <E> E of(List<E> some) {
        return some.get(upTo(some.size() - 1));
    }
}
