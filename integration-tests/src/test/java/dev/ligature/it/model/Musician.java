// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import java.util.List;

/** The other end of all links of {@link Concert}. */
@Document(collection = "musicians")
public record Musician(
        String id,
        @BackLink(originalField = "soloist") List<BackRef<Concert>> solos,

        @BackLink(originalField = "players", onDelete = OnDelete.UNLINK)
        List<BackRef<Concert>> concerts,

        @BackLink(originalField = "conductor") List<BackRef<Concert>> conducted,
        @BackLink(originalField = "guests") List<BackRef<Concert>> visits) {}
