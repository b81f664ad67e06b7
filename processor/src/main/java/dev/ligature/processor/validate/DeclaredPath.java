// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Shaped;
import dev.ligature.processor.declaration.MemberDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows a path of Java names from the members of a document into its embedded values.
 *
 * @param owner what has, or lacks, the last member that was looked for: {@code Order.Line}
 * @param missing the name of the member that there is not; empty if all are there
 * @param isMapped whether the path leads through a map or a list of lists
 * @param isSingle whether it leads through single values only, each of one type
 * @param members those at the end: several if subtypes of a sealed type have one
 */
record DeclaredPath(String owner, String missing, boolean isMapped, boolean isSingle, List<MemberDeclaration> members) {
    DeclaredPath {
        members = List.copyOf(members);
    }

    static DeclaredPath follow(
            String document, List<MemberDeclaration> members, String path, EmbeddedMembers embedded) {
        String owner = document;
        boolean isMapped = false;
        boolean isSingle = true;
        List<MemberDeclaration> candidates = members;
        List<MemberDeclaration> found = List.of();
        for (String name : path.split("\\.", -1)) {
            if (!found.isEmpty()) {
                List<EmbeddedMembers.Values> values = found.stream()
                        .flatMap(member -> embedded.in(member).stream())
                        .toList();
                owner = values.isEmpty()
                        ? found.get(0).displayName()
                        : values.get(0).displayName();
                isMapped |= values.stream().anyMatch(EmbeddedMembers.Values::isMapped);
                isSingle &= values.stream().allMatch(EmbeddedMembers.Values::isSingle);
                candidates =
                        values.stream().flatMap(each -> each.members().stream()).toList();
            }
            found = candidates.stream()
                    .filter(member -> member.name().equals(name))
                    .toList();
            if (found.isEmpty()) {
                return new DeclaredPath(owner, name, isMapped, isSingle, List.of());
            }
        }
        return new DeclaredPath(owner, "", isMapped, isSingle, found);
    }

    /** The member at the end; a link if there is one. */
    MemberDeclaration member() {
        return members.stream()
                .filter(member -> member.annotations().link().isPresent())
                .findFirst()
                .orElse(members.get(0));
    }

    /** The paths to the links that match, without those that no index can lead to. */
    static List<String> links(List<MemberDeclaration> members, EmbeddedMembers embedded, Predicate<Shaped> match) {
        List<String> paths = new ArrayList<>();
        addLinks(members, "", embedded, match, new HashSet<>(), paths);
        return paths.stream().distinct().toList();
    }

    private static void addLinks(
            List<MemberDeclaration> members,
            String prefix,
            EmbeddedMembers embedded,
            Predicate<Shaped> match,
            Set<String> around,
            List<String> paths) {
        for (MemberDeclaration member : members) {
            String path = prefix + member.name();
            if (member.annotations().link().isPresent()) {
                if (LinkTypeDeclaration.of(member.type()) instanceof Shaped shaped && match.test(shaped)) {
                    paths.add(path);
                }
                continue;
            }
            embedded.in(member).filter(values -> !values.isMapped()).ifPresent(values -> {
                if (around.add(values.displayName())) { // no link is in a type that contains itself
                    addLinks(values.members(), path + ".", embedded, match, around, paths);
                    around.remove(values.displayName());
                }
            });
        }
    }
}
