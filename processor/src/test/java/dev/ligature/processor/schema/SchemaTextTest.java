// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.processor.schema.DocumentSchema.BackLinkSchema;
import dev.ligature.processor.schema.DocumentSchema.IndexSchema;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextTest {
    private static final SortedMap<String, DocumentSchema> DOCUMENTS = new TreeMap<>(Map.of(
            "com.example.Outer$House",
            new DocumentSchema(
                    "com.example.Outer$House",
                    "a \"strange\" \\ näme\n",
                    "com.example.Building",
                    List.of(
                            new FieldSchema("_id", "id", new TypeSchema.Scalar("objectId"), true),
                            new FieldSchema(
                                    "a",
                                    "a",
                                    new TypeSchema.Array(new TypeSchema.MapOf(null, new TypeSchema.Scalar("int"))),
                                    false),
                            new FieldSchema("b", "bee", new TypeSchema.Enumeration(List.of("A", "B")), true),
                            new FieldSchema("c", "c", new TypeSchema.Embedded("Room"), true),
                            new FieldSchema("d", "d", new TypeSchema.Link("com.example.Door", "DBREF"), true),
                            new FieldSchema("e", "e", new TypeSchema.Registered("java.util.Currency"), true),
                            new FieldSchema(
                                    "f",
                                    "f",
                                    new TypeSchema.MapOf(List.of("A", "B"), new TypeSchema.Scalar("int")),
                                    true)),
                    new TreeMap<>(Map.of(
                            "Room",
                            new EmbeddedSchema.Plain(
                                    List.of(new FieldSchema("n", "n", new TypeSchema.Scalar("int"), true))),
                            "Shape",
                            new EmbeddedSchema.Union("_t", new TreeMap<>(Map.of("room", "Room"))),
                            "Unit",
                            new EmbeddedSchema.Constants(List.of("A", "B")))),
                    List.of(
                            new IndexSchema(List.of("a", "-b"), true, true, -1),
                            new IndexSchema(List.of("c"), false, false, 0)),
                    List.of(new BackLinkSchema("doors", "com.example.Door", "house", "UNLINK")),
                    new EmbeddedSchema.Union("_t", new TreeMap<>(Map.of("flat", "com.example.Flat"))))));

    @Test
    void readsWhatItWrites() throws SchemaText.UnreadableException {
        assertThat(SchemaText.read(SchemaText.write(DOCUMENTS))).isEqualTo(DOCUMENTS);
    }

    @Test
    void writesWhatItReads() throws SchemaText.UnreadableException {
        String text = SchemaText.write(DOCUMENTS);

        assertThat(SchemaText.write(SchemaText.read(text.replace("\n", "\r\n"))))
                .isEqualTo(text)
                .isASCII();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                    | line 1: it ends too early",
                "{} {}                                                 | line 1: unexpected '{'",
                "[]                                                    | the file is not an object",
                "{}                                                    | the file has no \"format\"",
                "{\"format\": 2}                                       | its format is not 1",
                "{\"format\": \"1\"}                                   | \"format\" is not a number",
                "{\"format\": 1}                                       | the file has no \"documents\"",
                "{\"format\": 1, \"documents\": 1}                     | \"documents\" is not an object",
                "{\"format\": 1, \"format\": 1}                        | line 1: unexpected '\"'",
                "{\"format\": 1,                                       | line 1: it ends too early",
                "{\"format\": 1.5}                                     | line 1: unexpected '.'",
                "{\"format\": maybe}                                   | line 1: unexpected 'm'",
                "{\"for                                                | line 1: it ends too early",
                "{\"\\x\": 1}                                          | line 1: unexpected 'x'",
                "{\"\\u12\": 1}                                        | line 1: unexpected 'u'",
                "{\"format\": 1, \"documents\": {\"A\": {\"collection\": 1}}} | \"collection\" is not a string"
            })
    void saysWhyItCannotReadAText(String text, String reason) {
        assertThatThrownBy(() -> SchemaText.read(text))
                .isInstanceOf(SchemaText.UnreadableException.class)
                .hasMessage(reason);
    }

    @Test
    void doesNotFollowATextWithoutEnd() {
        assertThatThrownBy(() -> SchemaText.read("[".repeat(100_000)))
                .isInstanceOf(SchemaText.UnreadableException.class)
                .hasMessage("line 1: unexpected '['");
    }
}
