// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.LigatureException;
import dev.ligature.VersionConflictException;
import dev.ligature.WrittenDocument;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.driver.Results;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds out, if not all documents of a bulk were written, which of them are missing and which somebody else has
 * changed. The server says at which one it stopped, but for replacements only how many matched. A stored document whose
 * declared fields equal ours is then taken for ours, unless the numbers say that it is not.
 */
final class VersionCheck {
    private final DocumentSource source;
    private final DocumentType<?> type;

    VersionCheck(DocumentSource source, DocumentType<?> type) {
        this.source = source;
        this.type = type;
    }

    /**
     * What keeps documents of a bulk from being written.
     *
     * @param unmatched how many of those that the server accepted should have matched and did not
     */
    Mono<Findings> findings(Bulk bulk, Bulk.Progress progress, long unmatched) {
        return stored(bulk.known()).map(stored -> {
            Findings findings = new Findings(type);
            for (Bulk.Known known : bulk.known()) {
                if (unmatched > 0 && known.mustExist() && progress.took(known.position())) {
                    lookAt(known, stored, findings);
                }
            }
            if (unmatched > findings.unwritten.size()) {
                findings.acceptDoubtful(); // somebody has made the very same change
            }
            if (bulk.known().stream()
                    .anyMatch(known -> progress.refused().contains(known.position()) && isStale(known, stored))) {
                for (Bulk.Known known : bulk.known()) {
                    if (!progress.took(known.position())) {
                        lookAtUnwritten(known, stored, findings);
                    }
                }
            }
            return findings;
        });
    }

    private void lookAt(Bulk.Known known, Map<StoredId, RawBsonDocument> stored, Findings findings) {
        RawBsonDocument found = stored.get(StoredId.of(known.storedId()));
        if (found == null) {
            findings.addMissing(known);
        } else if (isStale(known, stored)) {
            findings.addConflict(known, versionOf(found), looksLikeOurs(known, found));
        }
    }

    private void lookAtUnwritten(Bulk.Known known, Map<StoredId, RawBsonDocument> stored, Findings findings) {
        RawBsonDocument found = stored.get(StoredId.of(known.storedId()));
        if (found != null && isStale(known, stored)) {
            findings.addConflict(known, versionOf(found), false);
        } else if (found == null && known.mustExist()) {
            findings.addMissing(known);
        }
    }

    private boolean isStale(Bulk.Known known, Map<StoredId, RawBsonDocument> stored) {
        RawBsonDocument found = stored.get(StoredId.of(known.storedId()));
        return found != null && known.hasVersion() && known.expected() != versionOf(found);
    }

    private Mono<Map<StoredId, RawBsonDocument>> stored(List<Bulk.Known> known) {
        BsonArray ids = new BsonArray(known.size());
        known.forEach(each -> ids.add(each.storedId()));
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", ids));
        return source.database()
                .reader(type, Results.RAW)
                .read(Command.Find.of(type, filter))
                .collect(HashMap::new, (byId, stored) -> byId.put(StoredId.ofDocument(stored), stored));
    }

    private boolean looksLikeOurs(Bulk.Known known, RawBsonDocument found) {
        RawBsonDocument ours = known.replacement();
        return ours != null
                && type.storedNames().stream().allMatch(name -> Objects.equals(found.get(name), ours.get(name)));
    }

    private long versionOf(RawBsonDocument stored) {
        DocumentType.VersionType<?> version = type.version();
        BsonValue value = version == null ? null : stored.get(version.storedName());
        return value == null || !value.isNumber() ? 0 : value.asNumber().longValue();
    }

    /** The documents that are not there as they were read. */
    static final class Findings {
        private final DocumentType<?> type;
        private final List<Object> missing = new ArrayList<>();
        private final List<VersionConflictException.Conflict> conflicts = new ArrayList<>();
        private final List<VersionConflictException.Conflict> doubtful = new ArrayList<>();
        private final Set<Integer> unwritten = new HashSet<>();
        private final Set<Integer> doubtfulPositions = new HashSet<>();

        Findings(DocumentType<?> type) {
            this.type = type;
        }

        private void addMissing(Bulk.Known known) {
            missing.add(known.id());
            unwritten.add(known.position());
        }

        private void addConflict(Bulk.Known known, long found, boolean isDoubtful) {
            (isDoubtful ? doubtful : conflicts)
                    .add(new VersionConflictException.Conflict(known.id(), known.expected(), found));
            (isDoubtful ? doubtfulPositions : unwritten).add(known.position());
        }

        private void acceptDoubtful() {
            conflicts.addAll(doubtful);
            unwritten.addAll(doubtfulPositions);
        }

        /** Whether the document at a place among the models is one of them. */
        boolean concern(int position) {
            return unwritten.contains(position);
        }

        boolean isEmpty() {
            return conflicts.isEmpty() && missing.isEmpty();
        }

        /** The error that says so; null if there is none. */
        @Nullable
        LigatureException failure(@Nullable Throwable cause, List<WrittenDocument> written) {
            if (!conflicts.isEmpty()) {
                return new VersionConflictException(type.toString(), conflicts, cause, written);
            }
            return missing.isEmpty()
                    ? null
                    : new DocumentNotFoundException(
                            type + " "
                                    + missing.stream()
                                            .limit(10)
                                            .map(Excerpt::of)
                                            .toList() + " is not in \"" + type.collection()
                                    + "\" and cannot be replaced. Use save to insert it where it is missing.",
                            cause,
                            written);
        }
    }
}
