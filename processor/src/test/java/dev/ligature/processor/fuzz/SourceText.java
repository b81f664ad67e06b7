// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The source of one file of a declaration. */
final class SourceText {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z0-9_.]*)\\|([^}|]+)}");
    private static final String NULLABLE = "@{org.jspecify.annotations|Nullable} ";

    private final String packageName;
    private final Set<String> typeNames;
    private final SortedSet<String> imports = new TreeSet<>();
    private final StringBuilder text = new StringBuilder();

    private SourceText(String packageName, Set<String> typeNames) {
        this.packageName = packageName;
        this.typeNames = typeNames;
    }

    /** The files of a declaration by their paths: {@code d12/House.java}. */
    static Map<String, String> of(Declaration declaration) {
        Map<String, List<Declaration.Type>> files = new LinkedHashMap<>();
        for (Declaration.Type type : declaration.types()) {
            String file = type.file().isEmpty() ? type.name() : type.file();
            String directory = type.packageName().replace('.', '/');
            files.computeIfAbsent(
                            (directory.isEmpty() ? "" : directory + "/") + file + ".java", path -> new ArrayList<>())
                    .add(type);
        }
        Map<String, String> sources = new LinkedHashMap<>();
        files.forEach((path, types) ->
                sources.put(path, new SourceText(types.get(0).packageName(), declaration.typeNames()).file(types)));
        return sources;
    }

    private String file(List<Declaration.Type> types) {
        types.forEach(type -> type(type, "", false));
        String body = text.toString();
        String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        String imported = imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        return header + imported + (imported.isEmpty() ? "" : "\n") + body;
    }

    private void type(Declaration.Type type, String indent, boolean isNested) {
        String inner = indent + "    ";
        for (String annotation : type.annotations()) {
            line(indent, annotation);
        }
        String keyword = type.kind().name().toLowerCase(Locale.ROOT);
        boolean needsStatic =
                isNested && type.kind() == Kind.CLASS && !type.modifiers().contains("inner ");
        String head = type.modifiers().replace("inner ", "") + (needsStatic ? "static " : "") + keyword + " "
                + type.name() + type.typeParameters();
        if (type.kind() == Kind.RECORD) {
            head += type.members().stream()
                    .filter(member -> !member.isStatic())
                    .map(member -> String.join("", annotations(member)) + typed(member))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        line(indent, head + type.heritage() + " {");
        type.body().forEach(each -> line(inner, each));
        if (type.kind() == Kind.CLASS) {
            classMembers(type, inner);
        }
        type.nested().forEach(each -> type(each, inner, true));
        line(indent, "}");
    }

    private static List<String> annotations(Member member) {
        return member.annotations().stream().map(each -> each + " ").toList();
    }

    private static String typed(Member member) {
        return (member.isNullable() ? nullable(member.type()) : member.type()) + " " + member.name();
    }

    /** The annotation belongs in front of the simple name, or of an array's brackets. */
    private static String nullable(String type) {
        if (type.endsWith("[]")) {
            return type.substring(0, type.length() - 2) + " " + NULLABLE + "[]";
        }
        return type.startsWith("{") ? "{nullable}" + type : type;
    }

    private void classMembers(Declaration.Type type, String indent) {
        for (Member member : type.members()) {
            if (!member.onGetter() || !hasGetter(member)) {
                annotations(member).forEach(each -> line(indent, each.stripTrailing()));
            }
            boolean isFinal = member.reach().isFinal() && !member.isStatic();
            line(
                    indent,
                    (member.reach().isPrivate() ? "private " : "") + member.modifiers() + (isFinal ? "final " : "")
                            + typed(member) + (isFinal ? "" : member.initializer()) + ";");
        }
        List<Member> own =
                type.members().stream().filter(each -> !each.isStatic()).toList();
        constructors(type, own, indent);
        own.forEach(member -> accessors(member, type, indent));
    }

    private static boolean hasGetter(Member member) {
        return switch (member.reach()) {
            case GETTER_AND_SETTER, FLUENT, GETTER_AND_ARGUMENT -> true;
            default -> false;
        };
    }

    private void constructors(Declaration.Type type, List<Member> members, String indent) {
        List<Member> finals =
                members.stream().filter(each -> each.reach().isFinal()).toList();
        boolean isPublic = type.modifiers().contains("public");
        String visible = isPublic ? "public " : "";
        switch (type.making()) {
            case PLAIN -> {
                if (!finals.isEmpty()) {
                    constructor(visible, type, finals, false, indent);
                }
            }
            case ARGUMENTS -> constructor(visible, type, members, false, indent);
            case BOTH -> {
                constructor(visible, type, members, false, indent);
                if (finals.isEmpty() && !members.isEmpty()) {
                    line(indent, visible + type.name() + "() {}");
                }
            }
            case CREATOR -> {
                line(indent, "@{org.bson.codecs.pojo.annotations|BsonCreator}");
                constructor(visible, type, members, true, indent);
            }
            case FACTORY -> {
                constructor("private ", type, members, false, indent);
                line(indent, "@{org.bson.codecs.pojo.annotations|BsonCreator}");
                String arguments = members.stream().map(Member::name).collect(Collectors.joining(", "));
                line(indent, visible + "static " + type.name() + " make(" + parameters(members) + ") {");
                line(indent, "    return new " + type.name() + "(" + arguments + ");");
                line(indent, "}");
            }
        }
    }

    private void constructor(
            String visible, Declaration.Type type, List<Member> members, boolean isNamed, String indent) {
        String parameters = isNamed ? namedParameters(members) : parameters(members);
        line(indent, visible + type.name() + "(" + parameters + ") {");
        for (int i = 0; i < members.size(); i++) {
            String name = members.get(i).name();
            line(indent, "    this." + name + " = " + (isNamed ? "p" + i : name) + ";");
        }
        line(indent, "}");
    }

    private static String parameters(List<Member> members) {
        return members.stream().map(each -> each.type() + " " + each.name()).collect(Collectors.joining(", "));
    }

    private static String namedParameters(List<Member> members) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            boolean isId = member.annotations().stream().anyMatch(each -> each.contains("|BsonId}"));
            String stored = member.annotations().stream()
                    .filter(each -> each.contains("|BsonProperty}"))
                    .map(each -> each.substring(each.indexOf('(')))
                    .findFirst()
                    .orElse("(\"" + member.name() + "\")");
            parameters.add((isId
                            ? "@{org.bson.codecs.pojo.annotations|BsonId} "
                            : "@{org.bson.codecs.pojo.annotations|BsonProperty}" + stored + " ")
                    + member.type() + " p" + i);
        }
        return String.join(", ", parameters);
    }

    private void accessors(Member member, Declaration.Type type, String indent) {
        if (!hasGetter(member)) {
            return;
        }
        String name = member.name();
        String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        boolean isFluent = member.reach() == Reach.FLUENT;
        if (member.onGetter()) {
            annotations(member).forEach(each -> line(indent, each.stripTrailing()));
        }
        String getter = isFluent ? name : (member.type().equals("boolean") ? "is" : "get") + capitalized;
        String visible = type.modifiers().contains("public") ? "public " : "";
        line(indent, visible + member.type() + " " + getter + "() {");
        line(indent, "    return " + name + ";");
        line(indent, "}");
        if (!member.reach().isFinal()) {
            String setter = isFluent ? name : "set" + capitalized;
            line(indent, visible + "void " + setter + "(" + member.type() + " " + name + ") {");
            line(indent, "    this." + name + " = " + name + ";");
            line(indent, "}");
        }
    }

    private void line(String indent, String line) {
        String named = NAME.matcher(line).replaceAll(match -> Matcher.quoteReplacement("\0" + name(match) + "\0"));
        String annotated = named;
        int at;
        while ((at = annotated.indexOf("{nullable}\0")) >= 0) {
            int start = at + "{nullable}\0".length();
            int end = annotated.indexOf('\0', start);
            String name = annotated.substring(start, end);
            int simple = name.lastIndexOf('.') + 1;
            String nullable = "@" + name("org.jspecify.annotations", "Nullable") + " ";
            annotated = annotated.substring(0, at)
                    + name.substring(0, simple)
                    + nullable
                    + name.substring(simple)
                    + annotated.substring(end + 1);
        }
        text.append(indent).append(annotated.replace("\0", "")).append('\n');
    }

    private String name(MatchResult match) {
        return name(match.group(1), match.group(2));
    }

    private String name(String owner, String name) {
        boolean isOwn = owner.equals(packageName);
        String outermost = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        if (isOwn || (owner.equals("java.lang") && !typeNames.contains(outermost))) {
            return name;
        }
        String qualified = owner + "." + name;
        boolean isTaken = owner.equals("java.lang")
                || (typeNames.contains(outermost) && owner.matches("(java|org|dev)\\..*"))
                || imports.stream()
                        .anyMatch(each -> each.endsWith("." + outermost) && !each.equals(owner + "." + outermost));
        if (isTaken) {
            return qualified;
        }
        imports.add(owner + "." + outermost);
        return name;
    }
}
