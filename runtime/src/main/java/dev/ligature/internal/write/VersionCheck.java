package dev.ligature.internal.write;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.LigatureException;
import dev.ligature.VersionConflictException;
import dev.ligature.internal.StoredId;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Failures;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds out, when replacements did not all take place, which documents are missing and which somebody else has changed. The
 * server says which upserts failed, but of replacements only how many matched. A stored document that equals ours is then ours,
 * unless the numbers say that it is not.
 */
final class VersionCheck {
    private final DocumentSource source;
    private final DocumentType<?> type;

    VersionCheck(DocumentSource source, DocumentType<?> type) {
        this.source = source;
        this.type = type;
    }

    /**
     * A replacement that was sent.
     *
     * @param expected the version that was read; negative for a document without versions
     * @param mustExist whether a missing document is an error
     */
    record Replacement(BsonValue storedId, Object id, long expected, boolean mustExist, RawBsonDocument document) {}

    /**
     * The failure of a bulk that was sent without an error of the server, though not all documents that must be there matched.
     *
     * @param unmatched how many
     */
    Mono<LigatureException> unmatched(List<Replacement> replacements, long unmatched) {
        return stored(replacements).flatMap(stored -> {
            Findings findings = new Findings();
            List<VersionConflictException.Conflict> doubtful = new ArrayList<>();
            for (Replacement replacement : replacements) {
                RawBsonDocument found = findings.lookAt(replacement, stored);
                if (found != null && replacement.expected != versionOf(found)) {
                    boolean looksLikeOurs = found.equals(replacement.document);
                    (looksLikeOurs ? doubtful : findings.conflicts).add(conflict(replacement, found));
                }
            }
            if (unmatched > findings.missing.size() + findings.conflicts.size()) {
                findings.conflicts.addAll(doubtful); // somebody has made the very same change
            }
            return Mono.justOrEmpty(findings.failure(null));
        });
    }

    /**
     * The failure of a bulk in which upserts met a document with their id and another version.
     *
     * @param refused the positions of those upserts among the replacements
     */
    Mono<LigatureException> refused(List<Replacement> replacements, SortedSet<Integer> refused, Throwable cause) {
        return stored(replacements).flatMap(stored -> {
            Findings findings = new Findings();
            for (int i = refused.first(); i < replacements.size(); i++) { // those before it have taken place
                Replacement replacement = replacements.get(i);
                RawBsonDocument found = findings.lookAt(replacement, stored);
                if (found != null
                        && (refused.contains(i)
                                || (replacement.expected != versionOf(found) && !found.equals(replacement.document)))) {
                    findings.conflicts.add(conflict(replacement, found));
                }
            }
            return Mono.justOrEmpty(findings.failure(cause));
        });
    }

    private Mono<Map<StoredId, RawBsonDocument>> stored(List<Replacement> replacements) {
        BsonArray ids = new BsonArray(replacements.size());
        replacements.forEach(replacement -> ids.add(replacement.storedId));
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", ids));
        MongoCollection<RawBsonDocument> collection = source.collection(type, RawBsonDocument.class);
        return Commands.on(collection, commands -> commands.find(filter))
                .onErrorMap(Failures.of(type, "find"))
                .collect(HashMap::new, (byId, stored) -> byId.put(StoredId.ofDocument(stored), stored));
    }

    private VersionConflictException.Conflict conflict(Replacement replacement, RawBsonDocument found) {
        return new VersionConflictException.Conflict(replacement.id, replacement.expected, versionOf(found));
    }

    /** What was found out. */
    private final class Findings {
        private final List<Object> missing = new ArrayList<>();
        private final List<VersionConflictException.Conflict> conflicts = new ArrayList<>();

        /** The stored document of a versioned replacement, or null when there is nothing to compare. */
        @Nullable
        RawBsonDocument lookAt(Replacement replacement, Map<StoredId, RawBsonDocument> stored) {
            RawBsonDocument found = stored.get(StoredId.of(replacement.storedId));
            if (found == null && replacement.mustExist) {
                missing.add(replacement.id);
            }
            return replacement.expected < 0 ? null : found;
        }

        @Nullable
        LigatureException failure(@Nullable Throwable cause) {
            if (!conflicts.isEmpty()) {
                return new VersionConflictException(type.toString(), conflicts, cause);
            }
            return missing.isEmpty()
                    ? null
                    : new DocumentNotFoundException(
                            type + " " + missing.stream().limit(10).toList() + " is not in \"" + type.collection()
                                    + "\" and cannot be replaced. Use save to insert it where it is missing.",
                            cause);
        }
    }

    private long versionOf(RawBsonDocument stored) {
        DocumentType.VersionType<?> version = type.version();
        BsonValue value = version == null ? null : stored.get(version.storedName());
        return value == null || !value.isNumber() ? 0 : value.asNumber().longValue();
    }
}
