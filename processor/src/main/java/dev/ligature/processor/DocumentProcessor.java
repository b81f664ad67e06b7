package dev.ligature.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import dev.ligature.processor.step.DocumentStep;
import dev.ligature.processor.step.ProjectionStep;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;

/** Generates codecs, query classes and repositories for {@code @Document} types, and codecs for {@code @Projection} records. */
@AutoService(Processor.class)
public final class DocumentProcessor extends BasicAnnotationProcessor {
    /** For the service loader. */
    public DocumentProcessor() {}

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
