// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Making;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;

/** Does to documents what must not be done, in ways that are valid Java. */
final class Spoiler {
    private static final String LINK = "@{" + Grammar.LIGATURE + "|Link}";
    private static final String BACK_LINK = "@{" + Grammar.LIGATURE + "|BackLink}(originalField = \"%s\")";
    private static final String REF = "{dev.ligature.link|Ref}";
    private static final String BACK_REF = "{dev.ligature.link|BackRef}";

    private final Chance chance;
    private final List<Draft> documents;
    private final ValueGrammar values;
    private final boolean areEmbeddedLinked;
    private int count;

    /** @param areEmbeddedLinked whether embedded types link to the documents, so that none of these may be hidden */
    Spoiler(Chance chance, List<Draft> documents, ValueGrammar values, boolean areEmbeddedLinked) {
        this.chance = chance;
        this.documents = documents;
        this.values = values;
        this.areEmbeddedLinked = areEmbeddedLinked;
    }

    void spoil() {
        for (int i = chance.of(1, 1, 1, 2, 3); i > 0; i--) {
            Draft draft = chance.of(documents);
            switch (chance.below(10)) {
                case 0, 1, 2 -> addLink(draft);
                case 3, 4 -> addValue(draft);
                case 5, 6 -> annotateMember(draft);
                case 7 -> annotateDocument(draft);
                case 8 -> changeKind(draft);
                default -> changeMember(draft);
            }
        }
    }

    private void add(Draft draft, String annotation, String type) {
        add(draft, "", annotation, type);
    }

    private void add(Draft draft, String modifiers, String annotation, String type) {
        boolean isStaticInRecord = draft.kind == Kind.RECORD && !modifiers.isEmpty();
        draft.members.add(new Member(
                annotation.isEmpty() ? List.of() : List.of(annotation),
                isStaticInRecord ? "" : modifiers,
                type,
                false,
                "spoilt" + count++,
                Reach.FIELD,
                false,
                ""));
    }

    private void addLink(Draft draft) {
        Draft other = chance.of(documents.stream()
                .filter(each -> each.isPublic || each.packageName.equals(draft.packageName))
                .toList());
        String target = other.use();
        String member =
                other.members.isEmpty() ? "none" : chance.of(other.members).name();
        String ref = chance.of(REF, BACK_REF) + "<" + target + ">";
        switch (chance.below(22)) {
            case 0 -> add(draft, "", ref);
            case 1 -> add(draft, LINK, target);
            case 2 -> add(draft, LINK, ValueGrammar.STRING);
            case 3 -> add(draft, LINK, BACK_REF + "<" + target + ">");
            case 4 -> add(draft, String.format(BACK_LINK, member), REF + "<" + target + ">");
            case 5 -> add(draft, String.format(BACK_LINK, member), BACK_REF + "<" + target + ">");
            case 6 ->
                add(
                        draft,
                        String.format(BACK_LINK, member + "x"),
                        "{java.util|List}<" + BACK_REF + "<" + target + ">>");
            case 7 -> add(draft, String.format(BACK_LINK, ""), BACK_REF + "<" + target + ">");
            case 8 -> add(draft, LINK, chance.of(REF, BACK_REF));
            case 9 -> add(draft, LINK, "{java.util|List}<" + chance.of(REF, BACK_REF) + ">");
            case 10 -> add(draft, chance.of(LINK, ""), "{java.util|Map}<" + ValueGrammar.STRING + ", " + ref + ">");
            case 11 -> add(draft, LINK, "{java.util|Set}<" + ref + ">");
            case 12 -> add(draft, LINK, REF + "<" + target + ">[]");
            case 13 ->
                add(
                        draft,
                        LINK,
                        REF + chance.of("<?>", "<? extends " + target + ">", "<{java.lang|String}>", "<int[]>"));
            case 14 -> add(draft, LINK, "{java.util|List}<{java.util|Optional}<" + ref + ">>");
            case 15 -> add(draft, LINK, "{java.util|List}<? extends " + ref + ">");
            case 16 -> add(draft, "static ", LINK, REF + "<" + target + ">");
            case 17 -> add(draft, "transient ", LINK, REF + "<" + target + ">");
            case 18 -> add(draft, LINK + " " + String.format(BACK_LINK, member), ref);
            case 19 -> add(draft, LINK + " @{" + Grammar.BSON + "|BsonIgnore}", REF + "<" + target + ">");
            case 20 -> add(draft, "", chance.of("", "{java.util|List}<") + target);
            default -> add(draft, LINK, "{java.util|Optional}<{java.util|Optional}<" + ref + ">>");
        }
        Member added = draft.members.get(draft.members.size() - 1);
        if (added.type().startsWith("{java.util|List}<") && !added.type().endsWith(">")) {
            draft.members.set(draft.members.size() - 1, added.withType(added.type() + ">"));
        }
    }

