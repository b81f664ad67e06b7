// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Making;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types without {@code @Document}: enums, values that are embedded, sealed hierarchies of them, superclasses. */
final class EmbeddedGrammar {
    private static final String BSON = "org.bson.codecs.pojo.annotations";
    /** What holds values, without the type of those. */
    private static final Pattern CONTAINER = Pattern.compile(
            "\\{java\\.util\\|(Optional|List|Set|Collection)}<|\\{java\\.util\\|Map}<\\{java\\.lang\\|String}, ");

    private final Chance chance;
    private final Names names;
    private final List<Draft> documents;
    private final ValueGrammar values;
    private int links;

    /** @param documents what members may link to */
    EmbeddedGrammar(Chance chance, Names names, List<Draft> documents) {
        this.chance = chance;
        this.names = names;
        this.documents = documents;
        this.values = new ValueGrammar(chance);
    }

    /**
     * A new type.
     *
     * @param uses the texts of the types that have it, which values may be made of
     */
    record Made(Declaration.Type type, List<String> uses) {}

    /** @param path the names of the types around it, each with a dot behind */
    Made next(String packageName, String path, String modifiers, List<String> embeddable) {
        String name = names.type();
        String use = "{" + packageName + "|" + path + name + "}";
        return switch (chance.below(10)) {
            case 0, 1 ->
                new Made(
                        constants(packageName, modifiers, name, ""),
                        List.of(use, "{java.util|Map}<" + use + ", " + values.value(List.of(), 1) + ">"));
            case 2 -> generic(packageName, modifiers, name, use);
            case 3, 4 -> new Made(sealed(packageName, path, modifiers, name, embeddable), List.of(use));
            case 5, 6, 7 ->
                new Made(record(packageName, modifiers, name, "", withSelf(embeddable, use), use), List.of(use));
            default -> new Made(plainClass(packageName, modifiers, name, "", embeddable), List.of(use));
        };
    }

    /** A value may hold more of its kind in its lists. */
    private List<String> withSelf(List<String> embeddable, String use) {
        if (chance.percent(80)) {
            return embeddable;
        }
        List<String> more = new ArrayList<>(embeddable);
        more.add("{java.util|List}<" + use + ">");
        return more;
    }

    private Declaration.Type constants(String packageName, String modifiers, String name, String heritage) {
        String body = chance.of(
                "RED, GREEN, BLUE",
                "RED { }, GREEN",
                "A",
                "Type, codec, reader",
                "@{" + BSON + "|BsonProperty}(\"red\") RED, GREEN",
                "@{" + BSON + "|BsonProperty}(\"B\") A { }, @{" + BSON + "|BsonProperty}(\"A\") B");
        return type(
                packageName,
                List.of(),
                modifiers,
                Kind.ENUM,
                name,
                "",
                heritage,
                Making.PLAIN,
                List.of(body),
                List.of());
    }

    private Made generic(String packageName, String modifiers, String name, String use) {
        Member first = new Member(List.of(), "X", "first", Reach.FIELD);
        Member second = new Member(
                List.of(), chance.of("X", "{java.util|List}<X>", "{java.util|Optional}<X>"), "second", Reach.FIELD);
        Declaration.Type type = type(
                packageName,
                List.of(),
                modifiers,
                Kind.RECORD,
                name,
                "<X>",
                "",
                Making.PLAIN,
                List.of(),
                List.of(first, second));
        String one = use + "<" + values.value(List.of(), 1) + ">";
        return new Made(type, List.of(one, use + "<" + values.value(List.of(one), 1) + ">"));
    }

    /** @param use the text of the type itself: one that holds more of its kind has no links */
    private Declaration.Type record(
            String packageName, String modifiers, String name, String heritage, List<String> embeddable, String use) {
        List<Member> members = members(embeddable, chance.between(1, 4), List.of(Reach.FIELD));
        if (members.stream().noneMatch(member -> member.type().contains(use))) {
            addLink(packageName, members, List.of(Reach.FIELD));
        }
        return type(
                packageName,
                discriminator(10),
                modifiers,
                Kind.RECORD,
                name,
                "",
                heritage,
                Making.PLAIN,
                List.of(),
                members);
    }

