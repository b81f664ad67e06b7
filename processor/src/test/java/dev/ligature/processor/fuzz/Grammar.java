// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Making;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;

/** Puts declarations together: documents with their links, what they embed, and projections of them. */
final class Grammar {
    static final String LIGATURE = "dev.ligature.annotation";
    static final String BSON = "org.bson.codecs.pojo.annotations";

    private final Chance chance;
    private final int number;
    private final Names names;
    private final ValueGrammar values;
    private final EmbeddedGrammar embedded;
    private final String packageName;
    private final boolean isMeantWell;
    private final List<Draft> documents = new ArrayList<>();
    private final List<Declaration.Type> types = new ArrayList<>();
    private final List<String> embeddable = new ArrayList<>();

    private Grammar(Chance chance, int number, boolean isUnnamed) {
        this.chance = chance;
        this.number = number;
        this.names = new Names(chance, chance.percent(40) ? chance.of(10, 30, 70) : 0);
        this.values = new ValueGrammar(chance);
        this.embedded = new EmbeddedGrammar(chance, names, documents);
        this.packageName = isUnnamed ? "" : "d" + number;
        this.isMeantWell = chance.percent(68);
    }

    /** @param isUnnamed whether it is to be in the unnamed package */
    static Declaration declaration(Chance chance, int number, boolean isUnnamed) {
        return new Grammar(chance, number, isUnnamed).declaration();
    }

    private Declaration declaration() {
        int count = chance.of(1, 1, 1, 2, 2, 3);
        for (int i = 0; i < count; i++) {
            documents.add(draft());
        }
        for (int i = chance.below(3); i > 0; i--) {
            embed(packageName, "", "");
        }
        documents.forEach(this::fill);
        LinkGrammar links = new LinkGrammar(chance, names, documents);
        documents.forEach(links::addLinks);
        documents.forEach(links::addBackLinks);
        documents.forEach(this::addIndexes);
        List<Declaration.Type> projections = chance.percent(35)
                ? List.of(new ProjectionGrammar(chance, names, documents, packageName, isMeantWell).next())
                : List.of();
        if (chance.percent(25)) {
            addHierarchy();
        }
        if (!isMeantWell) {
            new Spoiler(chance, documents, values, embedded.hasLinks()).spoil();
        }
        documents.forEach(draft -> types.add(draft.type(chance)));
        if (documents.stream().noneMatch(draft -> draft.modifiers.equals("private "))) { // no projection could name it
            types.addAll(projections);
        }
        return new Declaration(number, packageName, types, isMeantWell);
    }

    private void addHierarchy() {
        HierarchyGrammar hierarchy = new HierarchyGrammar(chance, names, values, packageName, isMeantWell);
        types.add(hierarchy.next());
        for (Draft draft : documents) {
            if (draft.packageName.equals(packageName) && chance.percent(50)) {
                String name = draft.memberNames(names).next();
                draft.members.add(hierarchy.link(name, chance.of(hierarchy.uses())));
            }
        }
    }

    private Draft draft() {
        boolean isElsewhere = !packageName.isEmpty() && chance.percent(12);
        boolean isPublic = isElsewhere || chance.percent(40);
        Draft draft = new Draft();
        draft.packageName = isElsewhere ? packageName + ".elsewhere" : packageName;
        draft.isPublic = isPublic;
        draft.kind = chance.percent(55) ? Kind.RECORD : Kind.CLASS;
        draft.name = names.type();
        draft.holder = chance.percent(20) ? names.type() : "";
        draft.id = id(draft);
        return draft;
    }

    private Member id(Draft draft) {
        String type = values.id();
        String name = draft.memberNames(names)
                .of(chance.percent(85) ? "id" : draft.memberNames(names).next());
        List<String> annotations = new ArrayList<>();
        if (!name.equals("id") || chance.percent(10)) {
            annotations.add("@{" + BSON + "|BsonId}");
        }
        return new Member(annotations, type, name, reach(draft));
    }

    private Reach reach(Draft draft) {
        return draft.kind == Kind.RECORD
                ? Reach.FIELD
                : chance.of(EmbeddedGrammar.reaches(draft.isPublic && draft.isSeenElsewhere()));
    }

