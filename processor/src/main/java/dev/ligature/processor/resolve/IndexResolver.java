// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.declaration.ConverterDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration.CompoundIndex;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.Suggestions;
import dev.ligature.processor.validate.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Collects the indexes of a document: those of its members, then the compound ones. */
final class IndexResolver {
    private final Types types;
    private final DocumentDeclaration document;
    private final Optional<MemberDeclaration> id;
    private final ValidationReport report;

    IndexResolver(Types types, DocumentDeclaration document, Optional<MemberDeclaration> id, ValidationReport report) {
        this.types = types;
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
        for (CompoundIndex index : document.inheritedIndexes()) { // checked where they are declared
            indexes.add(new IndexModel(index.keys(), index.isUnique(), index.isSparse(), -1));
        }
        for (CompoundIndex index : document.compoundIndexes()) {
            check(index);
            indexes.add(new IndexModel(index.keys(), index.isUnique(), index.isSparse(), -1));
        }
        return indexes;
    }

    private void check(MemberDeclaration member, MemberAnnotations.Index index) {
        Place place = member.at("Indexed");
        if (!isStored(member)) {
            refuseNotStored(place, member, "Remove @Indexed");
        } else if (id.filter(member::equals).isPresent() && (index.isUnique() || index.isSparse())) {
            report.add(place, Message.INDEX_OF_ID, member.displayName());
        } else if (index.expireAfterSeconds() >= 0 && !mayBeDate(member)) {
            report.add(
                    place.value("expireAfterSeconds"),
                    Message.INDEX_EXPIRY_NOT_DATE,
                    member.displayName(),
                    member.type());
        } else if (index.expireAfterSeconds() > Integer.MAX_VALUE) {
            report.add(
                    place.value("expireAfterSeconds"),
                    Message.INDEX_EXPIRY_TOO_LONG,
                    member.displayName(),
                    index.expireAfterSeconds(),
                    Integer.MAX_VALUE);
        }
    }

    private void refuseNotStored(Place place, MemberDeclaration member, String remedy) {
        boolean isIgnored = member.annotations().isIgnored();
        report.add(
                place,
                Message.INDEX_MEMBER_NOT_STORED,
                member.displayName(),
                isIgnored ? "is annotated with @BsonIgnore" : "is a back link",
                remedy + (isIgnored ? ", or remove @BsonIgnore" : ": the link that it mirrors has an index anyway"));
    }

    private static boolean isStored(MemberDeclaration member) {
        return !member.annotations().isIgnored()
                && member.annotations().backLink().isEmpty();
    }

    /** Types that Ligature does not store itself may be stored as anything. */
    private boolean mayBeDate(MemberDeclaration member) {
        return member.annotations().link().isEmpty()
                && ValueResolver.scalarKind(storedType(member))
                        .map(ScalarKind::isDate)
                        .orElse(true);
    }

    /** The type of a member, or the one to which a converter turns its whole value. */
    private TypeMirror storedType(MemberDeclaration member) {
        TypeMirror carried = ProjectionTypes.withoutOptional(member.type());
        return ConverterResolver.declared(types, member)
                .filter(converter -> ConverterResolver.isOf(types, carried, converter))
                .map(ConverterDeclaration::stored)
                .orElse(member.type());
    }

    private void check(CompoundIndex index) {
        if (index.keys().isEmpty()) {
            report.add(index.place(), Message.INDEX_EMPTY, document.displayName());
        }
        List<MemberDeclaration> named = new ArrayList<>();
        for (int i = 0; i < index.keys().size(); i++) {
            Place place = index.place().value("value", i);
            String key = index.keys().get(i);
            String name = key.startsWith("-") ? key.substring(1) : key;
            Optional<MemberDeclaration> member = document.member(name);
            if (member.isEmpty()) {
                refuse(place, name);
            } else if (!isStored(member.get())) {
                refuseNotStored(place, member.get(), "Remove it from @CompoundIndex");
            } else {
                if (named.contains(member.get())) {
                    report.add(place, Message.INDEX_MEMBER_TWICE, document.displayName(), name);
                }
                named.add(member.get());
            }
        }
        check(index, named);
    }

    private void refuse(Place place, String name) {
        int dot = name.indexOf('.');
        Optional<MemberDeclaration> outer = dot < 0 ? Optional.empty() : document.member(name.substring(0, dot));
        if (outer.isPresent()) {
            boolean isLink = outer.get().annotations().link().isPresent();
            report.add(
                    place,
                    Message.INDEX_MEMBER_NESTED,
                    document.displayName(),
                    name,
                    isLink
                            ? "Declare the index on the document to which "
                                    + outer.get().displayName() + " links"
                            : "Create such an index through the repository's collection()");
            return;
        }
        report.add(
                place,
                Message.INDEX_MEMBER_UNKNOWN,
                document.displayName(),
                name,
                document.displayName(),
                storedAs(name)
                        .map(member ->
                                " (did you mean \"" + member.name() + "\", which is stored as \"" + name + "\"?)")
                        .orElseGet(() -> Suggestions.didYouMean(name, stored())));
    }

    private Optional<MemberDeclaration> storedAs(String name) {
        return document.structure().members().stream()
                .filter(member -> member.annotations().storedName().orElse("").equals(name))
                .findFirst();
    }

    private List<String> stored() {
        return document.structure().members().stream()
                .filter(IndexResolver::isStored)
                .map(MemberDeclaration::name)
                .toList();
    }

    /** What is wrong with an index as a whole, whose keys name these members. */
    private void check(CompoundIndex index, List<MemberDeclaration> members) {
        if (index.keys().size() == 1
                && id.filter(members::contains).isPresent()
                && (index.isUnique() || index.isSparse())) {
            report.add(index.place(), Message.INDEX_OF_ID, members.get(0).displayName());
        }
        List<String> lists = members.stream()
                .distinct()
                .filter(member -> ValueResolver.isList(storedType(member)))
                .map(MemberDeclaration::name)
                .toList();
        if (lists.size() > 1) {
            report.add(index.place(), Message.INDEX_OVER_LISTS, document.displayName(), lists.get(0), lists.get(1));
        }
    }
}
