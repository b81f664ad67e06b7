// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Making;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Projections of documents: mostly what they may show, sometimes not. */
final class ProjectionGrammar {
    private static final Map<String, String> BOXES = Map.of(
            "int",
            "{java.lang|Integer}",
            "long",
            "{java.lang|Long}",
            "double",
            "{java.lang|Double}",
            "boolean",
            "{java.lang|Boolean}",
            "float",
            "{java.lang|Float}",
            "short",
            "{java.lang|Short}",
            "byte",
            "{java.lang|Byte}",
            "char",
            "{java.lang|Character}");

    private static final Pattern TYPE = Pattern.compile("\\{([^|]*)\\|([^}]*)}");

    private final Chance chance;
    private final Names names;
    private final List<Draft> documents;
    private final String packageName;
    private final boolean isMeantWell;

    ProjectionGrammar(Chance chance, Names names, List<Draft> documents, String packageName, boolean isMeantWell) {
        this.chance = chance;
        this.names = names;
        this.documents = documents;
        this.packageName = packageName;
        this.isMeantWell = isMeantWell;
    }

    Declaration.Type next() {
        List<Draft> visible = documents.stream()
                .filter(each -> each.packageName.equals(packageName) || each.isPublic)
                .toList();
        Draft document = chance.of(visible.isEmpty() ? documents : visible);
        List<Member> components = new ArrayList<>();
        Names.Members given = names.members();
        for (int i = chance.between(1, 4); i > 0; i--) {
            components.add(component(document, given));
        }
        return new Declaration.Type(
                document.packageName,
                "",
                List.of("@{" + Grammar.LIGATURE + "|Projection}(" + document.use() + ".class)"),
                chance.percent(30) ? "public " : "",
                Kind.RECORD,
                names.type(),
                "",
                "",
                Making.PLAIN,
                List.of(),
                components,
                List.of());
    }

    private Member component(Draft document, Names.Members given) {
        Member component = componentAnywhere(document, given);
        return isNameable(component.type(), document) ? component : id(document, given);
    }

    private static Member id(Draft document, Names.Members given) {
        return new Member(
                List.of("@{" + Grammar.LIGATURE + "|Path}(\"" + document.id.name() + "\")"),
                document.id.type(),
                given.next(),
                Reach.FIELD);
    }

    /** Whether a type may be named in the package of a document. */
    private boolean isNameable(String type, Draft document) {
        return TYPE.matcher(type)
                .results()
                .allMatch(named -> !named.group(1).startsWith(packageName)
                        || named.group(1).equals(document.packageName)
                        || documents.stream()
                                .anyMatch(each -> each.isPublic
                                        && each.packageName.equals(named.group(1))
                                        && (named.group(2) + ".").startsWith(each.path() + ".")));
    }

    private Member componentAnywhere(Draft document, Names.Members given) {
        Draft at = document;
        StringBuilder path = new StringBuilder();
        boolean isMany = false;
        boolean mayBeAbsent = false;
        Member member = chance.of(at.members);
        for (int steps = chance.below(4); steps > 0 && isReference(member); steps--) {
            isMany |= member.type().contains("util|List}");
            mayBeAbsent |= member.isNullable() || member.type().contains("util|Optional}") || isBack(member);
            path.append(member.name()).append('.');
            at = target(member);
            member = chance.of(at.members);
        }
        if (isBack(member) && isMeantWell) {
            path.append(member.name()).append('.');
            isMany |= member.type().contains("util|List}");
            mayBeAbsent |= member.isNullable() || member.type().contains("util|Optional}");
            member = target(member).id;
        }
        path.append(member.name());
        boolean isOptional = member.type().startsWith("{java.util|Optional}<");
        String shown = isOptional
                ? member.type()
                        .substring(
                                "{java.util|Optional}<".length(), member.type().length() - 1)
                : member.type();
        String boxed = BOXES.getOrDefault(shown, shown);
        mayBeAbsent |= isOptional || member.isNullable();
        String type = isMany
                ? "{java.util|List}<" + boxed + ">"
                : mayBeAbsent ? "{java.util|Optional}<" + boxed + ">" : chance.of(shown, boxed);
        boolean isNamed = path.indexOf(".") < 0 && chance.percent(50) && given.isFree(member.name());
        if (!isMeantWell && chance.percent(15)) {
            path.append(chance.of("x", ".x", ".", "..id"));
        }
        return new Member(
                isNamed ? List.of() : List.of("@{" + Grammar.LIGATURE + "|Path}(\"" + path + "\")"),
                type,
                isNamed ? given.of(member.name()) : given.next(),
                Reach.FIELD);
    }

    private static boolean isReference(Member member) {
        return member.type().contains("link|Ref}") || isBack(member);
    }

    private static boolean isBack(Member member) {
        return member.type().contains("link|BackRef}");
    }

    private Draft target(Member member) {
        return documents.stream()
                .filter(each -> member.type().contains(each.use()))
                .findFirst()
                .orElseThrow();
    }
}
