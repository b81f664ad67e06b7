// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;

/** All shapes of links. */
@Document
public record House(
        ObjectId id,
        String name,
        @Link Ref<Door> door,
        @Link List<Ref<Window>> windows,
        @Link Optional<Ref<Yard>> yard,
        @Link Optional<List<Ref<Person>>> owners,
        @Link Optional<Ref<House>> next) {

    public static House of(ObjectId id, String name, Ref<Door> door) {
        return new House(id, name, door, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
