// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredForms.version;
import static dev.ligature.it.model.QConcert.concert;
import static dev.ligature.it.model.QMusician.musician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.it.model.Concert;
import dev.ligature.it.model.ConcertRepository;
import dev.ligature.it.model.MusicianRepository;
import dev.ligature.path.LinkPath;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.OtherForm;
import dev.ligature.query.RestoreResult;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Links that are stored in the other form get the declared one; nothing else changes. */
class RestoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final ConcertRepository concerts = new ConcertRepository(DATABASE.database());
    private final MusicianRepository musicians = new MusicianRepository(DATABASE.database());
    private final StoredForms forms = new StoredForms(DATABASE);
    private final CommandRecorder recorder = DATABASE.recorder();

    private static BsonValue dbRef(String id) {
        return new BsonDocument("$ref", new BsonString("musicians")).append("$id", new BsonString(id));
    }

    private static BsonValue entry(String json) {
        return StoredForms.entries(
                        "[" + json.replace("$here", DATABASE.database().getName()) + "]")
                .get(0);
    }

    /** The entries of lists of bare ids: those that become bare, and those that stay. */
    private static Map<BsonValue, BsonValue> whereBareIsDeclared() {
        return Map.of(
                dbRef("ada"), new BsonString("ada"),
                entry("{$id: 'bob', $ref: 'musicians', $db: '$here', since: 1835}"), new BsonString("bob"),
                entry("'ada'"), entry("'ada'"),
                entry("null"), entry("null"),
                entry("{$ref: 'poets', $id: 'ada'}"), entry("{$ref: 'poets', $id: 'ada'}"),
                entry("{$ref: 'musicians', $id: 'ada', $db: 'x'}"), entry("{$ref: 'musicians', $id: 'ada', $db: 'x'}"),
                entry("{$ref: 'musicians'}"), entry("{$ref: 'musicians'}"));
    }

    /** The entries of lists of DBRefs: those that become DBRefs, and those that stay. */
    private static Map<BsonValue, BsonValue> whereDbRefsAreDeclared() {
        return Map.of(
                entry("'ada'"), dbRef("ada"),
                entry("'bob'"), dbRef("bob"),
                dbRef("ada"), dbRef("ada"),
                entry("{$id: 'ada', $ref: 'musicians', $db: '$here'}"),
                        entry("{$id: 'ada', $ref: 'musicians', $db: '$here'}"),
                entry("null"), entry("null"),
                entry("{$ref: 'poets', $id: 'ada'}"), entry("{$ref: 'poets', $id: 'ada'}"),
                entry("/^a/"), entry("/^a/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"players", "guests"})
    void rewritesTheEntriesOfTheOtherFormAndKeepsAllElse(String field) {
        LinkPath<Concert, ?, ?> link = field.equals("players") ? concert.players() : concert.guests();
        Map<BsonValue, BsonValue> expected = field.equals("players") ? whereDbRefsAreDeclared() : whereBareIsDeclared();
        List<BsonArray> lists = StoredForms.lists(List.copyOf(expected.keySet()), 4);
        forms.store(field, lists);
        long toRestore = lists.stream()
                .filter(list -> !list.equals(restored(list, expected)))
                .count();

        RestoreResult planned = get(concerts.planRestore(link));
        assertThat(recorder.names()).containsExactly("find");
        RestoreResult result = get(concerts.restore(link));

        assertThat(result).isEqualTo(planned);
        assertThat(result.documents()).isEqualTo(lists.size());
        assertThat(result.restored()).isEqualTo(toRestore);
        assertThat(result.foreign()).isPositive();
        assertThat(result.withoutId()).isPositive();
        assertThat(result.contended()).isZero();
        Map<String, BsonDocument> stored = forms.stored();
        for (int i = 0; i < lists.size(); i++) {
            BsonArray list = lists.get(i);
            BsonDocument document = stored.get("c" + i);
            assertThat(document.getArray(field)).as("%s", list).isEqualTo(restored(list, expected));
            assertThat(version(document))
                    .as("version of %s", list)
                    .isEqualTo(list.equals(restored(list, expected)) ? 1 : 2);
        }
        recorder.clear();
        assertThat(get(concerts.restore(link)).restored()).isZero();
        assertThat(recorder.names()).containsExactly("find");
        assertThat(forms.stored()).isEqualTo(stored);
    }

    private static BsonArray restored(BsonArray list, Map<BsonValue, BsonValue> expected) {
        return new BsonArray(list.stream().map(expected::get).toList());
    }

    @Test
    void rewritesLinksToOne() {
        for (String field : List.of("soloist", "conductor")) {
            DATABASE.clear();
            Map<BsonValue, BsonValue> expected =
                    field.equals("soloist") ? whereDbRefsAreDeclared() : whereBareIsDeclared();
            List<BsonValue> links = List.copyOf(expected.keySet());
            forms.store(field, links);

            assertThat(get(concerts.restore(field.equals("soloist") ? concert.soloist() : concert.conductor()))
                            .restored())
                    .isEqualTo(2);

            forms.stored().forEach((id, document) -> {
                BsonValue before = links.get(Integer.parseInt(id.substring(1)));
                assertThat(document.get(field)).isEqualTo(expected.get(before));
                assertThat(version(document)).isEqualTo(before.equals(expected.get(before)) ? 1 : 2);
            });
        }
    }

    @Test
    void letsConditionsAndBackLinksSeeWhatTheyDidNot() {
        forms.store(
                "players", List.of(BsonArray.parse("['ada']"), BsonArray.parse("[{$ref: 'musicians', $id: 'ada'}]")));
        assertThat(get(concerts.find(concert.players().id.eq("ada")).count())).isEqualTo(1);

        get(concerts.restore(concert.players()));

        assertThat(get(concerts.find(concert.players().id.eq("ada")).count())).isEqualTo(2);
    }

    @Test
    void plansCountTheOtherFormOfTheLinksThatTheyAskFor() {
        forms.store(
                "players",
                List.of(BsonArray.parse("['ada', null]"), BsonArray.parse("['bob', {$ref: 'musicians', $id: 'b'}]")));
        FetchPlan condition = concerts.find(
                        concert.players().id.eq("ada").or(concert.guests().any(guest -> guest.id.eq("b"))))
                .plan();
        FetchPlan backLink = musicians.find().fetch(musician.concerts()).plan();
        recorder.clear();

        assertThat(list(condition.otherForms(10)))
                .containsExactly(new OtherForm("Concert.players", "concerts", 2, false));
        assertThat(recorder.names()).containsOnly("aggregate");
        assertThat(list(backLink.otherForms(1))).containsExactly(new OtherForm("Concert.players", "concerts", 1, true));
        assertThatThrownBy(() -> condition.otherForms(0)).isInstanceOf(IllegalArgumentException.class);

        get(concerts.restore(concert.players()));
        get(Mono.from(
                forms.concerts().insertOne(BsonDocument.parse("{_id: 'g', guests: [{$ref: 'musicians', $id: 'b'}]}"))));

        assertThat(list(condition.otherForms(10)))
                .containsExactly(new OtherForm("Concert.guests", "concerts", 1, false));
        assertThat(list(backLink.otherForms(1))).isEmpty();
    }

    @Test
    void sendsNothingForAnEmptyCollectionButTheFind() {
        assertThat(get(concerts.restore(concert.players()))).isEqualTo(RestoreResult.NOTHING);
        assertThat(recorder.names()).containsExactly("find");
    }

    @Test
    void refusesPathsThatAreNoStoredLink() {
        assertThatThrownBy(() -> musicians.restore(musician.concerts()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Musician.concerts is a back link")
                .hasMessageContaining("Concert.players");
        assertThatThrownBy(() -> musicians.planRestore(musician.concerts()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void takesPartInATransaction() {
        forms.store("players", List.of(BsonArray.parse("['ada', null]"), BsonArray.parse("[]")));
        Transactions transactions = Transactions.of(DATABASE.client());

        assertThatThrownBy(() -> get(transactions.run(
                        () -> concerts.restore(concert.players()).then(Mono.error(new IllegalStateException("no"))))))
                .hasStackTraceContaining("no");
        assertThat(forms.stored().get("c0").getArray("players").get(0)).isEqualTo(new BsonString("ada"));

        assertThat(get(transactions.run(() -> concerts.restore(concert.players())))
                        .restored())
                .isEqualTo(1);
        assertThat(forms.stored().get("c0").getArray("players").get(0)).isEqualTo(dbRef("ada"));
    }

    /** What others do between a read and the write that follows. */
    @Nested
    class WhileOthersWrite {
        /** A repository that lets others write before each of its bulks, or before the first ones. */
        private ConcertRepository interrupted(List<Mono<?>> meanwhile) {
            List<Mono<?>> left = new ArrayList<>(meanwhile);
            return new ConcertRepository(FailingDatabase.with(
                    DATABASE.database(),
                    "bulkWrite",
                    "concerts",
                    bulk -> Flux.defer(() -> {
                        Mono<Void> before =
                                left.isEmpty() ? Mono.empty() : left.remove(0).then();
                        return before.thenMany(Flux.from(bulk).cast(Object.class));
                    })));
        }

        private Mono<?> update(String id, String update) {
            Bson change = BsonDocument.parse(update);
            return Mono.from(forms.concerts().updateOne(BsonDocument.parse("{_id: '" + id + "'}"), change));
        }

        @Test
        void nothingOfTheirsIsOverwritten() {
            forms.store(
                    "players",
                    List.of(
                            BsonArray.parse("['ada', 'bob']"),
                            BsonArray.parse("['ada', 'bob']"),
                            BsonArray.parse("['ada', 'bob']"),
                            BsonArray.parse("['ada', 'bob', 'ada', null]"),
                            BsonArray.parse("['ada', 'bob']")));
            Mono<?> theirs = update("c0", "{$set: {players: ['cyd']}}")
                    .then(Mono.from(forms.concerts().deleteOne(BsonDocument.parse("{_id: 'c1'}"))))
                    .then(update("c2", "{$push: {players: 'dan'}}"))
                    .then(update("c3", "{$pull: {players: 'ada'}}"))
                    .then(update("c4", "{$set: {players: [{$ref: 'musicians', $id: 'eve'}]}}"));

            RestoreResult result = get(interrupted(List.of(theirs)).restore(concert.players()));

            assertThat(result).isEqualTo(new RestoreResult(5, 3, 0, 0, 0));
            Map<String, BsonDocument> stored = forms.stored();
            assertThat(stored.keySet()).containsExactly("c0", "c2", "c3", "c4");
            assertThat(stored.get("c0").getArray("players")).containsExactly(dbRef("cyd"));
            assertThat(stored.get("c2").getArray("players"))
                    .containsExactly(dbRef("ada"), dbRef("bob"), new BsonString("dan")); // came after the read
            assertThat(stored.get("c3").getArray("players")).containsExactly(dbRef("bob"), entry("null"));
            assertThat(stored.get("c4").getArray("players")).containsExactly(dbRef("eve"));
            assertThat(stored.values().stream().map(StoredForms::version)).containsExactly(2L, 2L, 2L, 1L);
        }

        @Test
        void whatTheyChangeEachTimeIsReportedAndLeft() {
            forms.store("players", List.of(BsonArray.parse("['ada']"), BsonArray.parse("['bob']")));
            List<Mono<?>> theirs = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                theirs.add(update("c0", "{$set: {players: ['x" + i + "']}}"));
            }

            RestoreResult result = get(interrupted(theirs).restore(concert.players()));

            assertThat(result).isEqualTo(new RestoreResult(2, 1, 0, 0, 1));
            assertThat(forms.stored().get("c0").getArray("players")).containsExactly(new BsonString("x2"));
            assertThat(version(forms.stored().get("c0"))).isEqualTo(1);
            assertThat(forms.stored().get("c1").getArray("players")).containsExactly(dbRef("bob"));
        }
    }

    /** Windows of a thousand documents. */
    @Nested
    class OfManyDocuments {
        /** The embedded server looks at all documents for each update. */
        private final int concertsStored = DATABASE.isEmbedded() ? 3_000 : 25_000;

        @BeforeEach
        void eachWithALinkOfTheOtherForm() {
            List<BsonValue> lists = new ArrayList<>();
            for (int i = 0; i < concertsStored; i++) {
                lists.add(new BsonArray(List.of(dbRef("ada"), new BsonString("m" + i))));
            }
            forms.store("players", lists);
        }

        private void assertRestored() {
            Map<String, BsonDocument> stored = forms.stored();
            assertThat(stored).hasSize(concertsStored);
            stored.forEach((id, document) -> assertThat(document)
                    .isEqualTo(BsonDocument.parse("{_id: '" + id + "', version: {$numberLong: '2'}}")
                            .append("players", new BsonArray(List.of(dbRef("ada"), dbRef("m" + id.substring(1)))))));
        }

        @Test
        void areRestoredByOneCommandPerWindow() {
            assertThat(get(concerts.restore(concert.players())))
                    .isEqualTo(new RestoreResult(concertsStored, concertsStored, 0, 0, 0));

            assertThat(recorder.commands("find").size()).isEqualTo(1);
            assertThat(recorder.commands("update").size()).isEqualTo(concertsStored / 1_000);
            assertThat(recorder.commandsWithPaging().size()).isLessThanOrEqualTo(2 * (concertsStored / 1_000 + 1));
            assertRestored();
        }

        @Test
        void areRestoredInTwoRunsWhenTheFirstIsCancelled() {
            Sinks.Empty<Void> firstWindow = Sinks.empty();
            UnaryOperator<Flux<?>> telling = bulk -> bulk.doOnNext(done -> firstWindow.tryEmitEmpty());
            ConcertRepository cancelled = new ConcertRepository(FailingDatabase.with(
                    DATABASE.database(), "bulkWrite", "concerts", bulk -> telling.apply(Flux.from(bulk))));

            assertThat(cancelled
                            .restore(concert.players())
                            .takeUntilOther(firstWindow.asMono())
                            .blockOptional())
                    .isEmpty();

            assertThat(recorder.commands("update").size()).isEqualTo(1);
            assertThat(get(concerts.planRestore(concert.players())))
                    .isEqualTo(new RestoreResult(concertsStored, concertsStored - 1_000, 0, 0, 0));
            assertThat(get(concerts.restore(concert.players())))
                    .isEqualTo(new RestoreResult(concertsStored, concertsStored - 1_000, 0, 0, 0));
            assertRestored();
        }
    }
}
