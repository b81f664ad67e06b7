// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTest {
    @Test
    void marksOrdinaryNamesAsCode() {
        assertThat(JavadocText.code("my.houses_2")).isEqualTo("{@code my.houses_2}");
    }

    @Test
    void letsNothingEndTheComment() {
        assertThat(JavadocText.code("a*/b\\u0022}")).isEqualTo("<code>a&#42;&#47;b&#92;u0022&#125;</code>");
    }

    @Test
    void putsCommentsOfOneSentenceOnOneLine() {
        String source = """
                /**
                 * A house.
                 */
                class House {
                    /**
                     * Its door.
                     */
                    Door door;
                }
                """;

        assertThat(JavadocText.shortened(source)).isEqualTo("""
                        /** A house. */
                        class House {
                            /** Its door. */
                            Door door;
                        }
                        """);
    }

    @Test
    void leavesLongCommentsAsTheyAre() {
        String severalLines = "/**\n * A house.\n *\n * @param <R> the root\n */\nclass House<R> {}\n";
        String longLine = "/**\n * " + "long ".repeat(21) + "\n */\nclass House {}\n";

        assertThat(JavadocText.shortened(severalLines)).isEqualTo(severalLines);
        assertThat(JavadocText.shortened(longLine)).isEqualTo(longLine);
    }
}
