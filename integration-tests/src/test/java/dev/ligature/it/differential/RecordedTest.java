// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.CommandRecorder.Command;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What the comparison of plans with commands finds. */
class RecordedTest {
    private static final Recorded PLAN = new Recorded(
            new FetchPlan(
                    "House",
                    FetchStrategy.BATCH,
                    List.of(
                            new FetchPlan.Root(
                                    "houses", bson("{find: 'houses', filter: {rooms: 2}, limit: 5}"), "for the test"),
                            new FetchPlan.Batch(
                                    "doors",
                                    bson(
                                            "{find: 'doors', filter: {$or: [{_id: {$in: '<a>'}}, {house: {$in: '<b>'}}]}}"),
                                    "for the test")),
                    steps -> Flux.empty(),
                    limit -> Flux.empty()),
            RecordedTest::isSeven);

    private static boolean isSeven(String collection, String path, BsonValue id) {
        return collection.equals("doors") && path.equals("_id") && id.equals(new BsonInt32(7));
    }

    private static BsonDocument bson(String json) {
        return BsonDocument.parse(json);
    }

    private static String difference(String... sent) {
        return difference(PLAN, sent);
    }

    private static String difference(Recorded plan, String... sent) {
        return plan.difference(
                List.of(sent).stream()
                        .map(each -> new Command("find", bson(each)))
                        .toList(),
                true);
    }

    @Test
    void takesIdsForTheTextThatStandsForThem() {
        assertThat(difference(
                        "{find: 'houses', filter: {rooms: 2}, limit: 5, $db: 'x', batchSize: 3}",
                        "{find: 'doors', filter: {$or: [{_id: {$in: [1]}}, {house: {$in: [2, 3]}}]}}",
                        "{find: 'doors', filter: {house: {$in: [4]}}}"))
                .isNull();
    }

    @Test
    void namesWhatWasSentAndNotPrinted() {
        assertThat(difference("{find: 'houses', filter: {rooms: 3}, limit: 5}")).startsWith("sent, and not printed");
        assertThat(difference("{find: 'houses', filter: {rooms: 2}, limit: 6}")).startsWith("sent, and not printed");
        assertThat(difference("{find: 'houses', filter: {rooms: 2}, limit: 5, sort: {a: 1}}"))
                .startsWith("sent, and not printed");
        assertThat(difference(
                        "{find: 'houses', filter: {rooms: 2}, limit: 5}",
                        "{find: 'doors', filter: {name: {$in: [4]}}}"))
                .startsWith("sent, and not printed");
        assertThat(difference(
                        "{find: 'houses', filter: {rooms: 2}, limit: 5}",
                        "{find: 'houses', filter: {rooms: 2}, limit: 5}"))
                .startsWith("sent, and not printed");
    }

    @Test
    void expectsACommandAsOftenAsItIsPrinted() {
        FetchPlan.Step step = new FetchPlan.Root("houses", bson("{find: 'houses', filter: {}}"), "for the test");
        FetchPlan.Step alike = new FetchPlan.Root("houses", bson("{find: 'houses', filter: {}}"), "for the test");
        Recorded plan = new Recorded(
                new FetchPlan(
                        "House",
                        FetchStrategy.BATCH,
                        List.of(step, alike),
                        steps -> Flux.empty(),
                        limit -> Flux.empty()),
                RecordedTest::isSeven);

        assertThat(difference(plan, "{find: 'houses', filter: {}}", "{find: 'houses', filter: {}}"))
                .isNull();
        assertThat(difference(plan, "{find: 'houses', filter: {}}")).startsWith("printed, and not sent");
    }

    /** The ids that a step asks for may be those of another one, and semi-joins are sent in any order. */
    @Test
    void findsTheStepOfEachCommandWhateverTheOrder() {
        FetchPlan.Step known =
                new FetchPlan.SemiJoin("doors", bson("{find: 'doors', filter: {house: {$in: '<a>'}}}"), "for the test");
        FetchPlan.Step given = new FetchPlan.SemiJoin(
                "doors", bson("{find: 'doors', filter: {house: {$in: [1, 2]}}}"), "for the test");
        Recorded plan = new Recorded(
                new FetchPlan(
                        "House",
                        FetchStrategy.BATCH,
                        List.of(known, given),
                        steps -> Flux.empty(),
                        limit -> Flux.empty()),
                RecordedTest::isSeven);
        String sentOfKnown = "{find: 'doors', filter: {house: {$in: []}}}";
        String sentOfGiven = "{find: 'doors', filter: {house: {$in: [1, 2]}}}";

        assertThat(difference(plan, sentOfKnown, sentOfGiven)).isNull();
        assertThat(difference(plan, sentOfGiven, sentOfKnown)).isNull();
        assertThat(difference(plan, sentOfKnown, sentOfKnown)).startsWith("sent, and not printed");
        assertThat(difference(plan, sentOfGiven)).startsWith("printed, and not sent");
    }

    @Test
    void takesAFindBesideAJoinForWhatTheDataNeeds() {
        FetchPlan.Step root = new FetchPlan.Root("houses", bson("{find: 'houses', filter: {}}"), "for the test");
        FetchPlan.Step joined =
                new FetchPlan.Lookup("doors", bson("{$lookup: {from: 'doors', as: '_l0'}}"), "for the test");
        FetchPlan.Step batch =
                new FetchPlan.Batch("doors", bson("{find: 'doors', filter: {house: {$in: '<b>'}}}"), "for the test");
        Recorded plan = new Recorded(
                new FetchPlan(
                        "House",
                        FetchStrategy.LOOKUP,
                        List.of(root, joined, batch),
                        steps -> Flux.empty(),
                        limit -> Flux.empty()),
                RecordedTest::isSeven);
        String roots = "{find: 'houses', filter: {}}";

        assertThat(difference(plan, roots, "{find: 'doors', filter: {_id: {$in: [7]}}}"))
                .isNull();
        assertThat(difference(plan, roots, "{find: 'doors', filter: {$or: [{_id: {$in: [7]}}, {house: {$in: [1]}}]}}"))
                .isNull();
        assertThat(difference(plan, roots, "{find: 'doors', filter: {_id: {$in: [7, 8]}}}"))
                .startsWith("sent, and not printed");
        assertThat(difference(plan, roots, "{find: 'doors', filter: {_id: 7}}")).startsWith("sent, and not printed");
    }

    @Test
    void namesWhatWasPrintedAndNotSent() {
        assertThat(difference()).startsWith("printed, and not sent");
    }
}
