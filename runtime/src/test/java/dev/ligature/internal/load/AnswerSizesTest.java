// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test.Compare;
import dev.ligature.internal.predicate.Test.HasSize;
import dev.ligature.query.FetchStrategy;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ValueCodecs;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** What is expected of answers. */
class AnswerSizesTest {
    private static final DocumentType<Object> HOUSE = DocumentType.builder(Object.class, "houses")
            .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, house -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("nothing is read");
            })
            .build();

    private final AnswerSizes sizes = new AnswerSizes();

    private static FindRequest inStreet(String street) {
        return FindRequest.of(HOUSE, street("$eq", street)).withFetch(FetchRequest.NOTHING.withDepth(1));
    }

    private static Predicate street(String operator, String street) {
        return new Predicate.Field(
                "street", new Compare(operator, Operand.of(street, ValueCodecs.STRING, "House.street")));
    }

    private void answer(FindRequest request, int... documents) {
        for (int each : documents) {
            sizes.answer(request, expected -> Flux.range(0, each)).blockLast();
        }
    }

    private boolean expectsFew(FindRequest request) {
        return sizes.expectsFew(request);
    }

    @Test
    void threeAnswersOfAHundredAtMostAreEnough() {
        answer(inStreet("Elm"), 100, 0);
        assertThat(expectsFew(inStreet("Elm"))).isFalse();

        answer(inStreet("Elm"), 3);
        assertThat(expectsFew(inStreet("Elm"))).isTrue();
    }

    @Test
    void oneAnswerWithMoreEndsTheExpectation() {
        answer(inStreet("Elm"), 1, 1, 1, 1, 101);
        assertThat(expectsFew(inStreet("Elm"))).isFalse();

        answer(inStreet("Elm"), 1, 1, 1);
        assertThat(expectsFew(inStreet("Elm"))).isTrue();
    }

    @Test
    void answersToConditionsThatDifferInOperandsAreTakenTogether() {
        answer(inStreet("Elm"), 1);
        answer(inStreet("Oak"), 1, 1);

        assertThat(expectsFew(inStreet("Fir"))).isTrue();
        assertThat(expectsFew(FindRequest.of(HOUSE, street("$gte", "Elm"))
                        .withFetch(inStreet("Elm").fetch())))
                .isFalse();
    }

    @Test
    void anExpectationIsHandedToTheQuery() {
        answer(inStreet("Elm"), 1, 1, 1);

        sizes.answer(inStreet("Elm"), expected -> {
                    assertThat(expected).isTrue();
                    return Flux.just(1);
                })
                .blockLast();
    }

    @Test
    void answersThatAreCancelledOrFailSayNothing() {
        for (int i = 0; i < 5; i++) {
            sizes.answer(inStreet("Elm"), expected -> Flux.range(0, 50)).take(1).blockLast();
            sizes.answer(inStreet("Elm"), expected -> Flux.error(new IllegalStateException("no server")))
                    .onErrorComplete()
                    .blockLast();
        }

        assertThat(expectsFew(inStreet("Elm"))).isFalse();
    }

    @Test
    void aCancelledAnswerWithManyDocumentsSaysSo() {
        answer(inStreet("Elm"), 1, 1, 1);

        sizes.answer(inStreet("Elm"), expected -> Flux.range(0, 1_000))
                .take(200)
                .blockLast();

        assertThat(expectsFew(inStreet("Elm"))).isFalse();
    }

    @Test
    void conditionsPutTogetherFromDataAreNotRemembered() {
        Predicate manyAlternatives = new Predicate.Or(Collections.nCopies(1_000, street("$eq", "Elm")));
        FindRequest request = FindRequest.of(HOUSE, manyAlternatives)
                .withFetch(inStreet("Elm").fetch());

        answer(request, 1, 1, 1);

        assertThat(expectsFew(request)).isFalse();
    }

    @Test
    void noMoreThanAThousandShapesAreRemembered() {
        for (int i = 0; i < 1_001; i++) {
            answer(sized(i), 1, 1, 1);
        }

        assertThat(expectsFew(sized(999))).isTrue();
        assertThat(expectsFew(sized(1_000))).isFalse();
    }

    private static FindRequest sized(int size) {
        Predicate predicate = new Predicate.Field("tags", new HasSize(size));
        return FindRequest.of(HOUSE, predicate).withFetch(inStreet("Elm").fetch());
    }

    static Stream<FindRequest> whatSaysItselfHowItIsFetched() {
        FindRequest request = inStreet("Elm");
        return Stream.of(
                request.withLimit(100),
                request.withStrategy(FetchStrategy.LOOKUP),
                request.withStrategy(FetchStrategy.BATCH),
                request.withFetch(FetchRequest.NOTHING),
                request.withOrders(List.of(new Order(List.of(), "street", false, false))));
    }

    @ParameterizedTest
    @MethodSource("whatSaysItselfHowItIsFetched")
    void whatSaysItselfHowItIsFetchedIsNotLearned(FindRequest request) {
        answer(request, 1, 1, 1);

        assertThat(expectsFew(request)).isFalse();
        assertThat(expectsFew(inStreet("Elm"))).isFalse();
    }
}
