// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import com.google.auto.service.AutoService;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.ProjectionDeclaration;
import dev.ligature.processor.declaration.Round;
import dev.ligature.processor.step.DocumentFiles;
import dev.ligature.processor.step.IndexFile;
import dev.ligature.processor.step.Options;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes what depends on all documents of a compilation: the index of documents and projections, for frameworks that create
 * beans of the repositories, and, if options ask for them, a diagram and the schema file. It is a processor of its own: to
 * incremental builds it is aggregating, while {@link DocumentProcessor} stays isolating. {@code DocumentProcessor} claims the
 * annotations, so this one has to come first, as it does in the service file.
 */
@AutoService(Processor.class)
public final class DocumentIndexProcessor extends AbstractProcessor {
    private final IndexFile index = new IndexFile();
    private @Nullable DocumentFiles files;

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
    public Set<String> getSupportedOptions() {
        return Set.of(Options.DIAGRAM, Options.SCHEMA, Options.SCHEMA_ACCEPT);
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        DocumentFiles wanted = new DocumentFiles(environment);
        files = wanted.areWanted() ? wanted : null;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        Round round = new Round(annotations, environment);
        index.add(round);
        if (files != null) {
            files.add(round);
        }
        if (environment.processingOver() && !environment.errorRaised()) {
            index.write(processingEnv);
            if (files != null) {
                files.write();
            }
        }
        return false;
    }
}
