// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeHintTest {
    private final SizeHint hint = new SizeHint();

    @Test
    void expectsTheSizeOfTheLastList() {
        hint.hasRead(100, hint.expected());
        assertThat(hint.expected()).isEqualTo(100);

        hint.hasRead(80, hint.expected());
        assertThat(hint.expected()).isEqualTo(80);
    }

    @Test
    void makesLittleRoomAheadForLongListsAndSomeForEmptyOnes() {
        hint.hasRead(1_000_000, hint.expected());
        assertThat(hint.expected()).isEqualTo(256);

        hint.hasRead(0, hint.expected());
        assertThat(hint.expected()).isEqualTo(10);
    }

    @Test
    void tellsToGiveBackTheRoomThatAShortListLeaves() {
        hint.hasRead(100, hint.expected());
        assertThat(hint.hasRead(60, 100)).isFalse();
        assertThat(hint.hasRead(40, 100)).isTrue();
        assertThat(hint.hasRead(3, 10)).isFalse();
    }
}
