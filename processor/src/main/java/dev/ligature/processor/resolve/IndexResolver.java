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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the indexes of a document: those of its members, then the compound ones. */
final class IndexResolver {
    private final DocumentDeclaration document;
    private final Optional<MemberDeclaration> id;
    private final ValidationReport report;

    IndexResolver(DocumentDeclaration document, Optional<MemberDeclaration> id, ValidationReport report) {
        this.document = document;
        this.id = id;
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
        } else if (id.filter(member::equals).isPresent() && (index.isUnique() || index.isSparse())) {
            report.add(member.position(), Message.INDEX_OF_ID, member.displayName());
        } else if (index.expireAfterSeconds() >= 0 && !mayBeDate(member)) {
            report.add(member.position(), Message.INDEX_EXPIRY_NOT_DATE, member.displayName(), member.type());
        } else if (index.expireAfterSeconds() > Integer.MAX_VALUE) {
            report.add(
                    member.position(),
                    Message.INDEX_EXPIRY_TOO_LONG,
                    member.displayName(),
                    index.expireAfterSeconds(),
                    Integer.MAX_VALUE);
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
        List<MemberDeclaration> stored = document.structure().members().stream()
                .filter(IndexResolver::isStored)
                .toList();
        List<MemberDeclaration> named = new ArrayList<>();
        for (String key : index.keys()) {
            String name = key.startsWith("-") ? key.substring(1) : key;
            stored.stream()
                    .filter(member -> member.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(named::add, () -> refuse(name, stored));
        }
        check(index, named);
    }

    private void refuse(String name, List<MemberDeclaration> stored) {
        report.add(
                document.element(),
                Message.INDEX_MEMBER_UNKNOWN,
                document.displayName(),
                name,
                document.displayName(),
                Suggestions.didYouMean(
                        name, stored.stream().map(MemberDeclaration::name).toList()));
    }

    /** What is wrong with an index as a whole, whose keys name these members. */
    private void check(CompoundIndex index, List<MemberDeclaration> members) {
        Set<MemberDeclaration> seen = new HashSet<>();
        members.stream()
                .filter(member -> !seen.add(member))
                .findFirst()
                .ifPresent(member -> report.add(
                        document.element(), Message.INDEX_MEMBER_TWICE, document.displayName(), member.name()));
        if (index.keys().size() == 1
                && id.filter(seen::contains).isPresent()
                && (index.isUnique() || index.isSparse())) {
            report.add(document.element(), Message.INDEX_OF_ID, members.get(0).displayName());
        }
        List<String> lists = members.stream()
                .distinct()
                .filter(member -> ValueResolver.isList(member.type()))
                .map(MemberDeclaration::name)
                .toList();
        if (lists.size() > 1) {
            report.add(
                    document.element(), Message.INDEX_OVER_LISTS, document.displayName(), lists.get(0), lists.get(1));
        }
    }
}
