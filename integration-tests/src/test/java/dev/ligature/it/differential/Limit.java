// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** What a server answers wrongly itself, whoever asks: each is shown by a plain command, and holds for the servers that it shows. */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes the documents
enum Limit {
    SORT_THROUGH_NOTHING(
            "the server takes two empty arrays in a sort's path for different",
            "[{_id: 3, a: []}, {_id: 1, a: []}, {_id: 2, a: []}]",
            "[{$sort: {'a.n': 1, _id: 1}}, {$project: {_id: 1}}]",
            "[{_id: 1}, {_id: 2}, {_id: 3}]"),
    VARIABLES_WITH_DBREFS(
            "the server takes a DBRef within a variable for an expression",
            "[{_id: 1, a: [{b: [{$ref: 'c', $id: 7}]}]}]",
            "[{$project: {k: {$map: {input: '$a', as: 'each', in: {$ifNull: ['$$each.b.$id', []]}}}}}]",
            "[{_id: 1, k: [[7]]}]"),
    DBREFS_IN_JOINS(
            "the server takes the fields of a joined DBRef for operators",
            "[{_id: 1, a: {$ref: 'c', $id: 7, $db: 'd'}}]",
            "[{$lookup: {from: 'limits', localField: 'a', foreignField: '_id', as: 'b'}}, {$project: {b: 1}}]",
            "[{_id: 1, b: []}]"),
    ORDER_OF_NAN(
            "the server takes NaN for the greatest of all numbers, in ranges too",
            "[{_id: 1, n: 1.5}, {_id: 2, n: {$numberDouble: 'NaN'}}]",
            "[{$sort: {n: 1}}, {$project: {_id: 1}}]",
            "[{_id: 2}, {_id: 1}]"),
    ORDER_OF_TEXTS(
            "the server compares texts by their UTF-16 units",
            "[{_id: 1, t: '\uD83D\uDE00'}, {_id: 2, t: '\uFF5E'}]",
            "[{$sort: {t: 1}}, {$project: {_id: 1}}]",
            "[{_id: 2}, {_id: 1}]"),
    NUMBERS_IN_EXPRESSIONS(
            "the server finds a number in the array of an expression in its own type only",
            "[{_id: 1, a: [{$numberLong: '1'}]}]",
            "[{$match: {$expr: {$in: [{$numberInt: '1'}, '$a']}}}, {$project: {_id: 1}}]",
            "[{_id: 1}]"),
    SETS_OF_NUMBERS(
            "the server adds a number to a list that holds it in another type",
            "[{_id: 1, a: [{$numberLong: '1'}]}]",
            "[{$match: {a: {$size: 1}}}, {$project: {_id: 1}}]",
            "[{_id: 1}]") {
        @Override
        void prepare(MongoCollection<BsonDocument> collection) {
            TestDatabase.await(collection.updateOne(
                    new BsonDocument(), BsonDocument.parse("{$addToSet: {a: {$numberInt: '1'}}}")));
        }
    };

    private final String reason;
    private final BsonArray documents;
    private final List<BsonDocument> pipeline;
    private final BsonArray right;

    Limit(String reason, String documents, String pipeline, String right) {
        this.reason = reason;
        this.documents = BsonArray.parse(documents);
        this.pipeline =
                BsonArray.parse(pipeline).stream().map(BsonValue::asDocument).toList();
        this.right = BsonArray.parse(right);
    }

    String reason() {
        return reason;
    }

    /** The limits of a server. */
    static List<Limit> of(MongoDatabase database) {
        return Arrays.stream(values()).filter(limit -> limit.holds(database)).toList();
    }

    /** Changes the documents before they are asked for. */
    void prepare(MongoCollection<BsonDocument> collection) {}

    private boolean holds(MongoDatabase database) {
        MongoCollection<BsonDocument> collection = database.getCollection("limits", BsonDocument.class);
        TestDatabase.await(collection.drop());
        TestDatabase.await(collection.insertMany(
                documents.stream().map(BsonValue::asDocument).toList()));
        prepare(collection);
        try {
            List<BsonDocument> answer =
                    Flux.from(collection.aggregate(pipeline)).collectList().block();
            return !right.equals(new BsonArray(answer));
        } catch (MongoException e) {
            return true;
        }
    }
}
