// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Making;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Documents of several types in one collection: a sealed type, those that it permits, and links to all of them. */
final class HierarchyGrammar {
    private static final String DISCRIMINATOR = "@{" + Grammar.BSON + "|BsonDiscriminator}";
    private static final String LINK = "@{" + Grammar.LIGATURE + "|Link}";

    private final Chance chance;
    private final Names names;
    private final ValueGrammar values;
    private final String packageName;
    private final Spoilt spoilt;
    private final List<String> uses = new ArrayList<>();

    /** What must not be. */
    private enum Spoilt {
        NOTHING,
        IDS,
        DISCRIMINATORS,
        ROOT,
        STORED_NAMES
    }

    HierarchyGrammar(Chance chance, Names names, ValueGrammar values, String packageName, boolean isMeantWell) {
        this.chance = chance;
        this.names = names;
        this.values = values;
        this.packageName = packageName;
        this.spoilt = isMeantWell ? Spoilt.NOTHING : chance.of(Spoilt.values());
    }

    /** The types to which documents of the package may link. */
    List<String> uses() {
        return uses;
    }

    /** A sealed document with all that it permits. */
    Declaration.Type next() {
        boolean isClass = chance.percent(40);
        String name = names.type();
        String visible = chance.percent(40) ? "public " : "";
        Member id = new Member(List.of(), values.id(), "id", Reach.FIELD);
        Member common = new Member(List.of(), values.member(List.of()), "common", Reach.FIELD);
        uses.add(use(name));
        List<Member> shared = List.of(id, common);
        List<Declaration.Type> below = new ArrayList<>();
        List<String> permitted = new ArrayList<>();
        for (int i = chance.between(2, 3); i > 0; i--) {
            permitted.add(leaf(name, name, isClass, visible, isClass ? List.of() : shared, below));
        }
        if (chance.percent(30)) {
            String inner = names.type();
            String leaf = leaf(name, name + "." + inner, isClass, visible, isClass ? List.of() : shared, below);
            permitted.add(inner);
            uses.add(use(name + "." + inner));
            below.add(sealed(
                    List.of(), visible, isClass, inner, extending(name, isClass), name, List.of(leaf), List.of()));
        }
        List<String> annotations = new ArrayList<>();
        annotations.add("@{" + Grammar.LIGATURE + "|Document}");
        if (chance.percent(40)) {
            annotations.add(DISCRIMINATOR + "(key = \"kind\")");
        }
        Declaration.Type root =
                sealed(annotations, visible, isClass, name, "", name, permitted, isClass ? shared : List.of());
        return root.with(root.annotations(), root.members(), below, root.body());
    }

    private String use(String path) {
        return "{" + packageName + "|" + path + "}";
    }

    private String extending(String path, boolean isClass) {
        return (isClass ? " extends " : " implements ") + use(path);
    }

    private Declaration.Type sealed(
            List<String> annotations,
            String visible,
            boolean isClass,
            String name,
            String heritage,
            String holder,
            List<String> permitted,
            List<Member> members) {
        String permits =
                permitted.stream().map(each -> use(holder + "." + each)).collect(Collectors.joining(", "));
        String modifiers = isClass ? (spoilt == Spoilt.ROOT ? "sealed " : "abstract sealed ") : "sealed ";
        String inherited = isClass ? heritage : heritage.replace(" implements ", " extends ");
        return type(
                annotations,
                visible + modifiers,
                isClass ? Kind.CLASS : Kind.INTERFACE,
                name,
                inherited + " permits " + permits,
                members);
    }

    /** A type at the end, nested in the outermost one; returns its name. */
    private String leaf(
            String holder,
            String parent,
            boolean isClass,
            String visible,
            List<Member> shared,
            List<Declaration.Type> below) {
        String name = names.type();
        List<Member> members = new ArrayList<>(shared);
        if (spoilt == Spoilt.IDS && !below.isEmpty() && !members.isEmpty()) {
            Member id = members.get(0);
            members.set(0, id.withType(id.type().equals("int") ? "long" : "int"));
        }
        if (spoilt == Spoilt.STORED_NAMES) {
            members.add(
                    below.isEmpty()
                            ? link("clash", uses.get(0))
                            : new Member(List.of(), ValueGrammar.STRING, "clash", Reach.FIELD));
        }
        String number = String.valueOf(below.size());
        for (int i = chance.below(3); i > 0; i--) {
            members.add(new Member(List.of(), values.member(List.of()), "own" + number + i, Reach.FIELD));
        }
        for (int i = chance.below(3); i > 0; i--) {
            members.add(link("link" + number + i, chance.of(uses)));
        }
        String value = spoilt == Spoilt.DISCRIMINATORS ? "same" : "kind" + number;
        boolean isNamed = spoilt == Spoilt.DISCRIMINATORS || chance.percent(50);
        boolean isRecord = !isClass && chance.percent(60);
        uses.add(use(holder + "." + name));
        below.add(type(
                isNamed ? List.of(DISCRIMINATOR + "(\"" + value + "\")") : List.of(),
                visible + (isRecord ? "" : "final "),
                isRecord ? Kind.RECORD : Kind.CLASS,
                name,
                extending(parent, isClass),
                members));
        return name;
    }

    /** A link to one of them. */
    Member link(String name, String use) {
        String single = "{dev.ligature.link|Ref}<" + use + ">";
        String type =
                switch (chance.below(4)) {
                    case 0 -> "{java.util|Optional}<" + single + ">";
                    case 1 -> "{java.util|List}<" + single + ">";
                    default -> single;
                };
        return new Member(List.of(LINK), type, name, Reach.FIELD);
    }

    private Declaration.Type type(
            List<String> annotations, String modifiers, Kind kind, String name, String heritage, List<Member> members) {
        return new Declaration.Type(
                packageName,
                "",
                annotations,
                modifiers,
                kind,
                name,
                "",
                heritage,
                Making.PLAIN,
                List.of(),
                members,
                List.of());
    }
}
