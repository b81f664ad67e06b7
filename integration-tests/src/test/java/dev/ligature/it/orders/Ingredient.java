// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import java.util.List;

/** Deleted together with the recipes that refer to it. */
@Document(collection = "ingredients")
public record Ingredient(
        String id,

        @BackLink(originalField = "steps.ingredient", onDelete = OnDelete.CASCADE)
        List<BackRef<Recipe>> recipes,

        @BackLink(originalField = "origin.ingredient", onDelete = OnDelete.CASCADE)
        List<BackRef<Recipe>> origins) {
    public static Ingredient of(String id) {
        return new Ingredient(id, List.of(), List.of());
    }
}
