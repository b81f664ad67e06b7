// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.util.List;
import java.util.Random;

/** A seeded source of choices. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** The choices for one of many things: the same ones whichever other things there are. */
    static Chance of(long seed, int number) {
        return new Chance(seed * 1_000_003 + number);
    }

    Random random() {
        return random;
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from 0, below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from one to another, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
