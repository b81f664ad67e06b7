// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.EnumConstants;
import dev.ligature.processor.declaration.Round;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.resolve.DocumentDeclarations;
import dev.ligature.processor.resolve.DocumentResolver;
import dev.ligature.processor.resolve.LombokAwaitedException;
import dev.ligature.processor.resolve.UnresolvedTypeException;
import dev.ligature.processor.schema.Diagram;
import dev.ligature.processor.schema.DocumentSchema;
import dev.ligature.processor.schema.SchemaChange;
import dev.ligature.processor.schema.SchemaComparison;
import dev.ligature.processor.schema.SchemaOfModel;
import dev.ligature.processor.schema.SchemaText;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The files that show all documents of a project, each if an option names it: the diagram and the schema file. They are sources, not classes:
 * they stay where there is a clean build. What a compiler was not given stays in them while its type does, as in the index.
 */
public final class DocumentFiles {
    private final ProcessingEnvironment environment;
    private final Options options;
    /** The annotated documents, by their names: nothing else is kept over rounds. */
    private final NavigableSet<ClassName> annotated = new TreeSet<>();

    public DocumentFiles(ProcessingEnvironment environment) {
        this.environment = environment;
        this.options = new Options(environment);
    }

    /** Whether there is something to write. */
    public boolean areWanted() {
        return options.isGiven(Options.DIAGRAM) || options.isGiven(Options.SCHEMA);
    }

    /** Takes note of the annotated documents of a round. */
    public void add(Round round) {
        round.typesWith(DocumentDeclaration.ANNOTATION).map(ClassName::get).forEach(annotated::add);
    }

    /** A document as it is declared now. */
    private record Declared(TypeElement element, DocumentModel model) {}

    /** Writes the files, unless something is wrong: then it says so, and leaves them as they are. */
    public void write() {
        if (annotated.isEmpty()) {
            return;
        }
        Optional<Path> diagram = options.file(Options.DIAGRAM);
        Optional<Path> schema = options.file(Options.SCHEMA);
        declared().ifPresent(declared -> {
            boolean isRefused =
                    schema.filter(file -> !writeSchema(file, declared)).isPresent();
            if (!isRefused) {
                diagram.ifPresent(file -> writeDiagram(file, declared));
            }
        });
    }

    private Elements elements() {
        return environment.getElementUtils();
    }

    /** All documents by their binary names; empty if one has errors, which are reported where it is generated. */
    private Optional<SortedMap<String, Declared>> declared() {
        Map<ClassName, TypeElement> documents = documents();
        if (!documents.keySet().containsAll(annotated)) {
            return Optional.empty();
        }
        DocumentDeclarations declarations =
                new DocumentDeclarations(environment.getTypeUtils(), elements(), documents.keySet());
        SortedMap<String, Declared> declared = new TreeMap<>();
        for (Map.Entry<ClassName, TypeElement> document : documents.entrySet()) {
            Optional<DocumentModel> model = model(document.getValue(), declarations);
            if (model.isEmpty()) {
                return Optional.empty();
            }
            declared.put(document.getKey().reflectionName(), new Declared(document.getValue(), model.get()));
        }
        return Optional.of(declared);
    }

    /** The annotated documents, and what sealed ones permit: it may have come after them. */
    private Map<ClassName, TypeElement> documents() {
        Map<ClassName, TypeElement> documents = new LinkedHashMap<>();
        annotated.stream()
                .flatMap(name -> Stream.ofNullable(elements().getTypeElement(name.canonicalName())))
                .flatMap(DocumentHierarchy::withPermitted)
                .forEach(document -> documents.put(ClassName.get(document), document));
        return documents;
    }

    private static Optional<DocumentModel> model(TypeElement element, DocumentDeclarations declarations) {
        try {
            return new DocumentResolver(declarations, declarations.of(element), new ValidationReport(element))
                    .resolve();
        } catch (UnresolvedTypeException | LombokAwaitedException e) {
            return Optional.empty();
        }
    }

    private void writeDiagram(Path file, SortedMap<String, Declared> declared) {
        write(Options.DIAGRAM, file, former -> {
            SortedMap<String, String> sections = Diagram.read(former);
            keepWhatIsThere(sections);
            declared.forEach((name, document) -> sections.put(name, Diagram.section(document.model())));
            return Optional.of(Diagram.write(sections));
        });
    }

