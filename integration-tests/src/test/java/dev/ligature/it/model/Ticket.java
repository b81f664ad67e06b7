// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.CompoundIndex;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import java.time.Instant;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonProperty;

/** A record with indexes of every kind. */
@Document(collection = "tickets")
@CompoundIndex({"owner", "-priority"})
@CompoundIndex(
        value = {"owner", "seen"},
        unique = true,
        sparse = true)
public record Ticket(
        String id,
        @Indexed(unique = true) @BsonProperty("c") String code,
        @Indexed(sparse = true) Optional<String> remark,
        @Indexed(expireAfterSeconds = 3600) Instant seen,
        @Indexed(descending = true) int priority,
        String owner) {}
