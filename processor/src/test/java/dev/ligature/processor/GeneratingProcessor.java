// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which generates one type in its first round. */
final class GeneratingProcessor extends AbstractProcessor {
    private final String typeName;
    private final String source;
    private boolean hasGenerated;

    GeneratingProcessor(String typeName, String source) {
        this.typeName = typeName;
        this.source = source;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!hasGenerated) {
            hasGenerated = true;
            try (Writer writer =
                    processingEnv.getFiler().createSourceFile(typeName).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
