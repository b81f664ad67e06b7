// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import org.junit.jupiter.api.Test;

class DocumentNamesTest {
    private final DocumentNames names = new DocumentNames(ClassName.get("com.example", "Outer", "Inner"));

    @Test
    void joinsTheNamesOfNestedDocuments() {
        assertThat(names.codec()).hasToString("com.example.Outer_InnerCodec");
        assertThat(names.query()).hasToString("com.example.QOuter_Inner");
        assertThat(names.repository()).hasToString("com.example.Outer_InnerRepository");
    }

    @Test
    void callsTheCollectionByTheSimpleName() {
        assertThat(names.variable()).isEqualTo("inner");
    }
}
