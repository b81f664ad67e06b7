// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.validate.MemberObstacles;
import dev.ligature.processor.validate.ValidationReport;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the resolvers of one document share. */
final class Scope {
    private final DocumentDeclarations documents;
    private final DocumentDeclaration document;
    private final ValidationReport report;
    private final Map<TypeName, StructureDeclaration> structures = new HashMap<>();

    Scope(DocumentDeclarations documents, DocumentDeclaration document, ValidationReport report) {
        this.documents = documents;
        this.document = document;
        this.report = report;
        structures.put(TypeName.get(document.structure().type()), document.structure());
    }

    DocumentDeclarations documents() {
        return documents;
    }

    DocumentDeclaration document() {
        return document;
    }

    ValidationReport report() {
        return report;
    }

    Types types() {
        return documents.types();
    }

    Elements elements() {
        return documents.elements();
    }

    Access access() {
        return document.access();
    }

    /** Reports which members of a structure generated code cannot use. */
    MemberObstacles obstacles(StructureDeclaration structure) {
        return new MemberObstacles(types(), elements(), access(), structure.type(), report);
    }

    /**
     * The structure of a type that the document may embed, read once.
     *
     * @throws LombokAwaitedException when there is nothing to be read yet
     */
    StructureDeclaration structure(DeclaredType type) {
        TypeName name = TypeName.get(type);
        StructureDeclaration known = structures.get(name);
        if (known == null) {
            known = StructureReader.read(types(), elements(), access(), type);
            if (known.awaitsLombok()) {
                throw new LombokAwaitedException(known.element());
            }
            structures.put(name, known);
        }
        return known;
    }
}
