// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import dev.ligature.processor.declaration.Round;
import dev.ligature.processor.step.DocumentStep;
import dev.ligature.processor.step.Options;
import dev.ligature.processor.step.OrphanCheck;
import dev.ligature.processor.step.ProjectionStep;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Generates codecs, query classes and repositories for {@code @Document} types, and codecs for {@code @Projection} records.
 * Claims Ligature's annotations, and those in generated code: no processor waits for them, and compilers warn of what nobody claims.
 */
@AutoService(Processor.class)
public final class DocumentProcessor extends AbstractProcessor {
    private final Steps steps = new Steps();

    /** For the service loader. */
    public DocumentProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // Those that are claimed: Ligature's own, and those of generated code. What it reads of others, such as the
        // driver's, is left to them.
        return Set.of(
                "dev.ligature.annotation.*",
                "dev.ligature.spi.DocumentGenerated",
                "javax.annotation.processing.Generated",
                "org.jspecify.annotations.Nullable");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Options.JSON_SCHEMA);
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        steps.init(environment);
    }

    /** Claims the annotations that it supports: javac's {@code processing} lint warns of those that nobody claims. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // no other processor reads them
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        steps.process(annotations, round);
        OrphanCheck.run(processingEnv, new Round(annotations, round));
        return true;
    }

    /** Defers what cannot be processed yet. It would claim nothing, and cannot be given components of records. */
    private static final class Steps extends BasicAnnotationProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        protected Iterable<? extends Step> steps() {
            DocumentStep documents = new DocumentStep(processingEnv);
            return List.of(documents, new ProjectionStep(processingEnv, documents));
        }
    }
}
