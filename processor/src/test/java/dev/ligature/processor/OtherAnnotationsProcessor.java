// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Claims what is not Ligature's, so that javac's lint is left with the annotations that Ligature has to claim itself. */
public final class OtherAnnotationsProcessor extends AbstractProcessor {
    /** For javac. */
    public OtherAnnotationsProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("org.bson.codecs.pojo.annotations.*", "org.jspecify.annotations.NullMarked");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // that is what it is for
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
