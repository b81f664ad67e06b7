// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.processor.fuzz.DeclarationFuzz.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever is declared, the processor refuses it with a key at a place, or generates code that compiles without a warning and reads what
 * it has written, with every compiler. {@code -Dligature.declarations=…} says how many declarations are tried,
 * {@code -Dligature.seed=…} which ones, {@code -Dligature.declaration=…} that it is to be one of them alone; {@code -Dligature.quick}
 * always takes the same few.
 */
class DeclarationFuzzTest {
    private static final int SHOWN = 5;

    @Test
    void refusesDeclarationsWithAReasonOrGeneratesCodeThatWorks() {
        boolean isQuick = Boolean.getBoolean("ligature.quick");
        long seed = Long.getLong("ligature.seed", isQuick ? 1 : System.nanoTime() % 1_000_000);
        int one = Integer.getInteger("ligature.declaration", -1);
        DeclarationFuzz fuzz = new DeclarationFuzz(seed);
        int declarations = Integer.getInteger("ligature.declarations", isQuick ? 60 : 2000);
        if (one >= 0) {
            fuzz.run(one, one + 1);
        } else {
            fuzz.run(0, declarations);
        }
        System.out.println("Declarations of -Dligature.seed=" + seed + ": " + fuzz.summary());

        assertThat(fuzz.failures())
                .withFailMessage(() -> report(fuzz.failures(), seed))
                .isEmpty();
        if (one < 0) {
            assertThat(fuzz.accepted()).as("enough declarations are valid").isGreaterThanOrEqualTo(declarations / 3);
        }
    }

    /** One failure of each kind, made as small as is quick. */
    private static String report(List<Failure> failures, long seed) {
        Map<String, Failure> kinds = new LinkedHashMap<>();
        failures.forEach(failure -> kinds.putIfAbsent(Shrinker.kind(failure.what()), failure));
        return kinds.values().stream()
                .limit(SHOWN)
                .map(failure -> describe(failure, seed))
                .collect(Collectors.joining("\n\n", failures.size() + " declarations fail. Of each kind one:\n\n", ""));
    }

    private static String describe(Failure failure, long seed) {
        Failure small = Shrinker.shrink(failure, seed);
        StringBuilder text = new StringBuilder("-Dligature.seed=" + seed + " -Dligature.declaration="
                + failure.declaration().number() + ": " + failure.what() + "\nMade small: " + small.what());
        SourceText.of(small.declaration())
                .forEach((path, source) ->
                        text.append("\n--- ").append(path).append('\n').append(source));
        return text.toString();
    }
}
