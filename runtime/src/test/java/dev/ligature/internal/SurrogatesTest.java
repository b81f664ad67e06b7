// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogatesTest {
    private static final String PAIR = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u00e9\u20ac", PAIR, "a" + PAIR + PAIR + "b", "\uffff"})
    void takesWholePairs(String text) {
        assertThat(Surrogates.arePaired(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83db", "\ud83d\ud83d\ude00", "\ude00\ud83d", PAIR + "\ude00"})
    void findsHalves(String text) {
        assertThat(Surrogates.arePaired(text)).isFalse();
    }
}
