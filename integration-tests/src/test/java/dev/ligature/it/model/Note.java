// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that is changed by every update operator. */
@Document(collection = "notes")
public record Note(
        @Nullable UUID id,
        String text,
        int votes,
        double score,
        List<String> tags,
        Optional<String> mood,
        @Nullable Instant seen) {
    public static Note of(String text) {
        return new Note(null, text, 0, 0, List.of(), Optional.empty(), null);
    }

    public Note withTags(String... values) {
        return new Note(id, text, votes, score, List.of(values), mood, seen);
    }

    public Note withVotes(int number) {
        return new Note(id, text, number, score, tags, mood, seen);
    }

    public Note withMood(String value) {
        return new Note(id, text, votes, score, tags, Optional.of(value), seen);
    }
}
