// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.model.StoredId;
import dev.ligature.processor.validate.ValidationReport;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The ids of documents that others link to. What is wrong with them is reported where those documents are compiled. */
public final class LinkedIds {
    private final DocumentDeclarations documents;

    public LinkedIds(DocumentDeclarations documents) {
        this.documents = documents;
    }

    /** How the id of a document is stored; empty while that is not known. */
    public Optional<StoredId> of(ClassName document) {
        TypeElement element = documents.elements().getTypeElement(document.canonicalName());
        if (element == null || !DocumentDeclaration.isDocument(element)) {
            return Optional.empty();
        }
        ValidationReport unused = new ValidationReport(element);
        try {
            DocumentDeclaration declaration = documents.of(element);
            ValueResolver values = new ValueResolver(new Scope(documents, declaration, unused));
            return IdResolver.find(declaration, unused)
                    .flatMap(id -> values.resolve(id.type(), id))
                    .map(value -> new StoredId(value, values.embedded().finished()));
        } catch (UnresolvedTypeException | LombokAwaitedException e) {
            return Optional.empty();
        }
    }
}
