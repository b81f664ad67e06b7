// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import java.util.List;

/** Its deletion removes the links of the recipes. */
@Document(collection = "tools")
public record Tool(
        String id,

        @BackLink(originalField = "steps.tool", onDelete = OnDelete.UNLINK)
        List<BackRef<Recipe>> recipes,

        @BackLink(originalField = "steps.spares", onDelete = OnDelete.UNLINK)
        List<BackRef<Recipe>> spares,

        @BackLink(originalField = "origin.tool", onDelete = OnDelete.UNLINK)
        List<BackRef<Recipe>> origins) {
    public static Tool of(String id) {
        return new Tool(id, List.of(), List.of(), List.of());
    }
}
