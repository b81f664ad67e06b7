// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QLot.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ligature.it.model.Lot;
import dev.ligature.path.Sort;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that start after a number of documents: by any sort, at any place. */
class PageOffsetIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final CommandRecorder recorder = DATABASE.recorder();
    private final Lots db = new Lots(DATABASE);

    @BeforeEach
    void store() {
        db.store();
        recorder.clear();
    }

    private static List<ObjectId> ids(List<Lot> lots) {
        return lots.stream().map(Lot::id).toList();
    }

    static Stream<Sort<Lot>> sortsWithoutAPlaceForAPageToStart() {
        return Stream.of(lot.door().height.desc(), lot.seller().teacher().id.asc(), lot.name.asc());
    }

    @ParameterizedTest
    @MethodSource("sortsWithoutAPlaceForAPageToStart")
    void togetherHoldWhatTheQueryHoldsEachDocumentOnce(Sort<Lot> sort) {
        Find<Lot, ObjectId> find = db.lots.find(lot.door().height.gte(0)).sort(sort, lot.id.asc());
        List<ObjectId> paged = new ArrayList<>();

        Optional<PageRequest> next = Optional.of(PageRequest.at(0, 7));
        while (next.isPresent()) {
            Page<Lot> page = get(find.page(next.get()));
            assertThat(page.next()).isEmpty();
            assertThat(page.hasNext()).isEqualTo(page.nextRequest().isPresent());
            paged.addAll(ids(page.items()));
            next = page.nextRequest();
        }

        assertThat(paged)
                .hasSizeGreaterThan(2 * 7)
                .isEqualTo(ids(list(find.all())))
                .doesNotHaveDuplicates();
    }

    @Test
    void startAfterTheGivenNumberOfDocumentsAndKnowTheTotal() {
        Find<Lot, ObjectId> find =
                db.lots.find(lot.door().height.gte(0)).sort(lot.door().height.desc(), lot.id.asc());
        List<Lot> all = list(find.all());

        Page<Lot> page = get(find.page(PageRequest.at(3, 4).withTotal()));

        assertThat(ids(page.items())).isEqualTo(ids(all).subList(3, 7));
        assertThat(page.total()).hasValue(all.size());
        assertThat(page.nextRequest()).contains(PageRequest.at(7, 4).withTotal());
    }

    @Test
    void areEmptyAfterTheLastDocument() {
        Page<Lot> page = get(db.lots.find().page(PageRequest.at(1_000_000, 5).withTotal()));

        assertThat(page.items()).isEmpty();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.total()).hasValue(Objects.requireNonNull(get(db.lots.count())));
    }

    @Test
    void answerAConditionThroughALinkOnceForThePageAndItsTotal() {
        Find<Lot, ObjectId> find =
                db.lots.find(lot.door().height.gte(0)).sort(lot.door().width.desc());

        get(find.page(PageRequest.at(3, 5).withTotal()));

        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("doors", "lots", "lots");
    }

    @Test
    void areReadByOneCommandThatSkipsAndTakesOneDocumentMore() {
        get(db.lots.find().sort(lot.bucket.asc()).page(PageRequest.at(10, 5)));

        assertThat(recorder.names()).containsExactly("find");
        BsonDocument command = recorder.commands().get(0).document();
        assertThat(command.getNumber("skip").intValue()).isEqualTo(10);
        assertThat(command.getNumber("limit").intValue()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void fetchTheLinksOfTheirOwnDocumentsAndPrintThePlan(FetchStrategy strategy) {
        Find<Lot, ObjectId> find = db.lots
                .find(lot.door().height.gte(0))
                .sort(lot.door().height.desc(), lot.id.asc())
                .fetch(lot.door())
                .using(strategy);
        FetchPlan plan = find.plan(PageRequest.at(2, 3).withTotal());

        Page<Lot> page = get(find.page(PageRequest.at(2, 3).withTotal()));

        assertThat(page.items()).hasSize(3).allSatisfy(each -> assertThat(
                        each.door().orElseThrow().isFetched())
                .isTrue());
        assertThat(plan.steps().get(plan.steps().size() - 1)).isInstanceOf(FetchPlan.Total.class);
        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .isEqualTo(
                        strategy == FetchStrategy.BATCH
                                ? List.of("doors", "lots", "doors", "lots")
                                : List.of("doors", "lots", "lots"));
    }

    @Test
    void refuseWhatTheyCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRequest.at(-1, 5))
                .withMessageContaining("at(-1, 5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRequest.at(0, 0))
                .withMessageContaining("at least one document");
        assertThatIllegalStateException()
                .isThrownBy(() -> PageRequest.at(5, 5).after("token"))
                .withMessageContaining("PageRequest.first(5).after(token)");
        assertThatIllegalStateException()
                .isThrownBy(() -> db.lots.find().limit(3).page(PageRequest.at(5, 5)))
                .withMessageContaining("Leave out skip and limit");
    }
}
