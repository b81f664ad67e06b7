// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

/** Refers to documents with rules for deletes, by links in embedded records. */
@Document(collection = "recipes")
public record Recipe(String id, List<Step> steps, Optional<Origin> origin) {

    public record Step(
            String text,
            @Link Optional<Ref<Oven>> oven,
            @Link Optional<Ref<Ingredient>> ingredient,
            @Link Optional<Ref<Tool>> tool,
            @Link List<Ref<Tool>> spares) {
        public static Step of(String text) {
            return new Step(text, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }

        public Step withOven(Ref<Oven> ref) {
            return new Step(text, Optional.of(ref), ingredient, tool, spares);
        }

        public Step withIngredient(Ref<Ingredient> ref) {
            return new Step(text, oven, Optional.of(ref), tool, spares);
        }

        public Step withTool(Ref<Tool> ref) {
            return new Step(text, oven, ingredient, Optional.of(ref), spares);
        }

        public Step withSpares(List<Ref<Tool>> refs) {
            return new Step(text, oven, ingredient, tool, refs);
        }
    }

    /** Embedded once at most. */
    public record Origin(
            String country,
            @Link Optional<Ref<Oven>> oven,
            @Link Optional<Ref<Ingredient>> ingredient,
            @Link Optional<Ref<Tool>> tool) {}

    public static Recipe of(String id, Step... steps) {
        return new Recipe(id, List.of(steps), Optional.empty());
    }

    public Recipe withOrigin(Origin value) {
        return new Recipe(id, steps, Optional.of(value));
    }
}