    /** A type in a file of its own, or in the document's. */
    private void embed(String owner, String path, String modifiers) {
        EmbeddedGrammar.Made made = embedded.next(owner, path, modifiers, embeddable);
        types.add(made.type());
        embeddable.addAll(made.uses());
    }

    private void fill(Draft draft) {
        draft.members.add(draft.id);
        List<String> usable = new ArrayList<>(draft.packageName.equals(packageName) ? embeddable : List.of());
        String modifiers = draft.isPublic ? "public " : "";
        for (int i = chance.below(3); i > 0 && chance.percent(60); i--) {
            EmbeddedGrammar.Made made = embedded.next(draft.packageName, draft.path() + ".", modifiers, usable);
            draft.nested.add(made.type());
            usable.addAll(made.uses());
        }
        if (chance.percent(6)) {
            embeddedId(draft, modifiers);
        }
        List<Reach> reaches = draft.kind == Kind.RECORD
                ? List.of(Reach.FIELD)
                : EmbeddedGrammar.reaches(draft.isPublic && draft.isSeenElsewhere());
        for (int i = chance.below(7); i > 0; i--) {
            draft.members.add(embedded.member(usable, draft.memberNames(names), reaches));
        }
        if (chance.percent(12)) {
            draft.members.add(new Member(
                    List.of("@{" + LIGATURE + "|Version}"),
                    "long",
                    draft.memberNames(names).next(),
                    reach(draft)));
        }
        if (draft.kind == Kind.CLASS) {
            draft.making = chance.of(
                    Making.PLAIN, Making.PLAIN, Making.ARGUMENTS, Making.BOTH, Making.CREATOR, Making.FACTORY);
            if (chance.percent(20)) {
                addSuperclass(draft);
            }
        }
    }

    private void embeddedId(Draft draft, String modifiers) {
        String name = names.type();
        draft.nested.add(new Declaration.Type(
                draft.packageName,
                "",
                List.of(),
                modifiers,
                Kind.RECORD,
                name,
                "",
                "",
                Making.PLAIN,
                List.of(),
                List.of(
                        new Member(List.of(), ValueGrammar.STRING, "part", Reach.FIELD),
                        new Member(List.of(), "int", "number", Reach.FIELD)),
                List.of()));
        Member id = draft.id.withType("{" + draft.packageName + "|" + draft.path() + "." + name + "}");
        draft.members.set(draft.members.indexOf(draft.id), id);
        draft.id = id;
    }

    private void addSuperclass(Draft draft) {
        boolean isElsewhere = !packageName.isEmpty() && chance.percent(25);
        String owner = isElsewhere ? packageName + ".base" : draft.packageName;
        Declaration.Type superclass = embedded.superclass(owner, isElsewhere ? "public " : "", isElsewhere);
        types.add(superclass);
        draft.superclass = "{" + owner + "|" + superclass.name() + "}<" + values.value(List.of(), 0) + ">";
        superclass.members().forEach(member -> draft.memberNames(names).of(member.name()));
    }

    private void addIndexes(Draft draft) {
        List<Member> stored = draft.members.stream()
                .filter(member -> member.modifiers().isEmpty()
                        && !member.annotations().toString().contains("|BackLink}")
                        && !member.annotations().toString().contains("|BsonIgnore}")
                        && !member.equals(draft.id))
                .toList();
        if (!stored.isEmpty() && chance.percent(25)) {
            Member member = chance.of(stored);
            List<String> annotations = new ArrayList<>(member.annotations());
            annotations.add("@{" + LIGATURE + "|Indexed}"
                    + chance.of("", "(unique = true)", "(sparse = true, descending = true)"));
            draft.members.set(draft.members.indexOf(member), member.withAnnotations(annotations));
        }
        if (!stored.isEmpty() && chance.percent(15)) {
            draft.annotations.add("@{" + LIGATURE + "|CompoundIndex}({\""
                    + chance.of(stored).name() + "\", \"-" + draft.id.name() + "\"})");
        }
    }
}
