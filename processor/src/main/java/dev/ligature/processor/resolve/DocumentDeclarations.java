package dev.ligature.processor.resolve;

import dev.ligature.processor.declaration.DocumentDeclaration;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The declarations of documents, read once per round, because many documents may link to one. Not kept over rounds. */
public final class DocumentDeclarations {
    private final Types types;
    private final Elements elements;
    private final Map<Name, DocumentDeclaration> read = new HashMap<>();

    public DocumentDeclarations(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    public DocumentDeclaration of(TypeElement document) {
        DocumentDeclaration known = read.get(document.getQualifiedName());
        if (known == null) {
            known = DocumentDeclaration.read(document, types, elements);
            read.put(document.getQualifiedName(), known);
        }
        return known;
    }

    Types types() {
        return types;
    }

    Elements elements() {
        return elements;
    }
}
