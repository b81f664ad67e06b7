// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.EnumConstants;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.generate.CodecGenerator;
import dev.ligature.processor.generate.CodecNames;
import dev.ligature.processor.generate.NativeConfig;
import dev.ligature.processor.generate.Nullness;
import dev.ligature.processor.generate.QueryGenerator;
import dev.ligature.processor.generate.RepositoryGenerator;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.resolve.DocumentDeclarations;
import dev.ligature.processor.resolve.DocumentResolver;
import dev.ligature.processor.resolve.LinkedIds;
import dev.ligature.processor.resolve.LombokAwaitedException;
import dev.ligature.processor.resolve.UnresolvedTypeException;
import dev.ligature.processor.schema.ServerSchema;
import dev.ligature.processor.validate.DocumentValidator;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Declares, resolves, reports and generates each {@code @Document} of a round. Keeps nothing over rounds but names. */
public final class DocumentStep implements BasicAnnotationProcessor.Step {
    private final ProcessingEnvironment environment;
    private final boolean hasServerSchemas;
    /** The generated codecs and the documents that they come from. */
    private final Map<ClassName, ClassName> generated = new HashMap<>();
    /** What sealed documents permit may come in several rounds, with each of them. */
    private final Set<ClassName> written = new HashSet<>();
    /** Documents with errors: what links to them is not generated either, as it would only repeat the errors. */
    private final Set<ClassName> broken = new HashSet<>();

    /** All documents of the compilation so far. */
    private final Set<ClassName> compiled = new HashSet<>();

    /**
     * Whether it was reported that Lombok runs too late. Once is enough: it applies to every document that uses Lombok.
     */
    private boolean isLombokReported;

    public DocumentStep(ProcessingEnvironment environment) {
        this.environment = environment;
        this.hasServerSchemas = new Options(environment).isOn(Options.JSON_SCHEMA);
    }

    /** The documents with errors so far, and those that link to them. */
    Set<ClassName> broken() {
        return Collections.unmodifiableSet(broken);
    }

    /** The documents of this compilation so far. */
    Set<ClassName> compiled() {
        return Collections.unmodifiableSet(compiled);
    }

    @Override
    public Set<String> annotations() {
        return Set.of(DocumentDeclaration.ANNOTATION);
    }

    @Override
    public ImmutableSet<? extends Element> process(ImmutableSetMultimap<String, Element> elementsByAnnotation) {
        List<TypeElement> annotated = TypesInOrder.of(elementsByAnnotation.values());
        Set<TypeElement> ofRound = withPermitted(annotated);
        ofRound.forEach(document -> compiled.add(ClassName.get(document)));
        DocumentDeclarations documents =
                new DocumentDeclarations(environment.getTypeUtils(), environment.getElementUtils(), compiled);
        Map<TypeElement, DocumentModel> models = new LinkedHashMap<>();
        ImmutableSet.Builder<Element> waiting = ImmutableSet.builder();
        for (TypeElement document : ofRound) {
            if (written.contains(ClassName.get(document))) {
                continue;
            }
            ValidationReport report = new ValidationReport(document);
            try {
                resolve(document, documents, report)
                        .ifPresentOrElse(
                                model -> models.put(document, model), () -> broken.add(ClassName.get(document)));
            } catch (UnresolvedTypeException e) {
                waiting.addAll(annotatedFor(document, annotated));
                continue; // everything is said when it is looked at again
            } catch (LombokAwaitedException e) {
                broken.add(ClassName.get(document));
                reportLombok(document, e.type());
                continue; // that is all there is to say
            } catch (RuntimeException | StackOverflowError e) {
                broken.add(ClassName.get(document));
                report.addFailure(e);
            }
            report.print(environment.getMessager());
        }
        while (models.values().removeIf(this::linksToBroken)) {
            // what was removed is broken too
        }
        SourceWriter writer = new SourceWriter(environment.getFiler(), environment.getElementUtils());
        LinkedIds linkedIds = new LinkedIds(documents);
        models.forEach((element, model) -> generate(element, model, linkedIds, writer));
        return waiting.build();
    }

