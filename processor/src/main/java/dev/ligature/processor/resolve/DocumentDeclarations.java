// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.model.DocumentNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The declarations of documents, read once per round, because many documents may link to one. Not kept over rounds. */
public final class DocumentDeclarations {
    private final Types types;
    private final Elements elements;
    private final Set<ClassName> compiled;
    private final Map<Name, DocumentDeclaration> read = new HashMap<>();

    /** @param compiled the documents of this compilation; all others come from class files */
    public DocumentDeclarations(Types types, Elements elements, Set<ClassName> compiled) {
        this.types = types;
        this.elements = elements;
        this.compiled = compiled;
    }

    /**
     * The declaration of a document.
     *
     * @throws UnresolvedTypeException if a type of its collection is still missing: those that are there depend on it
     */
    public DocumentDeclaration of(TypeElement document) {
        DocumentDeclaration known = read.get(document.getQualifiedName());
        if (known == null) {
            if (!DocumentHierarchy.roots(document).stream().allMatch(DocumentHierarchy::isComplete)) {
                throw new UnresolvedTypeException();
            }
            known = DocumentDeclaration.read(document, types, elements);
            read.put(document.getQualifiedName(), known);
        }
        return known;
    }

    /** The name of a type that Ligature generates for a document and that its class files lack. Empty if nothing is missing. */
    Optional<ClassName> ungenerated(TypeElement document) {
        DocumentNames names = new DocumentNames(ClassName.get(document));
        return compiled.contains(names.document())
                        || elements.getTypeElement(names.query().canonicalName()) != null
                ? Optional.empty()
                : Optional.of(names.query());
    }

    /** Whether a document is compiled now, and does not come from a class file. */
    boolean isCompiled(TypeElement document) {
        return compiled.contains(ClassName.get(document));
    }

    Types types() {
        return types;
    }

    Elements elements() {
        return elements;
    }
}
