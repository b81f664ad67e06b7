// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.fuzz.Declaration.Kind;
import dev.ligature.processor.fuzz.Declaration.Member;
import dev.ligature.processor.fuzz.Declaration.Reach;
import java.util.ArrayList;
import java.util.List;

/** Links among documents, and back links along them. */
final class LinkGrammar {
    private final Chance chance;
    private final List<Draft> documents;
    private final Names names;
    private final List<Made> links = new ArrayList<>();

    LinkGrammar(Chance chance, Names names, List<Draft> documents) {
        this.chance = chance;
        this.names = names;
        this.documents = documents;
    }

    private record Made(Draft from, Draft to, Member member) {}

    void addLinks(Draft draft) {
        for (int i = chance.of(0, 0, 1, 1, 2); i > 0; i--) {
            List<Draft> targets = documents.stream()
                    .filter(each -> each.packageName.equals(draft.packageName) || each.isPublic)
                    .toList();
            Draft target = chance.of(targets);
            Member member = link(draft, annotation(), "Ref", target);
            draft.members.add(member);
            links.add(new Made(draft, target, member));
        }
    }

    private String annotation() {
        String storage = chance.percent(25) ? "(storage = {" + Grammar.LIGATURE + "|LinkStorage}.DBREF)" : "";
        return "@{" + Grammar.LIGATURE + "|Link}" + storage;
    }

    /** A link of an embedded type. */
    Member link(Draft target, String name, List<Reach> reaches) {
        return link(annotation(), "Ref", target, name, reaches);
    }

    void addBackLinks(Draft draft) {
        for (Made link : links) {
            boolean isNameable = link.from().packageName.equals(draft.packageName) || link.from().isPublic;
            if (link.to() == draft && isNameable && chance.percent(45)) {
                String rule = chance.percent(40)
                        ? ", onDelete = {" + Grammar.LIGATURE + "|OnDelete}."
                                + chance.of("NOTHING", "RESTRICT", "CASCADE", "UNLINK")
                        : "";
                String annotation = "@{" + Grammar.LIGATURE + "|BackLink}(originalField = \""
                        + link.member().name() + "\"" + rule + ")";
                draft.members.add(link(draft, annotation, "BackRef", link.from()));
            }
        }
    }

    private Member link(Draft draft, String annotation, String ref, Draft target) {
        List<Reach> reaches = draft.kind == Kind.RECORD
                ? List.of(Reach.FIELD)
                : EmbeddedGrammar.reaches(draft.isPublic && draft.isSeenElsewhere());
        return link(annotation, ref, target, draft.memberNames(names).next(), reaches);
    }

    private Member link(String annotation, String ref, Draft target, String name, List<Reach> reaches) {
        String single = "{dev.ligature.link|" + ref + "}<" + target.use() + ">";
        String type = shape(single);
        boolean isNullable = !type.startsWith("{java.util|Optional}") && chance.percent(15);
        return new Member(List.of(annotation), "", type, isNullable, name, chance.of(reaches), chance.percent(20), "");
    }

    private String shape(String single) {
        return switch (chance.below(6)) {
            case 0, 1 -> single;
            case 2 -> "{java.util|Optional}<" + single + ">";
            case 3, 4 -> "{java.util|List}<" + single + ">";
            default -> "{java.util|Optional}<{java.util|List}<" + single + ">>";
        };
    }
}
