// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Annotations of what is generated. */
public final class Marks {
    private static final String PROCESSOR = "dev.ligature.processor.DocumentProcessor";

    private Marks() {}

    /** Ours, which the runtime has and every compiler finds. */
    public static AnnotationSpec generatedFrom(ClassName origin) {
        return AnnotationSpec.builder(RuntimeTypes.DOCUMENT_GENERATED)
                .addMember("value", "$T.class", origin)
                .build();
    }

    /** That of the language, which tools know. */
    public static AnnotationSpec generated() {
        return AnnotationSpec.builder(RuntimeTypes.GENERATED)
                .addMember("value", "$S", PROCESSOR)
                .build();
    }

    public static AnnotationSpec suppress(List<String> lints) {
        CodeBlock value = lints.size() == 1
                ? CodeBlock.of("$S", lints.get(0))
                : lints.stream().map(lint -> CodeBlock.of("$S", lint)).collect(CodeBlock.joining(", ", "{", "}"));
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", value)
                .build();
    }
}