    /** Whether nothing is to be refused. */
    private boolean writeSchema(Path file, SortedMap<String, Declared> declared) {
        return write(Options.SCHEMA, file, text -> {
            SortedMap<String, DocumentSchema> former;
            try {
                former = text.isEmpty() ? new TreeMap<>() : SchemaText.read(text);
            } catch (SchemaText.UnreadableException e) {
                Message.SCHEMA_UNREADABLE.print(environment.getMessager(), file, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
            SortedMap<String, DocumentSchema> current = new TreeMap<>(former);
            keepWhatIsThere(current);
            declared.forEach((name, document) -> current.put(name, schema(document.model())));
            List<SchemaChange> changes = SchemaComparison.changes(former, current).stream()
                    .filter(change -> declared.containsKey(change.document()))
                    .toList();
            return areAccepted(changes, declared) ? Optional.of(SchemaText.write(current)) : Optional.empty();
        });
    }

    private DocumentSchema schema(DocumentModel model) {
        return new SchemaOfModel(model, type -> EnumConstants.of(type, elements())).schema();
    }

    /** Of what a compiler was not given, that which is still a document. */
    private void keepWhatIsThere(SortedMap<String, ?> former) {
        former.keySet().removeIf(name -> TypesByName.find(elements(), name, DocumentDeclaration::isDocument)
                .isEmpty());
    }

    /** Whether all changes are accepted; reports the others, and what is accepted for nothing. */
    private boolean areAccepted(List<SchemaChange> changes, SortedMap<String, Declared> declared) {
        Set<String> accepted = options.names(Options.SCHEMA_ACCEPT);
        Set<String> places = changes.stream().map(SchemaChange::place).collect(Collectors.toSet());
        declared.forEach((name, document) -> {
            ValidationReport report = new ValidationReport(document.element());
            changes.stream()
                    .filter(change -> change.document().equals(name) && !accepted.contains(change.place()))
                    .forEach(change -> report(change, declaring(change, document, declared), report));
            String prefix = document.model().names().displayName() + ".";
            accepted.stream()
                    .filter(place -> (place + ".").startsWith(prefix) && !places.contains(place))
                    .forEach(place -> report.add(document.element(), Message.SCHEMA_ACCEPT_UNUSED, place));
            report.print(environment.getMessager());
        });
        return accepted.containsAll(places);
    }

    /** The document in which a changed member is declared: of what all types of a sealed one have, the first of them. */
    private static Declared declaring(SchemaChange change, Declared document, SortedMap<String, Declared> declared) {
        HierarchyModel hierarchy = document.model().hierarchy();
        if (hierarchy == null || change.way().isEmpty()) {
            return document;
        }
        String member = change.way().get(0);
        return hierarchy.permitted().stream()
                .filter(type -> type.structure().members().stream()
                        .anyMatch(each -> each.name().equals(member)))
                .flatMap(type ->
                        Stream.ofNullable(declared.get(type.names().document().reflectionName())))
                .findFirst()
                .orElse(document);
    }

    private void report(SchemaChange change, Declared declaring, ValidationReport report) {
        List<Object> arguments = new ArrayList<>(change.arguments());
        arguments.add(0, change.place());
        arguments.add(change.place());
        MemberPositions positions = new MemberPositions(declaring.element(), declaring.model(), elements());
        ValidationReport own = new ValidationReport(declaring.element());
        own.add(positions.of(change.way()), change.message(), arguments.toArray());
        report.addErrors(own);
    }

    /**
     * Writes a file if its text changes. Version control may have given it the line ends of Windows.
     *
     * @param change makes the new text of the former one, which is empty where there is no file; none for leaving it as it is
     * @return whether there was a new text
     */
    private boolean write(String option, Path file, Function<String, Optional<String>> change) {
        try {
            String former = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            Optional<String> text = change.apply(former);
            if (text.isPresent() && !text.get().equals(former)) {
                Path directory = file.getParent();
                if (directory != null) {
                    Files.createDirectories(directory);
                }
                Files.writeString(file, text.get());
            }
            return text.isPresent();
        } catch (IOException e) {
            Message.OUTPUT_NOT_WRITTEN.print(environment.getMessager(), option, file, e);
            return false;
        }
    }
}
