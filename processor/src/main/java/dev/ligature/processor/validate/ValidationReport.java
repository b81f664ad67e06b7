package dev.ligature.processor.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/**
 * All that is wrong with one document. Rules add to it and go on; the step prints it. A problem of an element in another
 * file, which may be a class file without positions, is shown at the document.
 */
public final class ValidationReport {
    private final TypeElement document;
    private final List<Problem> problems = new ArrayList<>();

    public ValidationReport(TypeElement document) {
        this.document = document;
    }

    private record Problem(Element position, String text) {}

    /** Adds a problem; arguments that are types are written as users write them. */
    public void add(Element position, Message message, Object... arguments) {
        Object[] texts = Arrays.stream(arguments).map(ValidationReport::text).toArray();
        Problem problem = new Problem(isInSameFile(position) ? position : document, message.format(texts));
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private static Object text(Object argument) {
        return argument instanceof TypeMirror type ? TypeNames.simple(type) : argument;
    }

    public boolean hasErrors() {
        return !problems.isEmpty();
    }

    public void print(Messager messager) {
        for (Problem problem : problems) {
            messager.printMessage(Diagnostic.Kind.ERROR, problem.text(), problem.position());
        }
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
