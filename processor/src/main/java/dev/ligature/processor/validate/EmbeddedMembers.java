// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.MemberDeclaration;
import java.util.List;
import java.util.Optional;

/** Tells which members the embedded values of a member have. */
public interface EmbeddedMembers {
    /** Empty if the member holds no embedded values. */
    Optional<Values> in(MemberDeclaration member);

    /**
     * The embedded values of a member.
     *
     * @param displayName their type in messages: {@code Order.Line}
     * @param isMapped whether they are in a map or in a list of lists, through which no path leads
     * @param isSingle whether there is one value at most, and of one type
     * @param members those of all subtypes, if their type is sealed
     */
    record Values(String displayName, boolean isMapped, boolean isSingle, List<MemberDeclaration> members) {
        public Values {
            members = List.copyOf(members);
        }
    }
}