    /** A link has a name that no other member has: subtypes of one sealed type must not differ in what they store under it. */
    private void addLink(String packageName, List<Member> members, List<Reach> reaches) {
        List<Draft> targets = documents.stream()
                .filter(each -> each.packageName.equals(packageName) || each.isPublic)
                .toList();
        if (!targets.isEmpty() && chance.percent(25)) {
            LinkGrammar links = new LinkGrammar(chance, names, documents);
            members.add(links.link(chance.of(targets), "linked" + this.links++, reaches));
        }
    }

    /** Whether some type links to a document. */
    boolean hasLinks() {
        return links > 0;
    }

    private Declaration.Type plainClass(
            String packageName, String modifiers, String name, String heritage, List<String> embeddable) {
        boolean isPublic = modifiers.contains("public");
        List<Member> members = members(embeddable, chance.between(1, 4), reaches(isPublic));
        addLink(packageName, members, reaches(isPublic));
        Making making =
                chance.of(Making.PLAIN, Making.PLAIN, Making.ARGUMENTS, Making.BOTH, Making.CREATOR, Making.FACTORY);
        return type(
                packageName, discriminator(10), modifiers, Kind.CLASS, name, "", heritage, making, List.of(), members);
    }

    /** Where code of other packages has to reach members, fields that are not public do not do. */
    static List<Reach> reaches(boolean isPublic) {
        return isPublic
                ? List.of(Reach.GETTER_AND_SETTER, Reach.FLUENT, Reach.GETTER_AND_ARGUMENT)
                : List.of(
                        Reach.FIELD,
                        Reach.FIELD,
                        Reach.GETTER_AND_SETTER,
                        Reach.FLUENT,
                        Reach.FINAL_FIELD,
                        Reach.GETTER_AND_ARGUMENT);
    }

