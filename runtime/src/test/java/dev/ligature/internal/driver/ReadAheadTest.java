// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final List<Integer> sizes = new ArrayList<>();
    private final ReadAhead ahead = new ReadAhead(sizes::add);

    private int last() {
        return sizes.get(sizes.size() - 1);
    }

    @Test
    void bringsWhatIsDemandedFirst() {
        ahead.demand(10);

        assertThat(sizes).containsExactly(10);
    }

    @Test
    void bringsTwoWhereOneIsDemanded() {
        ahead.demand(1);

        assertThat(sizes).containsExactly(2);
    }

    @Test
    void bringsAsManyAsHaveBeenDemandedByThen() {
        ahead.demand(32);
        ahead.demand(24);
        ahead.demand(24);

        assertThat(sizes).containsExactly(32, 56, 80);
    }

    @Test
    void staysWithinItsBound() {
        for (int i = 0; i < 5_000; i++) {
            ahead.demand(1);
            assertThat(last()).isLessThanOrEqualTo(Chunks.DOCUMENTS_AHEAD);
        }

        assertThat(last()).isEqualTo(Chunks.DOCUMENTS_AHEAD);
    }

    @Test
    void bringsAllThatIsDemandedAtOnce() {
        ahead.demand(1);
        ahead.demand(5_000);
        assertThat(last()).isEqualTo(5_000);

        ahead.demand(Long.MAX_VALUE);
        assertThat(last()).isEqualTo(Integer.MAX_VALUE);
    }
}
