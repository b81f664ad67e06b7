// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Making;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that is being put together. */
final class Draft {
    String packageName = "";
    boolean isPublic;
    Kind kind = Kind.RECORD;
    String name = "";
    /** The type around it, or empty. */
    String holder = "";

    Member id = new Member(List.of(), "int", "id", Reach.FIELD);
    Making making = Making.PLAIN;
    String modifiers = "";
    String typeParameters = "";
    String superclass = "";
    String arguments = "";
    boolean isDocument = true;
    final List<String> annotations = new ArrayList<>();
    final List<String> body = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Declaration.Type> nested = new ArrayList<>();
    private Names.@Nullable Members memberNames;

    Names.Members memberNames(Names names) {
        if (memberNames == null) {
            memberNames = names.members();
        }
        return memberNames;
    }

    /** Whether documents of other packages may link to it. */
    boolean isSeenElsewhere() {
        return packageName.endsWith(".elsewhere");
    }

    /** {@code Outer.House}. */
    String path() {
        return holder.isEmpty() ? name : holder + "." + name;
    }

    String use() {
        return "{" + packageName + "|" + path() + "}";
    }

    Declaration.Type type(Chance chance) {
        List<String> all = new ArrayList<>();
        if (isDocument) {
            String collection = chance.percent(15) ? "collection = \"c" + chance.below(10) + "\"" : "";
            all.add("@{" + Grammar.LIGATURE + "|Document}(" + (arguments.isEmpty() ? collection : arguments) + ")");
        }
        all.addAll(annotations);
        String visible = isPublic ? "public " : "";
        Declaration.Type type = new Declaration.Type(
                packageName,
                "",
                all,
                visible + modifiers,
                kind,
                name,
                typeParameters,
                superclass.isEmpty() || kind != Kind.CLASS ? "" : " extends " + superclass,
                making,
                kind == Kind.INTERFACE ? List.of() : body, // whose methods would need another form
                members,
                nested);
        return holder.isEmpty()
                ? type
                : new Declaration.Type(
                        packageName,
                        "",
                        List.of(),
                        visible,
                        Kind.CLASS,
                        holder,
                        "",
                        "",
                        Making.PLAIN,
                        List.of(),
                        List.of(),
                        List.of(type));
    }
}
