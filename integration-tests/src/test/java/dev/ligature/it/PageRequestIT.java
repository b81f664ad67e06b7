// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QLot.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ligature.DocumentReadException;
import dev.ligature.InvalidPageTokenException;
import dev.ligature.it.model.DoorRepository;
import dev.ligature.it.model.Lot;
import dev.ligature.path.Sort;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a page costs, what it reads, and what it refuses. */
class PageRequestIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final CommandRecorder recorder = DATABASE.recorder();
    private final Lots db = new Lots(DATABASE);

    @BeforeEach
    void store() {
        db.store();
        recorder.clear();
    }

    private String token(Sort<Lot> key) {
        String token =
                get(db.lots.find().sort(key).page(PageRequest.first(5))).next().orElseThrow();
        recorder.clear();
        return token;
    }

    @Test
    void sendsNothingBeforeSubscriptionAndAnewWithEachOne() {
        Mono<Page<Lot>> page = db.lots.find().page(PageRequest.first(5).withTotal());
        assertThat(recorder.names()).isEmpty();

        List<String> first = get(page).items().stream().map(Object::toString).toList();
        assertThat(get(page).items()).extracting(Object::toString).isEqualTo(first);
        assertThat(recorder.names()).hasSize(4);
    }

    @Test
    void readsOneDocumentMoreThanThePageHas() {
        get(db.lots.find(lot.bucket.eq(1)).sort(lot.name.asc()).page(PageRequest.first(5)));

        assertThat(recorder.names()).containsExactly("find");
        BsonDocument command = recorder.commands().get(0).document();
        assertThat(command.getNumber("limit").intValue()).isEqualTo(6);
        assertThat(command.getDocument("sort")).isEqualTo(BsonDocument.parse("{n: 1, _id: 1}"));
        assertThat(command.getDocument("filter")).isEqualTo(BsonDocument.parse("{bucket: 1}"));
    }

    @Test
    void aBatchedPageCostsOneCommandAndOnePerLevel() {
        Find<Lot, ObjectId> find = db.lots
                .find(lot.seller().exists())
                .sort(lot.bucket.asc())
                .fetch(lot.door(), lot.seller().teacher())
                .using(FetchStrategy.BATCH);
        String token = get(find.page(PageRequest.first(5))).next().orElseThrow();
        recorder.clear();

        get(find.page(PageRequest.first(5).after(token)));

        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .startsWith("lots")
                .containsOnlyOnce("lots", "doors")
                .hasSizeBetween(3, 4); // the teacher may be on the page as a seller
    }

    @Test
    void aJoinedPageIsOneCommandThatJoinsAfterTheCut() {
        get(db.lots
                .find()
                .sort(lot.bucket.asc())
                .fetch(lot.door())
                .using(FetchStrategy.LOOKUP)
                .page(PageRequest.first(5)));

        assertThat(recorder.names()).containsExactly("aggregate");
        assertThat(recorder.commands().get(0).document().getArray("pipeline"))
                .extracting(stage -> stage.asDocument().getFirstKey())
                .startsWith("$sort", "$limit", "$lookup");
    }

    @Test
    void countsOnlyWhenAskedAndWithoutTheToken() {
        String token = token(lot.name.asc());
        Find<Lot, ObjectId> find = db.lots.find(lot.bucket.gte(1)).sort(lot.name.asc());

        get(find.page(PageRequest.first(5).after(token)));
        assertThat(recorder.names()).containsExactly("find");

        recorder.clear();
        get(find.page(PageRequest.first(5).after(token).withTotal()));
        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsOnly("lots");
        assertThat(recorder.names()).hasSize(2).startsWith("find");
        assertThat(recorder.commands().get(1).document().toString()).doesNotContain("$or");
    }

    @Test
    void answersAConditionThroughALinkOnceForThePageAndItsTotal() {
        Find<Lot, ObjectId> find = db.lots.find(lot.door().height.gte(0)).sort(lot.name.asc());

        Page<Lot> page = get(find.page(PageRequest.first(5).withTotal()));

        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("doors", "lots", "lots");
        assertThat(page.total()).hasValue(Objects.requireNonNull(get(find.count())));
        Page<Lot> second = get(find.page(page.nextRequest().orElseThrow()));
        assertThat(second.total()).isEqualTo(page.total());
        recorder.clear();
        Page<Lot> joined = get(find.semiJoinBound(0).page(PageRequest.first(5).withTotal()));
        assertThat(joined.items())
                .hasSize(5)
                .extracting(Lot::id)
                .isEqualTo(page.items().stream().map(Lot::id).toList());
        assertThat(joined.total()).isEqualTo(page.total());
        assertThat(recorder.names()).containsExactly("find", "aggregate", "aggregate");
    }

    @Test
    void neitherReadsNorFetchesTheDocumentAfterThePage() {
        get(db.lots.find().delete());
        db.insert("{_id: {$oid: '000000000000000000000001'}, bucket: 1, open: true, tags: [], bidders: []}");
        db.insert(
                "{_id: {$oid: '000000000000000000000002'}, bucket: 'no number', d: {$oid: '000000000000000000000009'}}");

        for (FetchStrategy strategy : FetchStrategy.values()) {
            Page<Lot> page = get(db.lots
                    .find()
                    .fetchLinks()
                    .using(strategy)
                    .missing(MissingTargets.FAIL)
                    .page(PageRequest.first(1)));
            assertThat(page.items()).hasSize(1);
            assertThat(page.hasNext()).isTrue();
        }
        recorder.clear();
        get(db.lots.find().fetch(lot.door()).using(FetchStrategy.BATCH).page(PageRequest.first(1)));
        assertThat(recorder.names()).containsExactly("find");
    }

    @Test
    void thePlanShowsTheCommandOfThePage() {
        PageRequest request = PageRequest.first(5).after(token(lot.name.desc()));
        Find<Lot, ObjectId> find = db.lots.find(lot.bucket.gte(1)).sort(lot.name.desc());

        FetchPlan.Step root = find.plan(request).steps().get(0);
        assertThat(recorder.names()).isEmpty();
        get(find.page(request));

        BsonDocument sent = recorder.commands().get(0).document();
        assertThat(root.command().getDocument("filter")).isEqualTo(sent.getDocument("filter"));
        assertThat(root.command().getDocument("sort")).isEqualTo(sent.getDocument("sort"));
        assertThat(root.command().getNumber("limit").intValue()).isEqualTo(6);
        assertThat(root.reason()).contains("after the page before by n descending, _id descending");
    }

    static Stream<Arguments> strangeTokens() {
        return Stream.of(
                Arguments.of("", "malformed"),
                Arguments.of("%%%", "malformed"),
                Arguments.of("AQ", "malformed"),
                Arguments.of("AgAAAAAAAAAAAAAAAAAA", "has version 2, not 1"),
                Arguments.of("AQAAAAAAAAAAAAAAAAAA", "another document than Lot"));
    }

    @ParameterizedTest
    @MethodSource("strangeTokens")
    void aStrangeTokenIsAnErrorOfThePublisherAndNothingIsSent(String token, String text) {
        StepVerifier.create(
                        db.lots.find().page(PageRequest.first(5).after(token).withTotal()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidPageTokenException.class)
                        .hasMessageContaining(text)
                        .hasMessageContaining("first page"))
                .verify();
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void aTokenBelongsToItsDocumentAndSort() {
        PageRequest request = PageRequest.first(5).after(token(lot.name.asc()));

        refused(db.lots.find().sort(lot.name.desc()).page(request), "another sort than n descending, _id descending");
        refused(db.lots.find().sort(lot.bucket.asc()).page(request), "another sort");
        refused(db.lots.find().sort(lot.name.asc(), lot.id.desc()).page(request), "another sort");
        refused(
                new DoorRepository(DATABASE.database())
                        .find()
                        .sort(door.height.asc())
                        .page(request),
                "another document than Door");
        assertThat(get(db.lots.find().sort(lot.name.asc(), lot.id.asc()).page(request))
                        .items())
                .hasSize(5);
        assertThat(get(db.lots.find(lot.bucket.eq(77)).sort(lot.name.asc()).page(request))
                        .items())
                .isEmpty();
    }

    private static void refused(Mono<?> page, String text) {
        StepVerifier.create(page)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidPageTokenException.class)
                        .hasMessageContaining(text))
                .verify();
    }

    @Test
    void refusesSkipAndLimit() {
        PageRequest request = PageRequest.first(5);
        assertThatIllegalStateException()
                .isThrownBy(() -> db.lots.find().skip(1).page(request))
                .withMessageContaining("page(first(5))")
                .withMessageContaining("skip and limit");
        assertThatIllegalStateException()
                .isThrownBy(() -> db.lots.find().limit(1).page(request));
        assertThatIllegalStateException()
                .isThrownBy(() -> db.lots.find().limit(1).plan(request));
    }

    static Stream<Arguments> refusedSorts() {
        return Stream.of(
                Arguments.of(
                        lot.door().height.asc(),
                        "Lot cannot be paged by door.height ascending: the value is not stored in Lot"),
                Arguments.of(lot.door().house().id.asc(), "not stored in Lot"),
                Arguments.of(lot.seller().teacher().id.desc(), "not stored in Lot"),
                Arguments.of(lot.tags.asc(), "Lot cannot be paged by tags ascending: a list has no single value"),
                Arguments.of(lot.bidders().id.desc(), "Lot cannot be paged by bidders._id descending: a list"));
    }

    @ParameterizedTest
    @MethodSource("refusedSorts")
    void refusesSortsThatGiveNoPlaceToStartAt(Sort<Lot> key, String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> db.lots.find().sort(lot.name.asc(), key).page(PageRequest.first(5)))
                .withMessageContaining(text)
                .withMessageContaining("skip and limit");
    }

    @Test
    void ordersNothingByKeysAfterTheId() {
        assertThat(get(db.lots
                                .find()
                                .sort(lot.id.asc(), lot.door().height.asc())
                                .page(PageRequest.first(5)))
                        .items())
                .hasSize(5);
    }

    @Test
    void aStoredListIsNoEndOfAPage() {
        db.insert("{_id: {$oid: '000000000000000000000001'}, bucket: -1, open: true, tags: [], bidders: [], n: ['z']}");

        StepVerifier.create(
                        db.lots.find().sort(lot.bucket.asc(), lot.name.asc()).page(PageRequest.first(1)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DocumentReadException.class)
                        .hasMessageContaining("field \"n\": expected a string, found ARRAY")
                        .hasMessageContaining("000000000000000000000001"))
                .verify();
    }

    @Test
    void requestsAreValues() {
        PageRequest request = PageRequest.first(20).after("x").withTotal();
        assertThat(request)
                .isEqualTo(PageRequest.first(20).withTotal().after("x"))
                .hasToString("first(20).after(x).withTotal()");
        assertThat(request).hasSameHashCodeAs(PageRequest.first(20).withTotal().after("x"));
        assertThat(request)
                .isNotEqualTo(PageRequest.first(20).after("x"))
                .isNotEqualTo(PageRequest.first(20).withTotal());
        assertThat(request).isNotEqualTo(PageRequest.first(21).after("x").withTotal());
        assertThat(request.token()).hasValue("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRequest.first(0))
                .withMessageContaining("first(0)");
        Page<Lot> page = get(db.lots.find().page(PageRequest.first(20).withTotal()));
        assertThat(page).hasToString("20 documents, more after them, 60 in total");
        PageRequest next = page.nextRequest().orElseThrow();
        assertThat(next.size()).isEqualTo(20);
        assertThat(next.isWithTotal()).isTrue();
    }
}