    private void addValue(Draft draft) {
        switch (chance.below(7)) {
            case 0 -> add(draft, "", "{java.util|Optional}<" + values.refused() + ">");
            case 1 -> add(draft, "", "{java.util|Map}<" + ValueGrammar.STRING + ", " + values.refused() + ">");
            case 2 -> {
                String name = "Hidden" + count;
                draft.body.add((draft.kind == Kind.INTERFACE ? "" : "private ") + "record " + name + "(int x) {}");
                add(draft, "", "{java.util|List}<{" + draft.packageName + "|" + draft.path() + "." + name + "}>");
            }
            case 3 -> {
                String name = "Endless" + count;
                draft.body.add(
                        "record " + name + "<X>(X x, {java.util|Optional}<" + name + "<{java.util|List}<X>>> y) {}");
                add(draft, "", "{" + draft.packageName + "|" + draft.path() + "." + name + "}<{java.lang|String}>");
            }
            case 4 -> {
                draft.body.add("interface Some" + count + " {} ");
                draft.body.add("record With" + count + "("
                        + chance.of(
                                LINK + " " + REF + "<" + draft.use() + "> door",
                                "@{" + Grammar.LIGATURE + "|Version} long version",
                                "@{" + Grammar.LIGATURE + "|Indexed} int x",
                                "Some" + count + " x, {java.util|List} raw",
                                "@{" + Grammar.BSON + "|BsonProperty}(\"b\") int a, int b")
                        + ") {}");
                add(draft, "", "{" + draft.packageName + "|" + draft.path() + ".With" + count + "}");
            }
            default -> add(draft, "", values.refused());
        }
    }

    private void annotateMember(Draft draft) {
        if (draft.members.isEmpty()) {
            return;
        }
        Member member = chance.of(draft.members);
        String annotation =
                switch (chance.below(13)) {
                    case 0 -> "@{" + Grammar.LIGATURE + "|Version}";
                    case 1 ->
                        "@{" + Grammar.LIGATURE + "|Indexed}(expireAfterSeconds = "
                                + chance.of("0", "9999999999L", "3600") + ")";
                    case 2 -> "@{" + Grammar.LIGATURE + "|Indexed}(unique = true, sparse = true)";
                    case 3 -> "@{" + Grammar.BSON + "|BsonId}";
                    case 4, 5 ->
                        "@{" + Grammar.BSON + "|BsonProperty}(\""
                                + chance.of("$x", "a.b", "_l0", "\\0", "_id", "_k12", "", "same", "_t") + "\")";
                    case 6 -> "@{" + Grammar.BSON + "|BsonIgnore}";
                    case 7, 8 -> "@{" + Grammar.BSON + "|BsonExtraElements}";
                    case 9 -> LINK;
                    case 10 -> String.format(BACK_LINK, member.name());
                    case 11 -> LINK + "(storage = {" + Grammar.LIGATURE + "|LinkStorage}.DBREF)";
                    default -> "@{" + Grammar.LIGATURE + "|Indexed}";
                };
        String name = annotation.substring(0, annotation.indexOf('}'));
        List<String> annotations = new ArrayList<>(member.annotations());
        annotations.removeIf(each -> each.startsWith(name)); // none is repeatable
        annotations.add(annotation);
        draft.members.set(draft.members.indexOf(member), member.withAnnotations(annotations));
    }

