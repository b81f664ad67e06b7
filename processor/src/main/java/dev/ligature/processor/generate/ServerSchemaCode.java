// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method of a codec that says what the server is to check of its documents. A method, so that who does not ask for it pays nothing. */
final class ServerSchemaCode {
    static final String METHOD = "serverSchema";

    /** A constant has at most 65,535 bytes. */
    private static final int MOST_CHARACTERS = 60_000;

    private ServerSchemaCode() {}

    static MethodSpec method(String json) {
        List<String> parts = parts(json);
        CodeBlock text = parts.stream().map(ServerSchemaCode::textBlock).collect(CodeBlock.joining(", "));
        CodeBlock whole = parts.size() == 1 ? text : CodeBlock.of("$T.join(\"\", $L)", String.class, text);
        return MethodSpec.methodBuilder(METHOD)
                .addJavadoc("What the server checks of documents, as a {@code $$jsonSchema}.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(String.class)
                .addCode("return $L;\n", whole)
                .build();
    }

    /** The lines of a text in parts that fit into constants. */
    private static List<String> parts(String json) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : json.split("(?<=\n)", -1)) {
            if (part.length() + line.length() > MOST_CHARACTERS) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(line);
        }
        parts.add(part.toString());
        return parts;
    }

    /** A text of ASCII, as {@code Json} makes it: only backslashes mean something else in Java. */
    private static CodeBlock textBlock(String text) {
        return CodeBlock.of("\"\"\"\n$>$>$L\"\"\"$<$<", text.replace("\\", "\\\\"));
    }
}
