// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Shaped;
import dev.ligature.processor.declaration.MemberDeclaration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A walk along links and back links, as messages print it: {@code Author.books -> Book, Book.author -> Author}. */
final class Walk {
    private Walk() {}

    static String of(MemberDeclaration... members) {
        return Arrays.stream(members).map(Walk::step).collect(Collectors.joining(", "));
    }

    private static String step(MemberDeclaration member) {
        return member.displayName() + " -> "
                + (LinkTypeDeclaration.of(member.type()) instanceof Shaped shaped
                        ? TypeNames.simple(shaped.target())
                        : TypeNames.simple(member.type()));
    }
}
