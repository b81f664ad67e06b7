// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of one collection have to agree on what the collection has once: ids, versions, the fields of links, indexes. */
public final class HierarchyValidator {
    private final DocumentDeclaration document;
    private final List<DocumentModel> permitted;
    private final ValidationReport report;

    /** @param permitted the types that the sealed document permits, each right by itself */
    public HierarchyValidator(DocumentDeclaration document, List<DocumentModel> permitted, ValidationReport report) {
        this.document = document;
        this.permitted = permitted;
        this.report = report;
    }

    /** Whether the types agree; what is wrong is added to the report. */
    public boolean check() {
        checkIds();
        checkVersions();
        checkLinks();
        checkNestedLinks();
        permitted.forEach(this::checkIndexes);
        return !report.hasErrors();
    }

    private void checkIds() {
        DocumentModel first = permitted.get(0);
        permitted.stream()
                .filter(type -> !type.id().name().equals(first.id().name())
                        || !type.id().type().equals(first.id().type()))
                .findFirst()
                .ifPresent(other -> report.add(
                        document.element(),
                        Message.IDS_OF_TYPES_DIFFER,
                        document.displayName(),
                        name(first, first.id()),
                        first.id().type(),
                        name(other, other.id()),
                        other.id().type()));
    }

    private void checkVersions() {
        Optional<String> first = version(permitted.get(0));
        if (permitted.stream().anyMatch(type -> !version(type).equals(first))) {
            report.add(
                    document.element(),
                    Message.VERSIONS_OF_TYPES_DIFFER,
                    document.displayName(),
                    permitted.stream()
                            .flatMap(type -> version(type).stream()
                                    .map(name -> type.names().displayName() + "." + name))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static Optional<String> version(DocumentModel type) {
        return type.structure().fields().stream()
                .filter(FieldModel::isVersion)
                .map(FieldModel::storedName)
                .findFirst();
    }

    private record Use(DocumentModel type, MemberModel.Stored member) {}

    /** Queries along a link, and what removes links, must not meet something else under the same name. */
    private void checkLinks() {
        Map<String, Use> first = new HashMap<>();
        for (DocumentModel type : permitted) {
            for (MemberModel.Stored member : type.structure().stored()) {
                Use known = first.putIfAbsent(member.storedName(), new Use(type, member));
                if (known != null && !areAlike(known.member, member)) {
                    report.add(
                            document.element(),
                            Message.STORED_LINKS_OF_TYPES_DIFFER,
                            document.displayName(),
                            name(known.type, known.member),
                            name(type, member),
                            member.storedName());
                }
            }
        }
    }

    private static boolean areAlike(MemberModel.Stored one, MemberModel.Stored other) {
        if (one instanceof LinkModel link && other instanceof LinkModel otherLink) {
            return areAlike(link, otherLink);
        }
        return !(one instanceof LinkModel) && !(other instanceof LinkModel);
    }

    static boolean areAlike(LinkModel link, LinkModel other) {
        return link.target().equals(other.target())
                && link.storage().equals(other.storage())
                && link.shape().isList() == other.shape().isList();
    }

    /** The same for links within embedded values. */
    private void checkNestedLinks() {
        Set<String> told = new HashSet<>();
        for (DocumentModel type : permitted) {
            for (NestedLinkModel link : type.nestedLinks()) {
                told.add(in(type, link));
                permitted.stream().filter(other -> !other.equals(type)).forEach(other -> StoredElsewhere.find(
                                link, other)
                        .filter(found -> told.add(in(other, link)))
                        .ifPresent(found -> report.add(
                                document.element(),
                                Message.STORED_LINKS_OF_TYPES_DIFFER,
                                document.displayName(),
                                type.names().displayName() + "." + found.own(),
                                other.names().displayName() + "." + found.others(),
                                found.storedName())));
            }
        }
    }

    private static String in(DocumentModel type, NestedLinkModel link) {
        return type.names().displayName() + " " + link.storedName();
    }

    private void checkIndexes(DocumentModel type) {
        for (IndexModel index : type.indexes()) {
            if (index.isUnique() || index.expireAfterSeconds() >= 0) {
                permitted.stream()
                        .filter(other -> !isRight(type, index, other))
                        .findFirst()
                        .ifPresent(other -> refuse(type, index, other));
            }
        }
    }

    /** Whether an index, which holds for the whole collection, does no harm to documents of another type. */
    private static boolean isRight(DocumentModel type, IndexModel index, DocumentModel other) {
        Set<String> fields = fields(type, index);
        if (shared(fields, other).isEmpty()) {
            return !index.isUnique() || index.isSparse();
        }
        return other.indexes().stream()
                .anyMatch(each -> each.isUnique() == index.isUnique()
                        && each.isSparse() == index.isSparse()
                        && each.expireAfterSeconds() == index.expireAfterSeconds()
                        && fields(other, each).equals(fields));
    }

    /** A server takes what is not there for a value, too. */
    private void refuse(DocumentModel type, IndexModel index, DocumentModel other) {
        Set<String> shared = shared(fields(type, index), other);
        String keys = String.join(", ", index.keys());
        if (shared.isEmpty()) {
            report.add(
                    document.element(),
                    Message.UNIQUE_INDEX_OF_SOME,
                    type.names().displayName(),
                    keys,
                    document.displayName());
        } else {
            report.add(
                    document.element(),
                    Message.INDEX_OF_ONE_TYPE,
                    type.names().displayName(),
                    index.isUnique() ? "a unique index" : "an index that removes documents",
                    keys,
                    other.names().displayName(),
                    String.join(", ", shared));
        }
    }

    private static Set<String> shared(Set<String> fields, DocumentModel other) {
        Set<String> shared = new LinkedHashSet<>(fields);
        shared.retainAll(stored(other).values());
        return shared;
    }

    /** The stored names of what an index is on. */
    private static Set<String> fields(DocumentModel type, IndexModel index) {
        Map<String, String> stored = stored(type);
        return index.keys().stream()
                .map(key -> key.startsWith("-") ? key.substring(1) : key)
                .map(member -> stored.getOrDefault(member, member))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> stored(DocumentModel type) {
        return type.structure().stored().stream()
                .collect(Collectors.toMap(MemberModel.Stored::name, MemberModel.Stored::storedName));
    }

    private static String name(DocumentModel type, MemberModel member) {
        return type.names().displayName() + "." + member.name();
    }
}