    /** The annotated documents, and the types that sealed ones permit: they are documents too. */
    private static Set<TypeElement> withPermitted(List<TypeElement> annotated) {
        Set<TypeElement> documents = new LinkedHashSet<>();
        annotated.stream().flatMap(DocumentHierarchy::withPermitted).forEach(documents::add);
        return documents;
    }

    /** What has to come again for a document to be looked at again: itself, or the sealed documents above it. */
    private static List<TypeElement> annotatedFor(TypeElement document, List<TypeElement> annotated) {
        return annotated.contains(document)
                ? List.of(document)
                : annotated.stream()
                        .filter(each -> DocumentHierarchy.isWithin(document, each))
                        .toList();
    }

    private void reportLombok(TypeElement document, TypeElement awaiting) {
        if (!isLombokReported) {
            ValidationReport report = new ValidationReport(document);
            report.add(awaiting, Message.LOMBOK_AFTER_LIGATURE, StructureReader.displayName(awaiting));
            report.print(environment.getMessager());
            isLombokReported = true;
        }
    }

    private Optional<DocumentModel> resolve(
            TypeElement element, DocumentDeclarations documents, ValidationReport report) {
        return DocumentValidator.checkKind(element, report) && checkNames(element, report)
                ? new DocumentResolver(documents, documents.of(element), report).resolve()
                : Optional.empty();
    }

    private boolean checkNames(TypeElement element, ValidationReport report) {
        DocumentNames names = new DocumentNames(ClassName.get(element));
        ClassName other = generated.putIfAbsent(names.codec(), names.document());
        if (other != null && !other.equals(names.document())) {
            report.add(
                    element,
                    Message.GENERATED_NAME_TAKEN,
                    new DocumentNames(other).displayName(),
                    names.displayName(),
                    names.codec().simpleName());
        }
        for (ClassName needed : List.of(names.codec(), names.query(), names.repository())) {
            ExistingTypes.check(needed, element, environment.getElementUtils(), report);
        }
        return !report.hasErrors();
    }

    private boolean linksToBroken(DocumentModel model) {
        boolean isBroken = Stream.concat(model.relatives().stream(), model.targets().stream())
                .anyMatch(target -> broken.contains(target.document()));
        return isBroken && broken.add(model.names().document());
    }

    private void generate(TypeElement element, DocumentModel model, LinkedIds linkedIds, SourceWriter writer) {
        ValidationReport report = new ValidationReport(element);
        DocumentNames names = model.names();
        written.add(names.document());
        try {
            Nullness nullness = writer.nullness(element);
            String writing = names.codec().simpleName();
            try {
                CodecNames codecNames = new CodecNames(model);
                String serverSchema = serverSchema(model, linkedIds);
                writer.write(model, element, new CodecGenerator(model, codecNames, nullness, serverSchema).generate());
                writing = names.query().simpleName();
                writer.write(model, element, new QueryGenerator(model, codecNames, nullness).generate());
                writing = names.repository().simpleName();
                writer.write(model, element, new RepositoryGenerator(model).generate());
                writer.write(NativeConfig.of(names), element, report);
            } catch (IOException e) { // what keeps one file from being written keeps the others too
                report.add(
                        element,
                        Message.FILE_NOT_WRITTEN,
                        names.displayName(),
                        writing,
                        String.valueOf(e.getMessage()));
            }
        } catch (RuntimeException | StackOverflowError e) {
            report.addFailure(e);
        }
        report.print(environment.getMessager());
    }

    /** What the server is to check of the documents; null unless an option asks for it. */
    private @Nullable String serverSchema(DocumentModel model, LinkedIds linkedIds) {
        Elements elements = environment.getElementUtils();
        boolean isOutermost =
                model.hierarchy() == null || model.hierarchy().root() == null; // it describes the whole collection
        return hasServerSchemas && isOutermost
                ? ServerSchema.json(model, type -> EnumConstants.of(type, elements), linkedIds::of)
                : null;
    }
}
