// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import com.google.auto.service.AutoService;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.ProjectionDeclaration;
import dev.ligature.processor.step.IndexFile;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Writes the index of the documents and projections of a compilation, for frameworks that create beans of the
 * repositories. It is a processor of its own because the index depends on all of them: to incremental builds this
 * processor is aggregating, while {@link DocumentProcessor} stays isolating. {@code DocumentProcessor} claims the
 * annotations, so this one has to come first, as it does in the service file.
 */
@AutoService(Processor.class)
public final class DocumentIndexProcessor extends AbstractProcessor {
    private final IndexFile index = new IndexFile();

    /** For the service loader. */
    public DocumentIndexProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(DocumentDeclaration.ANNOTATION, ProjectionDeclaration.ANNOTATION);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        index.add(processingEnv.getElementUtils(), round);
        if (round.processingOver() && !round.errorRaised()) {
            index.write(processingEnv);
        }
        return false;
    }
}
