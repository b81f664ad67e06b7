package dev.ligature.processor.resolve;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration.CompoundIndex;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.Suggestions;
import dev.ligature.processor.validate.ValidationReport;
import java.util.ArrayList;
import java.util.List;

/** Collects the indexes of a document: those of its members, then the compound ones. */
final class IndexResolver {
    private final DocumentDeclaration document;
    private final ValidationReport report;

    IndexResolver(DocumentDeclaration document, ValidationReport report) {
        this.document = document;
        this.report = report;
    }

    List<IndexModel> resolve() {
        List<IndexModel> indexes = new ArrayList<>();
        for (MemberDeclaration member : document.structure().members()) {
            member.annotations().index().ifPresent(index -> {
                check(member, index);
                indexes.add(new IndexModel(
                        List.of((index.isDescending() ? "-" : "") + member.name()),
                        index.isUnique(),
                        index.isSparse(),
                        index.expireAfterSeconds()));
            });
        }
        for (CompoundIndex index : document.compoundIndexes()) {
            check(index);
            indexes.add(new IndexModel(index.keys(), index.isUnique(), index.isSparse(), -1));
        }
        return indexes;
    }

    private void check(MemberDeclaration member, MemberAnnotations.Index index) {
        if (!isStored(member)) {
            report.add(member.position(), Message.INDEX_MEMBER_NOT_STORED, member.displayName());
        } else if (index.expireAfterSeconds() >= 0 && !mayBeDate(member)) {
            report.add(member.position(), Message.INDEX_EXPIRY_NOT_DATE, member.displayName(), member.type());
        }
    }

    private static boolean isStored(MemberDeclaration member) {
        return !member.annotations().isIgnored()
                && member.annotations().backLink().isEmpty();
    }

    /** Types that Ligature does not store itself may be stored as anything. */
    private static boolean mayBeDate(MemberDeclaration member) {
        return member.annotations().link().isEmpty()
                && ValueResolver.scalarKind(member.type())
                        .map(ScalarKind::isDate)
                        .orElse(true);
    }

    private void check(CompoundIndex index) {
        if (index.keys().isEmpty()) {
            report.add(document.element(), Message.INDEX_EMPTY, document.displayName());
        }
        List<String> members = document.structure().members().stream()
                .filter(IndexResolver::isStored)
                .map(MemberDeclaration::name)
                .toList();
        for (String key : index.keys()) {
            String name = key.startsWith("-") ? key.substring(1) : key;
            if (!members.contains(name)) {
                report.add(
                        document.element(),
                        Message.INDEX_MEMBER_UNKNOWN,
                        document.displayName(),
                        name,
                        document.displayName(),
                        Suggestions.didYouMean(name, members));
            }
        }
    }
}
