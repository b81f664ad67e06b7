// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.ProjectionDeclaration;
import dev.ligature.processor.declaration.Round;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.ProjectionNames;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The index of the documents and projections of a compilation. It has a line for each, with what was generated from it.
 * A compiler may have been given only a part of the sources, so lines of the former index stay as long as their types
 * do.
 */
public final class IndexFile {
    private static final String PATH = "META-INF/ligature/documents.index";
    private static final String HEADER = "# Written by Ligature's processor; edits are overwritten.\n";

    /** The annotated types. Only names are kept over rounds. */
    private final SortedMap<Key, ClassName> annotated = new TreeMap<>();

    /** The kinds of types that have a line. */
    private enum Kind {
        DOCUMENT(DocumentDeclaration.ANNOTATION) {
            @Override
            boolean isOf(TypeElement type) {
                return DocumentDeclaration.isDocument(type);
            }

            @Override
            ClassName generatedFrom(ClassName type) {
                return new DocumentNames(type).repository();
            }

            @Override
            Stream<TypeElement> with(TypeElement annotated) {
                return DocumentHierarchy.withPermitted(annotated);
            }
        },
        PROJECTION(ProjectionDeclaration.ANNOTATION) {
            @Override
            boolean isOf(TypeElement type) {
                return ProjectionDeclaration.isProjection(type);
            }

            @Override
            ClassName generatedFrom(ClassName type) {
                return new ProjectionNames(type).codec();
            }
        };

        private final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }

        abstract boolean isOf(TypeElement type);

        abstract ClassName generatedFrom(ClassName type);

        /** An annotated type, and those that are what it is because of it. */
        Stream<TypeElement> with(TypeElement annotated) {
            return Stream.of(annotated);
        }

        /** The first word of a line. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param name the binary name */
    private record Key(Kind kind, String name) implements Comparable<Key> {
        static Key of(Kind kind, ClassName type) {
            return new Key(kind, type.reflectionName());
        }

        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? name.compareTo(other.name) : byKind;
        }

        /** The type as it is now; empty if it is gone, or is no longer of this kind. */
        Optional<TypeElement> find(Elements elements) {
            return TypesByName.find(elements, name, kind::isOf);
        }
    }

    /** Adds the annotated types of a round. */
    public void add(Round round) {
        for (Kind kind : Kind.values()) {
            round.typesWith(kind.annotation)
                    .map(ClassName::get)
                    .forEach(type -> annotated.put(Key.of(kind, type), type));
        }
    }

    /** Writes the types of all rounds, and the types of the former index that are still there. */
    public void write(ProcessingEnvironment environment) {
        if (annotated.isEmpty()) {
            return;
        }
        Elements elements = environment.getElementUtils();
        try {
            Resources.write(environment.getFiler(), PATH, HEADER + text(lines(environment)));
        } catch (IOException e) {
            annotated.firstKey().find(elements).ifPresent(first -> {
                ValidationReport report = new ValidationReport(first);
                report.add(first, Message.RESOURCE_NOT_WRITTEN, PATH, String.valueOf(e.getMessage()));
                report.print(environment.getMessager());
            });
        }
    }

    /** What is generated, by the kind and the name of its type. */
    private SortedMap<Key, String> lines(ProcessingEnvironment environment) throws IOException {
        Elements elements = environment.getElementUtils();
        SortedMap<Key, String> generated = new TreeMap<>();
        annotated.forEach((key, type) -> {
            Stream<ClassName> all = Stream.ofNullable(elements.getTypeElement(type.canonicalName()))
                    .flatMap(key.kind::with) // what it permits may have come after it
                    .map(ClassName::get);
            Stream.concat(Stream.of(type), all)
                    .forEach(each -> generated.put(
                            Key.of(key.kind, each), key.kind.generatedFrom(each).reflectionName()));
        });
        addFormer(environment.getFiler(), elements, generated);
        return generated;
    }

    private static void addFormer(Filer filer, Elements elements, SortedMap<Key, String> generated) throws IOException {
        for (String line : former(filer)) {
            String[] words = line.split(" ", -1);
            if (words.length == 3) {
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.word().equals(words[0]))
                        .map(kind -> new Key(kind, words[1]))
                        .filter(key -> key.find(elements).isPresent())
                        .forEach(key -> generated.putIfAbsent(key, words[2]));
            }
        }
    }

    /** The lines of the former index. If there is none, every compiler says so in its own way. */
    private static List<String> former(Filer filer) throws IOException {
        FileObject file;
        try {
            file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", PATH);
        } catch (FileNotFoundException e) {
            return List.of();
        }
        try (InputStream stream = file.openInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            if (file.getLastModified() > 0) {
                throw e;
            }
            return List.of();
        }
    }

    private static String text(SortedMap<Key, String> generated) {
        return generated.entrySet().stream().map(IndexFile::line).collect(Collectors.joining());
    }

    private static String line(Map.Entry<Key, String> entry) {
        Key key = entry.getKey();
        return key.kind.word() + " " + key.name + " " + entry.getValue() + "\n";
    }
}
