// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with a link of its own and a list back link. */
@Document(collection = "windows")
public record Window(
        @Nullable ObjectId id,
        int width,
        boolean tinted,
        @Link Optional<Ref<Frame>> frame,
        @Link List<Ref<Frame>> spares,
        @BackLink(originalField = "windows") List<BackRef<House>> houses) {

    public static Window of(int width, boolean tinted) {
        return new Window(null, width, tinted, Optional.empty(), List.of(), List.of());
    }

    public Window withFrame(Ref<Frame> ref) {
        return new Window(id, width, tinted, Optional.of(ref), spares, houses);
    }

    public Window withSpares(List<Ref<Frame>> refs) {
        return new Window(id, width, tinted, frame, refs, houses);
    }
}