    private void annotateDocument(Draft draft) {
        switch (chance.below(10)) {
            case 0 -> draft.arguments = "collection = \"" + chance.of(" ", "a$b", "system.x", "\\0", "a.b", "ä") + "\"";
            case 1 -> draft.arguments = "maxDepth = " + chance.of("-1", "0", "99", "-2147483648");
            case 2 ->
                draft.annotations.add("@{" + Grammar.LIGATURE + "|CompoundIndex}("
                        + chance.of("{}", "{\"n\", \"n\"}", "\"\"", "\"-\"", "{\"id\", \"-id\"}") + ")");
            case 3 ->
                draft.annotations.add("@{" + Grammar.LIGATURE + "|CompoundIndex}(value = {\"" + draft.id.name()
                        + "\"}, unique = true, sparse = true)");
            case 4 ->
                annotateOnce(
                        draft,
                        "@{" + Grammar.BSON + "|BsonDiscriminator}",
                        "(key = \"" + chance.of("$t", "a.b", draft.id.name(), "", "_l1", "_id") + "\")");
            case 5 -> annotateOnce(draft, "@{" + Grammar.BSON + "|BsonDiscriminator}", "");
            case 6 -> draft.isDocument = false;
            case 7 ->
                draft.body.add(
                        "@{" + Grammar.LIGATURE + "|Link} " + REF + "<" + draft.use() + "> plain() { return null; }");
            case 8 ->
                draft.body.add("@{" + Grammar.BSON + "|BsonCreator} static {java.lang|String} other("
                        + chance.of("", "int x") + ") { return null; }");
            default -> annotateOnce(draft, "@{java.lang|Deprecated}", "");
        }
    }

    /** By an annotation that is not repeatable: compilers run no processors then. */
    private static void annotateOnce(Draft draft, String annotation, String arguments) {
        draft.annotations.removeIf(each -> each.startsWith(annotation));
        draft.annotations.add(annotation + arguments);
    }

    private void changeKind(Draft draft) {
        switch (chance.below(8)) {
            case 0 -> {
                if (draft.kind == Kind.CLASS) {
                    draft.modifiers = "abstract ";
                    draft.making = Making.PLAIN;
                }
            }
            case 1 -> draft.typeParameters = "<X>";
            case 2 -> {
                if (!draft.holder.isEmpty() && draft.kind == Kind.CLASS) {
                    draft.modifiers = "inner ";
                }
            }
            case 3 -> {
                if (!draft.holder.isEmpty() && !draft.isPublic && documents.size() == 1 && !areEmbeddedLinked) {
                    draft.modifiers = "private ";
                }
            }
            case 4 -> {
                if (draft.members.isEmpty() || draft.making != Making.FACTORY) {
                    draft.kind = Kind.INTERFACE;
                    draft.making = Making.PLAIN;
                }
            }
            case 5 -> draft.members.clear();
            case 6 -> draft.members.remove(draft.id);
            default -> {
                if (draft.kind == Kind.CLASS) {
                    draft.body.add("private " + draft.name + "(int a, int b, int c, {java.lang|String} d) { this(); }");
                    draft.body.add("private " + draft.name + "() {}");
                    draft.making = Making.PLAIN;
                    draft.members.removeIf(member -> member.reach().isFinal());
                }
            }
        }
    }

    private void changeMember(Draft draft) {
        if (draft.members.isEmpty()) {
            return;
        }
        Member member = chance.of(draft.members);
        int at = draft.members.indexOf(member);
        switch (chance.below(3)) {
            case 0 -> draft.members.set(at, member.withReach(draft.kind == Kind.RECORD ? Reach.FIELD : Reach.HIDDEN));
            case 1 -> draft.members.set(at, member.plain().withType(values.refused()));
            default -> draft.members.set(at, member.plain().withType(values.member(List.of())));
        }
    }
}
