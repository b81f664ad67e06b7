// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.driver.Command;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * How the documents that match are ordered, cut and joined. Decides between a find and an aggregation.
 *
 * @param sortJoins the joins that the sort needs
 * @param sort empty if there is no order
 * @param skip 0 for none
 * @param limit 0 for none
 * @param sortSides the side arrays that only the sort needs
 * @param fetchJoins the joins of the fetch, for the page only
 */
record Arrangement(
        List<BsonDocument> sortJoins,
        BsonDocument sort,
        int skip,
        int limit,
        List<String> sortSides,
        List<BsonDocument> fetchJoins) {
    /** All documents that match, in no order. */
    static final Arrangement NONE = first(0);

    Arrangement {
        sortJoins = List.copyOf(sortJoins);
        sortSides = List.copyOf(sortSides);
        fetchJoins = List.copyOf(fetchJoins);
    }

    /** At most the given number of documents that match, in no order. */
    static Arrangement first(int documents) {
        return new Arrangement(List.of(), new BsonDocument(), 0, documents, List.of(), List.of());
    }

    /** The command for the documents with what is joined to them. */
    Command.Read command(DocumentType<?> type, Match match, Kept kept, int batchSize) {
        if (match.isPlain() && sortJoins.isEmpty() && fetchJoins.isEmpty()) {
            return new Command.Find(type, match.before(), kept.fields(), sort, skip, limit, batchSize);
        }
        List<BsonDocument> stages = page(match);
        stages.addAll(fetchJoins);
        if (!kept.stage().isEmpty()) {
            stages.add(new BsonDocument("$project", kept.stage()));
        }
        return new Command.Aggregate(type, stages, batchSize);
    }

    /** The command whose only document says how many there are; it returns no document if there are none. */
    Command.Read count(DocumentType<?> type, Match match) {
        List<BsonDocument> stages = page(match);
        stages.add(new BsonDocument("$count", new BsonString("count")));
        return new Command.Aggregate(type, stages, 0);
    }

    /**
     * The stages for the documents of a page, as they are stored. A sort by own fields comes before the joins of the
     * condition, so that an index can serve it and a page need not join everything that matches.
     */
    private List<BsonDocument> page(Match match) {
        List<BsonDocument> stages = new ArrayList<>(match.ownStages());
        if (sortJoins.isEmpty()) {
            addSort(stages);
            stages.addAll(match.joinedStages());
        } else {
            stages.addAll(match.joinedStages());
            stages.addAll(sortJoins);
            addSort(stages);
        }
        if (skip > 0) {
            stages.add(new BsonDocument("$skip", new BsonInt32(skip)));
        }
        if (limit > 0) {
            stages.add(new BsonDocument("$limit", new BsonInt32(limit)));
        }
        if (!sortSides.isEmpty()) {
            stages.add(Joins.without(sortSides));
        }
        return stages;
    }

    private void addSort(List<BsonDocument> stages) {
        if (!sort.isEmpty()) {
            stages.add(new BsonDocument("$sort", sort));
        }
    }
}
