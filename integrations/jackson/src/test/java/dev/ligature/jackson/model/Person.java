// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document that links to its own kind. */
@Document
public record Person(
        long id,
        String name,
        @Link List<Ref<Person>> friends,
        @BackLink(originalField = "owners") Optional<List<BackRef<House>>> houses) {

    /** With friends that can be added. */
    public static Person of(long id, String name) {
        return new Person(id, name, new ArrayList<>(), Optional.empty());
    }
}
