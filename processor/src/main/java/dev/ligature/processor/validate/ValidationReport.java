// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.StructureReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/**
 * Everything to report about one document. Rules add to it and go on, and the step prints it. A problem of an element
 * in another file, which may be a class file without positions, is shown at the document.
 */
public final class ValidationReport {
    /** How many frames of a failure are shown: enough to tell where it came from. */
    private static final int FRAMES = 12;

    private final TypeElement document;
    private final List<Problem> problems = new ArrayList<>();

    public ValidationReport(TypeElement document) {
        this.document = document;
    }

    private record Problem(Place place, Diagnostic.Kind kind, String text) {}

    /**
     * Adds a problem, unless it is suppressed at its element. Arguments that are types are written as users write them.
     */
    public void add(Element position, Message message, Object... arguments) {
        add(Place.of(position), message, arguments);
    }

    /** Adds a problem of an annotation or a value in it. */
    public void add(Place place, Message message, Object... arguments) {
        Place shown = isInSameFile(place.element()) ? place : Place.of(document);
        if (!message.isError() && isSuppressed(shown.element(), message)) {
            return;
        }
        Object[] texts = Arrays.stream(arguments).map(ValidationReport::text).toArray();
        String text = message.format(texts);
        boolean isKnown = problems.stream()
                .anyMatch(each ->
                        each.text().equals(text) && each.place().element().equals(shown.element()));
        if (!isKnown) {
            problems.add(new Problem(shown, message.kind(), text));
        }
    }

    /**
     * Adds an exception that no declaration may cause: a bug in the processor, with what its authors need to find it.
     */
    public void addFailure(Throwable failure) {
        add(
                document,
                Message.PROCESSOR_FAILED,
                StructureReader.displayName(document),
                failure,
                Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining()));
    }

    private static Object text(Object argument) {
        return argument instanceof TypeMirror type ? TypeNames.simple(type) : argument;
    }

    /** Adds the errors of another report, at their places. Its warnings and notes were given where they belong. */
    public void addErrors(ValidationReport other) {
        other.problems.stream()
                .filter(problem -> problem.kind() == Diagnostic.Kind.ERROR && !problems.contains(problem))
                .forEach(problems::add);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.kind() == Diagnostic.Kind.ERROR);
    }

    public void print(Messager messager) {
        for (Problem problem : problems) {
            Place place = problem.place();
            messager.printMessage(problem.kind(), problem.text(), place.annotated(), place.annotation(), place.value());
        }
    }

    /** Suppressed as the compiler's own warnings are: at the element, or at one that encloses it. */
    private static boolean isSuppressed(Element position, Message message) {
        SuppressWarnings suppressed = position.getAnnotation(SuppressWarnings.class);
        Element enclosing = position.getEnclosingElement();
        return (suppressed != null && List.of(suppressed.value()).contains(message.key()))
                || (enclosing != null && isSuppressed(enclosing, message));
    }

    private boolean isInSameFile(Element position) {
        return outermost(position).equals(outermost(document));
    }

    private static Element outermost(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost;
    }
}
