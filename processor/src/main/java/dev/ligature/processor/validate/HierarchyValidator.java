// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration.CompoundIndex;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.Place;
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
import java.util.stream.Stream;

/** The types of one collection have to agree on what the collection has once: ids, versions, the fields of links, indexes. */
public final class HierarchyValidator {
    private final DocumentDeclaration document;
    private final List<Permitted> permitted;
    private final ValidationReport report;

    /**
     * A type that the sealed document permits.
     *
     * @param isCompiled whether it has a source, in which messages can be shown
     */
    public record Permitted(DocumentModel model, DocumentDeclaration declaration, boolean isCompiled) {
        private String displayName() {
            return declaration.displayName();
        }

        private String name(MemberModel member) {
            return displayName() + "." + member.name();
        }

        /** Where a member is declared. */
        private Place position(String member) {
            return Place.of(
                    declaration.member(member).map(MemberDeclaration::position).orElse(declaration.element()));
        }

        /** The annotation that declares an index. */
        private Place place(IndexModel index) {
            return Stream.concat(declaration.compoundIndexes().stream(), declaration.inheritedIndexes().stream())
                    .filter(each -> index.expireAfterSeconds() < 0
                            && each.keys().equals(index.keys())
                            && each.isUnique() == index.isUnique()
                            && each.isSparse() == index.isSparse())
                    .map(CompoundIndex::place)
                    .findFirst()
                    .or(() -> declaration.member(unsigned(index.keys().get(0))).map(member -> member.at("Indexed")))
                    .orElseGet(() -> Place.of(declaration.element()));
        }
    }

    /** @param permitted the types that the sealed document permits, each right by itself */
    public HierarchyValidator(DocumentDeclaration document, List<Permitted> permitted, ValidationReport report) {
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

    /** Adds an error at a type, in its own file, or at the sealed document if the type comes from a class file. */
    private void report(Permitted type, Place place, Message message, Object... arguments) {
        ValidationReport own = new ValidationReport(type.isCompiled ? type.declaration.element() : document.element());
        own.add(place, message, arguments);
        report.addErrors(own);
    }

    private void checkIds() {
        Permitted first = permitted.get(0);
        FieldModel id = first.model.id();
        permitted.stream()
                .filter(type -> !type.model.id().name().equals(id.name())
                        || !type.model.id().type().equals(id.type()))
                .findFirst()
                .ifPresent(other -> report(
                        other,
                        other.position(other.model.id().name()),
                        Message.IDS_OF_TYPES_DIFFER,
                        document.displayName(),
                        first.name(id),
                        id.type(),
                        other.name(other.model.id()),
                        other.model.id().type()));
    }

    private void checkVersions() {
        Optional<Permitted> first =
                permitted.stream().filter(type -> version(type).isPresent()).findFirst();
        if (first.isEmpty()) {
            return;
        }
        FieldModel version = version(first.get()).orElseThrow();
        permitted.stream()
                .filter(type -> !version(type).map(FieldModel::storedName).equals(Optional.of(version.storedName())))
                .findFirst()
                .ifPresent(other -> report(
                        other,
                        version(other)
                                .map(differing -> other.position(differing.name()))
                                .orElse(Place.of(other.declaration.element())),
                        Message.VERSIONS_OF_TYPES_DIFFER,
                        document.displayName(),
                        first.get().name(version)));
    }

    private static Optional<FieldModel> version(Permitted type) {
        return type.model.structure().fields().stream()
                .filter(FieldModel::isVersion)
                .findFirst();
    }

    private record Use(Permitted type, MemberModel.Stored member) {}

    /** Queries along a link, and what removes links, must not meet something else under the same name. */
    private void checkLinks() {
        Map<String, Use> first = new HashMap<>();
        for (Permitted type : permitted) {
            for (MemberModel.Stored member : type.model.structure().stored()) {
                Use known = first.putIfAbsent(member.storedName(), new Use(type, member));
                if (known != null && !areAlike(known.member, member)) {
                    report(
                            type,
                            type.position(member.name()),
                            Message.STORED_LINKS_OF_TYPES_DIFFER,
                            document.displayName(),
                            known.type.name(known.member),
                            type.name(member),
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
        for (Permitted type : permitted) {
            for (NestedLinkModel link : type.model.nestedLinks()) {
                told.add(in(type, link));
                permitted.stream().filter(other -> !other.equals(type)).forEach(other -> StoredElsewhere.find(
                                link, other.model)
                        .filter(found -> told.add(in(other, link)))
                        .ifPresent(found -> report(
                                other,
                                other.position(found.others().split("\\.", 2)[0]),
                                Message.STORED_LINKS_OF_TYPES_DIFFER,
                                document.displayName(),
                                type.displayName() + "." + found.own(),
                                other.displayName() + "." + found.others(),
                                found.storedName())));
            }
        }
    }

    private static String in(Permitted type, NestedLinkModel link) {
        return type.displayName() + " " + link.storedName();
    }

    private void checkIndexes(Permitted type) {
        for (IndexModel index : type.model.indexes()) {
            if (index.isUnique() || index.expireAfterSeconds() >= 0) {
                permitted.stream()
                        .filter(other -> !isRight(type, index, other))
                        .findFirst()
                        .ifPresent(other -> refuse(type, index, other));
            }
        }
    }

    /** Whether an index, which holds for the whole collection, does no harm to documents of another type. */
    private static boolean isRight(Permitted type, IndexModel index, Permitted other) {
        Set<String> fields = fields(type, index);
        if (shared(fields, other).isEmpty()) {
            return !index.isUnique() || index.isSparse();
        }
        return other.model.indexes().stream()
                .anyMatch(each -> each.isUnique() == index.isUnique()
                        && each.isSparse() == index.isSparse()
                        && each.expireAfterSeconds() == index.expireAfterSeconds()
                        && fields(other, each).equals(fields));
    }

    /** A server takes what is not there for a value, too. */
    private void refuse(Permitted type, IndexModel index, Permitted other) {
        Set<String> shared = shared(fields(type, index), other);
        String keys = String.join(", ", index.keys());
        if (shared.isEmpty()) {
            report(
                    type,
                    type.place(index),
                    Message.UNIQUE_INDEX_OF_SOME,
                    type.displayName(),
                    keys,
                    document.displayName());
        } else {
            report(
                    type,
                    type.place(index),
                    Message.INDEX_OF_ONE_TYPE,
                    type.displayName(),
                    index.isUnique() ? "a unique index" : "an index that removes documents",
                    keys,
                    other.displayName(),
                    String.join(", ", shared));
        }
    }

    private static Set<String> shared(Set<String> fields, Permitted other) {
        Set<String> shared = new LinkedHashSet<>(fields);
        shared.retainAll(stored(other).values());
        return shared;
    }

    /** The stored names of what an index is on. */
    private static Set<String> fields(Permitted type, IndexModel index) {
        Map<String, String> stored = stored(type);
        return index.keys().stream()
                .map(HierarchyValidator::unsigned)
                .map(member -> stored.getOrDefault(member, member))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The member that a key of an index names. */
    private static String unsigned(String key) {
        return key.startsWith("-") ? key.substring(1) : key;
    }

    private static Map<String, String> stored(Permitted type) {
        return type.model.structure().stored().stream()
                .collect(Collectors.toMap(MemberModel.Stored::name, MemberModel.Stored::storedName));
    }
}
