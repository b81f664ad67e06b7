// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.DocumentWriteException;
import dev.ligature.OperationException;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void showsShortValuesAsTheyAre() {
        assertThat(Excerpt.of("Oak")).isEqualTo("Oak");
        assertThat(Excerpt.of(5)).isEqualTo("5");
        assertThat(Excerpt.of(null)).isEqualTo("null");
        assertThat(Excerpt.of("x".repeat(Excerpt.VALUE))).hasSize(Excerpt.VALUE);
        assertThat(Excerpt.of("caf\u00e9 \ud83d\ude00")).isEqualTo("caf\u00e9 \ud83d\ude00");
    }

    @Test
    void showsTheStartOfALongValueAndItsLength() {
        assertThat(Excerpt.of("x".repeat(1_000_000))).isEqualTo("x".repeat(Excerpt.VALUE) + "… (1000000 characters)");
    }

    @Test
    void cutsNoPairInHalf() {
        String text = "x".repeat(Excerpt.VALUE - 1) + "\ud83d\ude00".repeat(10);

        assertThat(Excerpt.of(text)).isEqualTo("x".repeat(Excerpt.VALUE - 1) + "… (219 characters)");
        assertThat(Surrogates.arePaired(Excerpt.ofMessage("\ud83d\ude00".repeat(2_001) + "x")))
                .isTrue();
        assertThat(Surrogates.arePaired(Excerpt.ofMessage("x" + "\ud83d\ude00".repeat(2_001))))
                .isTrue();
    }

    @Test
    void staysOnOneLineWhateverTheValueHolds() {
        assertThat(Excerpt.of("a\nERROR b\r\n\t\0\u001b[31m\u2028\u202e"))
                .isEqualTo("a\\nERROR b\\r\\n\\t\\0\\u001b[31m\\u2028\\u202e");
        assertThat(Excerpt.of("a\ud800")).isEqualTo("a\\ud800");
    }

    @Test
    void leavesOutTheReplyOfTheServer() {
        Exception failure = new IllegalStateException("Command failed with error 2 (BadValue): 'no' on server a:1."
                + " The full response is {\"ok\": 0, \"errmsg\": \"no\"}");

        assertThat(Excerpt.ofCause(failure)).isEqualTo("Command failed with error 2 (BadValue): 'no' on server a:1.");
        assertThat(Excerpt.ofCause(new IllegalStateException())).isEqualTo("null");
        assertThat(Excerpt.ofCause(new IllegalStateException("x".repeat(5_000))))
                .startsWith("x".repeat(Excerpt.CAUSE) + "…")
                .hasSizeLessThan(Excerpt.CAUSE + 30);
    }

    @Test
    void keepsBothEndsOfALongMessage() {
        String text = "what is wrong " + "x".repeat(10_000) + " what to do";

        assertThat(new DocumentWriteException(text).getMessage())
                .startsWith("what is wrong xxx")
                .contains("x … x")
                .endsWith("xxx what to do")
                .hasSizeLessThanOrEqualTo(Excerpt.MESSAGE + 3);
        assertThat(new OperationException("short", new IllegalStateException())).hasMessage("short");
    }
}
