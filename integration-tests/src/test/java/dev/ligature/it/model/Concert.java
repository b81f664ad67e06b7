// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.Version;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

/** A record with a version and with links declared in both stored forms. */
@Document(collection = "concerts")
public record Concert(
        String id,
        @Version long version,
        @Link(storage = LinkStorage.DBREF) Optional<Ref<Musician>> soloist,
        @Link(storage = LinkStorage.DBREF) List<Ref<Musician>> players,
        @Link Optional<Ref<Musician>> conductor,
        @Link Optional<List<Ref<Musician>>> guests) {}
