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
}
