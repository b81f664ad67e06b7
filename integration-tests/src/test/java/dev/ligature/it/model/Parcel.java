// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds texts wherever a text can be: as the id, in links, in containers and embedded. */
@Document(collection = "parcels")
public record Parcel(
        String id,
        String text,
        Optional<String> note,
        List<String> tags,
        Map<String, String> labels,
        Wrapping wrapping,
        @Link Optional<Ref<Parcel>> next,
        @Link List<Ref<Parcel>> others,
        @BackLink(originalField = "next") List<BackRef<Parcel>> before) {
    /** Embedded. */
    public record Wrapping(String paper) {}

    public static Parcel of(String id, String text) {
        return new Parcel(
                id,
                text,
                Optional.of(text),
                List.of(text, "plain"),
                Map.of("label", text),
                new Wrapping(text),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public Parcel withText(String other) {
        return new Parcel(id, other, note, tags, labels, wrapping, next, others, before);
    }

    public Parcel withLabels(Map<String, String> map) {
        return new Parcel(id, text, note, tags, map, wrapping, next, others, before);
    }

    public Parcel withNext(String target) {
        return new Parcel(id, text, note, tags, labels, wrapping, Optional.of(Ref.to(target)), others, before);
    }
}
