// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

/** The other end of links stored as DBRefs, and a link of its own for chains. */
@Document(collection = "authors")
public record Author(
        String id,
        int born,
        @Link Optional<Ref<Author>> teacher,
        @BackLink(originalField = "authors") List<BackRef<Book>> books,
        @BackLink(originalField = "editor") List<BackRef<Book>> edited) {
    public static Author of(String id, int born) {
        return new Author(id, born, Optional.empty(), List.of(), List.of());
    }
}
