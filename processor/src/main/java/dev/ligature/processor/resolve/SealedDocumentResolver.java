// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DiscriminatorDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.HierarchyModel.Below;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.resolve.ConstructionResolver.Construction;
import dev.ligature.processor.validate.BackLinkRulesValidator;
import dev.ligature.processor.validate.DocumentValidator;
import dev.ligature.processor.validate.HierarchyValidator;
import dev.ligature.processor.validate.HierarchyValidator.Permitted;
import dev.ligature.processor.validate.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Finds out what a sealed document means: the types that it permits, and what they have in common. What is wrong with one
 * of them is reported where it is declared.
 */
final class SealedDocumentResolver {
    private final DocumentDeclaration document;
    private final ValidationReport report;
    private final Scope scope;
    private final StructureResolver structures;
    private final ValueResolver values;

    SealedDocumentResolver(DocumentDeclarations documents, DocumentDeclaration document, ValidationReport report) {
        this.document = document;
        this.report = report;
        this.scope = new Scope(documents, document, new ValidationReport(document.element()));
        this.values = new ValueResolver(scope);
        this.structures = new StructureResolver(scope, values);
    }

    /** The model, or empty if something is wrong with it or with a type that it permits. */
    Optional<DocumentModel> resolve() {
        List<Permitted> permitted = new ArrayList<>();
        for (TypeElement type : DocumentHierarchy.permitted(document.element())) {
            ValidationReport own = new ValidationReport(type);
            if (!DocumentValidator.checkKind(type, own)) {
                return Optional.empty();
            }
            DocumentDeclaration declaration = scope.documents().of(type);
            Optional<DocumentModel> model = new DocumentResolver(scope.documents(), declaration, own).resolve();
            if (model.isEmpty()) {
                return Optional.empty();
            }
            permitted.add(
                    new Permitted(model.get(), declaration, scope.documents().isCompiled(type)));
        }
        checkDiscriminators();
        boolean agree = new HierarchyValidator(document, permitted, scope.report()).check();
        Optional<DocumentModel> model =
                agree ? resolve(permitted.stream().map(Permitted::model).toList()) : Optional.empty();
        if (agree || isOutermost()) { // on which types disagree, the outermost type says
            report.addErrors(scope.report());
        }
        return model;
    }

    private boolean isOutermost() {
        return document.root().filter(document.element()::equals).isPresent();
    }

    private Optional<DocumentModel> resolve(List<DocumentModel> permitted) {
        Optional<MemberDeclaration> id = IdResolver.find(document, scope.report());
        Construction construction = new Construction(arguments(permitted), null, false);
        List<MemberModel> members =
                structures.resolveMembers(document.structure(), Optional.of(construction), id).stream()
                        .filter(this::isVisible)
                        .toList();
        List<EmbeddedModel> embedded = values.embedded().finished();
        List<NestedLinkModel> nestedLinks = new NestedLinkResolver(scope, values.embedded())
                .resolve(TypeName.get(document.structure().type()), members);
        BackLinkRulesValidator.check(document, members, scope.report());
        List<IndexModel> indexes = new IndexResolver(scope.types(), document, id, scope.report()).resolve();
        Construction none = new Construction(List.of(), null, false); // the codecs of the types make the documents
        return structures
                .assemble(document.structure(), none, Optional.empty(), members)
                .map(structure -> DocumentResolver.model(
                        document,
                        structure,
                        embedded,
                        nestedLinks,
                        indexes,
                        new LintResolver(scope, values.embedded()).resolve(document.structure()),
                        hierarchy(structure, permitted)));
    }

    private void checkDiscriminators() {
        UnionRules rules = new UnionRules(scope, document.element());
        for (TypeElement type : DocumentHierarchy.permitted(document.element())) {
            boolean isCompiled = scope.documents().isCompiled(type);
            ValidationReport own = new ValidationReport(isCompiled ? type : document.element());
            rules.checkDiscriminator(type, DiscriminatorDeclaration.of(type, scope.types(), scope.elements()), own);
            scope.report().addErrors(own);
        }
    }

    /** Members that every constructor takes must be there, and so must those that one of them takes. */
    private List<MemberDeclaration> arguments(List<DocumentModel> permitted) {
        return document.structure().members().stream()
                .filter(member -> permitted.stream()
                        .flatMap(model -> model.structure().arguments().stream())
                        .anyMatch(argument -> argument.name().equals(member.name())))
                .toList();
    }

    /** Types of another package may have members in common that generated code in this one cannot name. */
    private boolean isVisible(MemberModel member) {
        return member.property().isPublic()
                || DocumentHierarchy.permitted(document.element()).stream().allMatch(type -> ClassName.get(type)
                        .packageName()
                        .equals(document.names().document().packageName()));
    }

    private HierarchyModel hierarchy(StructureModel structure, List<DocumentModel> permitted) {
        DocumentNames root = document.root()
                .filter(each -> !each.equals(document.element()))
                .map(each -> new DocumentNames(ClassName.get(each)))
                .orElse(null);
        return new HierarchyModel(
                root,
                permitted,
                DocumentHierarchy.below(document.element()).stream()
                        .map(type -> new Below(new DocumentNames(ClassName.get(type)), Access.isPublic(type)))
                        .toList(),
                SharedLinks.of(structure, permitted));
    }
}