    private Declaration.Type sealed(
            String packageName, String path, String modifiers, String name, List<String> embeddable) {
        boolean isClass = chance.percent(30);
        String use = "{" + packageName + "|" + path + name;
        String heritage = isClass ? " extends " + use + "}" : " implements " + use + "}";
        List<Declaration.Type> subtypes = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 0; i < count; i++) {
            String subtype = names.type();
            String leaf = modifiers + (isClass ? "final " : "");
            subtypes.add(
                    isClass
                            ? plainClass(packageName, leaf, subtype, heritage, embeddable)
                            : switch (chance.below(6)) {
                                case 0 ->
                                    type(
                                            packageName,
                                            discriminator(30),
                                            modifiers,
                                            Kind.RECORD,
                                            subtype,
                                            "",
                                            heritage,
                                            Making.PLAIN,
                                            List.of(),
                                            List.of());
                                case 1 ->
                                    type(
                                            packageName,
                                            discriminator(30),
                                            modifiers,
                                            Kind.ENUM,
                                            subtype,
                                            "",
                                            heritage,
                                            Making.PLAIN,
                                            List.of("ONE, TWO"),
                                            List.of());
                                case 2 -> plainClass(packageName, modifiers + "final ", subtype, heritage, embeddable);
                                default -> record(packageName, modifiers, subtype, heritage, embeddable, use);
                            });
        }
        List<String> annotations =
                chance.percent(30) ? List.of("@{" + BSON + "|BsonDiscriminator}(key = \"kind_\")") : List.of();
        Declaration.Type root = type(
                packageName,
                annotations,
                modifiers + (isClass ? "abstract sealed " : "sealed "),
                isClass ? Kind.CLASS : Kind.INTERFACE,
                name,
                "",
                " permits "
                        + subtypes.stream()
                                .map(subtype -> use + "." + subtype.name() + "}")
                                .collect(Collectors.joining(", ")),
                Making.PLAIN,
                List.of(),
                isClass && chance.percent(40)
                        ? List.of(new Member(List.of(), values.member(List.of()), "shared", Reach.GETTER_AND_SETTER))
                        : List.of());
        return root.with(root.annotations(), root.members(), subtypes, root.body());
    }

    private List<String> discriminator(int percent) {
        return chance.percent(percent)
                ? List.of("@{" + BSON + "|BsonDiscriminator}(\"t" + chance.below(1000) + "\")")
                : List.of();
    }

    /** A superclass with one type variable. */
    Declaration.Type superclass(String packageName, String modifiers, boolean isPublic) {
        List<Member> members = new ArrayList<>();
        List<Reach> reaches = isPublic
                ? List.of(Reach.GETTER_AND_SETTER, Reach.FLUENT)
                : List.of(Reach.FIELD, Reach.GETTER_AND_SETTER, Reach.FLUENT);
        members.add(new Member(List.of(), "X", "inherited", chance.of(reaches)));
        members.add(new Member(List.of(), "{java.util|List}<X>", "inheritedList", chance.of(reaches)));
        if (chance.percent(30)) {
            members.add(new Member(
                    List.of("@{java.lang|Deprecated}"), values.member(List.of()), "former", chance.of(reaches)));
        }
        return type(
                packageName,
                List.of(),
                modifiers + "abstract ",
                Kind.CLASS,
                names.type(),
                "<X>",
                "",
                Making.PLAIN,
                List.of(),
                members);
    }

    List<Member> members(List<String> embeddable, int count, List<Reach> reaches) {
        Names.Members given = names.members();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(member(embeddable, given, reaches));
        }
        return members;
    }

    Member member(List<String> embeddable, Names.Members given, List<Reach> reaches) {
        String name = given.next();
        String type = values.member(embeddable);
        List<String> annotations = new ArrayList<>();
        if (chance.percent(8)) {
            annotations.add("@{" + BSON + "|BsonProperty}(\"" + chance.of("s_", "ß", "a b", "type_") + name + "\")");
        }
        if (chance.percent(3)) {
            annotations.add("@{java.lang|Deprecated}");
        }
        if (chance.percent(3)) {
            annotations.add("@{" + BSON + "|BsonIgnore}");
        }
        boolean isNullable = type.startsWith("{") && chance.percent(12);
        boolean isTransient = chance.percent(1);
        if (!isTransient && chance.percent(12)) {
            annotations.addAll(converter(type));
        }
        Reach reach = chance.of(reaches);
        return new Member(
                annotations,
                isTransient ? "transient " : "",
                type,
                isNullable,
                name,
                isTransient ? Reach.FIELD : reach,
                chance.percent(20),
                initializer(type));
    }

    /** The annotation of a member that has, or holds, values of a type for which there is a converter; otherwise none. */
    private List<String> converter(String type) {
        String held = CONTAINER.matcher(type).replaceAll("").replace(">", "");
        List<String> converters =
                switch (held) {
                    case ValueGrammar.STRING -> List.of("Reversed", "Letters", "Placed");
                    case "int", "{java.lang|Integer}" -> List.of("Digits", "Halves");
                    default -> List.of();
                };
        return converters.isEmpty()
                ? List.of()
                : List.of("@{" + Grammar.LIGATURE + "|Convert}({dev.ligature.processor.elsewhere|Converters."
                        + chance.of(converters) + "}.class)");
    }

    private String initializer(String type) {
        return chance.percent(80)
                ? ""
                : switch (type) {
                    case "int", "long" -> " = 7";
                    case "boolean" -> " = true";
                    case ValueGrammar.STRING -> " = \"text\"";
                    default -> "";
                };
    }

    private static Declaration.Type type(
            String packageName,
            List<String> annotations,
            String modifiers,
            Kind kind,
            String name,
            String typeParameters,
            String heritage,
            Making making,
            List<String> body,
            List<Member> members) {
        return new Declaration.Type(
                packageName,
                "",
                annotations,
                modifiers,
                kind,
                name,
                typeParameters,
                heritage,
                making,
                body,
                members,
                List.of());
    }
}
