// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with links in embedded records, and in an embedded class. */
@Document
public record Order(
        @Nullable ObjectId id,
        Optional<Line> first,
        List<Line> lines,
        Map<String, Line> extras,
        @Nullable Note note) {

    /** Embedded. */
    public record Line(
            int quantity, @Link Ref<Door> door, @Link Optional<List<Ref<Window>>> windows) {}

    /** Embedded. */
    public static class Note {
        public String text = "";

        @Link
        public @Nullable Ref<Door> about;
    }
}
