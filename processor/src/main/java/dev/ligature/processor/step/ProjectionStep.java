// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.ProjectionDeclaration;
import dev.ligature.processor.generate.NativeConfig;
import dev.ligature.processor.generate.ProjectionGenerator;
import dev.ligature.processor.model.ProjectionModel;
import dev.ligature.processor.model.ProjectionNames;
import dev.ligature.processor.resolve.DocumentDeclarations;
import dev.ligature.processor.resolve.LombokAwaitedException;
import dev.ligature.processor.resolve.ProjectionResolver;
import dev.ligature.processor.resolve.UnresolvedTypeException;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ProjectionValidator;
import dev.ligature.processor.validate.ValidationReport;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Declares, resolves, reports and generates each {@code @Projection} of a round. Keeps nothing over rounds but names. */
public final class ProjectionStep implements BasicAnnotationProcessor.Step {
    private final ProcessingEnvironment environment;
    /** Documents with errors: what is wrong with their projections shows when they are right. */
    private final Set<ClassName> brokenDocuments;
    /** The documents of this compilation. */
    private final Set<ClassName> compiledDocuments;
    /** The generated codecs and the projections that they come from. */
    private final Map<ClassName, ClassName> generated = new HashMap<>();

    /** @param documents the step that comes before this one */
    public ProjectionStep(ProcessingEnvironment environment, DocumentStep documents) {
        this.environment = environment;
        this.brokenDocuments = documents.broken();
        this.compiledDocuments = documents.compiled();
    }

    @Override
    public Set<String> annotations() {
        return Set.of(ProjectionDeclaration.ANNOTATION);
    }

    @Override
    public ImmutableSet<? extends Element> process(ImmutableSetMultimap<String, Element> elementsByAnnotation) {
        DocumentDeclarations documents =
                new DocumentDeclarations(environment.getTypeUtils(), environment.getElementUtils(), compiledDocuments);
        SourceWriter writer = new SourceWriter(environment.getFiler(), environment.getElementUtils());
        ImmutableSet.Builder<Element> waiting = ImmutableSet.builder();
        for (TypeElement projection : TypesInOrder.of(elementsByAnnotation.values())) {
            ValidationReport report = new ValidationReport(projection);
            try {
                if (process(projection, documents, writer, report)) {
                    report.print(environment.getMessager());
                }
            } catch (UnresolvedTypeException e) {
                waiting.add(projection);
            } catch (LombokAwaitedException e) {
                // said of the document
            } catch (RuntimeException | StackOverflowError e) {
                report.addFailure(e);
                report.print(environment.getMessager());
            }
        }
        return waiting.build();
    }

    /** Whether the report is worth printing: errors of a document would only be repeated. */
    private boolean process(
            TypeElement element, DocumentDeclarations documents, SourceWriter writer, ValidationReport report) {
        if (!ProjectionValidator.checkKind(element, report)) {
            return true;
        }
        ProjectionDeclaration declaration =
                ProjectionDeclaration.read(element, environment.getTypeUtils(), environment.getElementUtils());
        ProjectionResolver resolver = new ProjectionResolver(documents, declaration, report);
        Optional<ProjectionModel> model;
        try {
            model = resolver.resolve();
        } catch (UnresolvedTypeException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (isOfBroken(resolver)) {
                return false;
            }
            throw e;
        }
        if (isOfBroken(resolver)) {
            return false;
        }
        model.filter(each -> checkNames(element, report)).ifPresent(each -> write(element, each, writer, report));
        return true;
    }

    private boolean isOfBroken(ProjectionResolver resolver) {
        return !Collections.disjoint(resolver.reached(), brokenDocuments);
    }

    private boolean checkNames(TypeElement element, ValidationReport report) {
        ProjectionNames names = new ProjectionNames(ClassName.get(element));
        ClassName other = generated.putIfAbsent(names.codec(), names.projection());
        if (other != null && !other.equals(names.projection())) {
            report.add(
                    element,
                    Message.GENERATED_NAME_TAKEN,
                    new ProjectionNames(other).displayName(),
                    names.displayName(),
                    names.codec().simpleName());
        }
        ExistingTypes.check(names.codec(), element, environment.getElementUtils(), report);
        return !report.hasErrors();
    }

    private static void write(
            TypeElement element, ProjectionModel model, SourceWriter writer, ValidationReport report) {
        try {
            writer.write(model, element, new ProjectionGenerator(model, writer.nullness(element)).generate());
            writer.write(NativeConfig.of(model.names()), element, report);
        } catch (IOException e) {
            report.add(
                    element,
                    Message.FILE_NOT_WRITTEN,
                    model.names().displayName(),
                    model.names().codec().simpleName(),
                    String.valueOf(e.getMessage()));
        }
    }
}
