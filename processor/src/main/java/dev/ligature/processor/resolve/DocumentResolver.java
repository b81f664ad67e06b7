// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.resolve.ConstructionResolver.Construction;
import dev.ligature.processor.validate.BackLinkRulesValidator;
import dev.ligature.processor.validate.ConstructionValidator;
import dev.ligature.processor.validate.DocumentValidator;
import dev.ligature.processor.validate.ValidationReport;
import dev.ligature.processor.validate.VersionValidator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a document means, or adds everything that is wrong with it to the report. */
public final class DocumentResolver {
    private final Scope scope;
    private final DocumentDeclaration document;
    private final ValidationReport report;
    private final ValueResolver values;
    private final StructureResolver structures;

    public DocumentResolver(DocumentDeclarations documents, DocumentDeclaration document, ValidationReport report) {
        this.scope = new Scope(documents, document, report);
        this.document = document;
        this.report = report;
        this.values = new ValueResolver(scope);
        this.structures = new StructureResolver(scope, values);
    }

    /**
     * The model, or empty if something is wrong.
     *
     * @throws UnresolvedTypeException if the document has to wait
     * @throws LombokAwaitedException if Lombok runs too late
     */
    public Optional<DocumentModel> resolve() {
        if (document.structure().awaitsLombok()) {
            throw new LombokAwaitedException(document.element());
        }
        DocumentValidator.checkSettings(document, report);
        if (document.isSealed()) {
            return new SealedDocumentResolver(scope.documents(), document, report).resolve();
        }
        Optional<MemberDeclaration> id = IdResolver.find(document, report);
        VersionValidator.check(document, id, report);
        Optional<Construction> construction = structures.construction(document.structure());
        if (construction.isEmpty()) {
            new ConstructionValidator(
                            scope.types(), document.structure(), scope.obstacles(document.structure()), report)
                    .explain();
        }
        List<MemberModel> members = structures.resolveMembers(document.structure(), construction, id);
        List<EmbeddedModel> embedded = values.embedded().finished();
        id.ifPresent(declared -> {
            IdResolver.checkType(declared, members, embedded, report);
            new IdEquality(scope).check(declared);
        });
        List<NestedLinkModel> nestedLinks = new NestedLinkResolver(scope, values.embedded())
                .resolve(TypeName.get(document.structure().type()), members);
        BackLinkRulesValidator.check(document, members, report);
        List<IndexModel> indexes = new IndexResolver(scope.types(), document, id, report).resolve();
        return construction.flatMap(found -> structures
                .assemble(document.structure(), found, document.structure().discriminator(), members)
                .map(structure -> model(structure, embedded, nestedLinks, indexes)));
    }

    private DocumentModel model(
            StructureModel structure,
            List<EmbeddedModel> embedded,
            List<NestedLinkModel> nestedLinks,
            List<IndexModel> indexes) {
        HierarchyModel hierarchy = document.root()
                .map(root ->
                        new HierarchyModel(new DocumentNames(ClassName.get(root)), List.of(), List.of(), List.of()))
                .orElse(null);
        List<String> lints = new LintResolver(scope, values.embedded()).resolve(document.structure());
        return model(document, structure, embedded, nestedLinks, indexes, lints, hierarchy);
    }

    /** The model of any document, sealed ones among them. */
    static DocumentModel model(
            DocumentDeclaration document,
            StructureModel structure,
            List<EmbeddedModel> embedded,
            List<NestedLinkModel> nestedLinks,
            List<IndexModel> indexes,
            List<String> lints,
            @Nullable HierarchyModel hierarchy) {
        return new DocumentModel(
                document.names(),
                document.collectionName(),
                document.maxDepth(),
                structure,
                structure.fields().stream().filter(FieldModel::isId).findFirst().orElseThrow(),
                embedded,
                nestedLinks,
                indexes,
                Access.isPublic(document.element()),
                lints,
                hierarchy);
    }
}
