// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiagramTest {
    @Test
    void readsTheSectionsThatItWrites() {
        SortedMap<String, String> sections = new TreeMap<>(Map.of(
                "com.example.Door", "    class a\n", "com.example.Outer$House", "    class b {\n    }\n    b --> a\n"));

        assertThat(Diagram.read(Diagram.write(sections))).isEqualTo(sections);
        assertThat(Diagram.read(Diagram.write(new TreeMap<>()))).isEmpty();
    }

    @Test
    void findsNothingInATextOfSomebodyElse() {
        assertThat(Diagram.read("classDiagram\n    A --> B\n")).isEmpty();
        assertThat(Diagram.read("")).isEmpty();
        assertThat(Diagram.read("    %% document A")).containsExactly(Map.entry("A", "\n"));
    }
}
