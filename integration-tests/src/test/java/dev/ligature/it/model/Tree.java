// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links to itself both ways; natural ids; fetched to a depth of 2 unless told otherwise. */
@Document(collection = "trees", maxDepth = 2)
public record Tree(
        String id,
        @Link @Nullable Ref<Tree> left,
        @Link @Nullable Ref<Tree> right,
        @BackLink(originalField = "left") List<BackRef<Tree>> leftOf) {
    public static Tree of(String id, @Nullable String left, @Nullable String right) {
        return new Tree(id, left == null ? null : Ref.to(left), right == null ? null : Ref.to(right), List.of());
    }
}
