// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void figureIsTheMedianWhateverTheFastestIs() {
        Samples samples = samples(1, 100, 104, 110, 9_000);

        assertThat(samples.median()).isEqualTo(104);
        assertThat(samples.error()).as("distances 103, 4, 0, 6 and 8,896").isEqualTo(6);
    }

    @Test
    void medianOfAnEvenNumberIsBetweenTheMiddleOnes() {
        assertThat(samples(4, 1, 3, 100).median()).isEqualTo(3.5);
    }

    @Test
    void oneRunHasNoSpread() {
        assertThat(samples(7).error()).isZero();
    }

    private static Samples samples(long... nanos) {
        Samples samples = new Samples();
        for (long each : nanos) {
            samples.add(each);
        }
        return samples;
    }
}
