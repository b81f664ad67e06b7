// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import java.util.List;

/** Not deleted while a recipe refers to it. */
@Document(collection = "ovens")
public record Oven(
        String id,

        @BackLink(originalField = "steps.oven", onDelete = OnDelete.RESTRICT)
        List<BackRef<Recipe>> recipes,

        @BackLink(originalField = "origin.oven", onDelete = OnDelete.RESTRICT)
        List<BackRef<Recipe>> origins) {
    public static Oven of(String id) {
        return new Oven(id, List.of(), List.of());
    }
}
