// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

/** Links stored as DBRefs. */
@Document(collection = "books")
public record Book(
        String id,
        @Link(storage = LinkStorage.DBREF) Optional<Ref<Author>> editor,
        @Link(storage = LinkStorage.DBREF) List<Ref<Author>> authors) {}
