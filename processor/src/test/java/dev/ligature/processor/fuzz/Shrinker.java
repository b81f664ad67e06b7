// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.DeclarationFuzz.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes away from a declaration that fails what its failure does not need. */
final class Shrinker {
    private static final int TRIALS = 150;
    private static final Pattern NAMES = Pattern.compile("[A-Za-z_$][\\w$.]*|\\d+");

    private final long seed;
    private int trials;

    private Shrinker(long seed) {
        this.seed = seed;
    }

    static Failure shrink(Failure failure, long seed) {
        return new Shrinker(seed).shrink(failure);
    }

    private Failure shrink(Failure failure) {
        Failure smallest = failure;
        boolean isSmaller = true;
        while (isSmaller) {
            isSmaller = false;
            for (Declaration candidate : smallest.declaration().smaller()) {
                if (trials++ >= TRIALS) {
                    return smallest;
                }
                Optional<String> what = DeclarationFuzz.failure(candidate, seed);
                if (what.isPresent() && isSame(failure.what(), what.get())) {
                    smallest = new Failure(candidate, what.get());
                    isSmaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** Whether two failures begin alike, whatever they name. */
    private static boolean isSame(String one, String other) {
        return kind(one).equals(kind(other));
    }

    /** The words of a failure's first line that are no names of the declaration's. */
    static String kind(String what) {
        String line = what.lines().findFirst().orElse("");
        int text = line.indexOf("text=");
        String start = line.substring(0, Math.min(line.length(), 35));
        return text < 0
                ? start
                : start
                        + NAMES.matcher(line.substring(text))
                                .replaceAll(match -> match.group().matches("[a-z]+") ? match.group() : "_");
    }
}
