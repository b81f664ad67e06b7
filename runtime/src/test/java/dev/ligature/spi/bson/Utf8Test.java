// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
    /** Whatever stands in front of the text and behind it, and wherever the one letter is that is not ASCII. */
    @Test
    void readsTextOfAnyLength() {
        for (int length = 0; length < 150; length++) {
            for (int other = -1; other < length; other++) {
                String text = "x".repeat(length);
                if (other >= 0) {
                    text = text.substring(0, other) + '\u00e4' + text.substring(other + 1);
                }
                byte[] bytes = ("\u00e9" + text + "\u00e9\u00e9\u00e9\u00e9").getBytes(StandardCharsets.UTF_8);

                assertThat(Utf8.read(bytes, 2, bytes.length - 10)).isEqualTo(text);
            }
        }
    }
}
