package dev.ligature.internal.load;

import dev.ligature.internal.driver.SessionContext;
import dev.ligature.internal.plan.Choice;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Planner;
import dev.ligature.internal.predicate.ConditionShape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * Remembers which queries have few documents: those whose last answers all had few, taken together by the shapes of their
 * conditions. One answer with more is enough to expect more. What a page says of itself need not be learned.
 */
final class AnswerSizes {
    /** Answers in a row. */
    private static final int ENOUGH = 3;
    /** Shapes are written in programs; a program that makes more of them goes on without. */
    private static final int SHAPES = 1_000;
    /** Characters of a shape that is remembered: longer ones are of conditions that a program puts together from data. */
    private static final int LONGEST = 1_000;

    /** By shape, how many answers in a row had few documents. */
    private final Map<String, Integer> few = new ConcurrentHashMap<>();

    /** Whether few documents are to be expected of a query. */
    boolean expectsFew(FindRequest request) {
        return isLearned(request) && expectsFew(ConditionShape.of(request.predicate()));
    }

    private boolean expectsFew(String shape) {
        return few.getOrDefault(shape, 0) >= ENOUGH;
    }

    /**
     * The answer to a request, which is learned from when it is complete or turns out to have more than few documents.
     *
     * @param query takes whether few are to be expected
     */
    <X> Flux<X> answer(FindRequest request, Function<Boolean, Flux<X>> query) {
        if (!isLearned(request)) {
            return query.apply(false);
        }
        return Flux.deferContextual(context -> {
            if (SessionContext.in(context) != null) { // a join that turns out too large would end the transaction
                return query.apply(false);
            }
            String shape = ConditionShape.of(request.predicate());
            Counter counter = new Counter(shape);
            return query.apply(expectsFew(shape))
                    .doOnNext(document -> counter.next())
                    .doOnComplete(counter::complete);
        });
    }

    /** Whether the commands depend on how many documents come, and the query does not say it. */
    private static boolean isLearned(FindRequest request) {
        return Planner.choice(request, false).isLearned();
    }

    /** Of one answer, whose signals follow one another. */
    private final class Counter {
        private final String shape;
        private int documents;

        Counter(String shape) {
            this.shape = shape;
        }

        void next() {
            if (++documents == Choice.JOINED_ROOTS + 1) {
                few.computeIfPresent(shape, (key, answers) -> 0);
            }
        }

        void complete() {
            boolean isKept = few.containsKey(shape) || (few.size() < SHAPES && shape.length() <= LONGEST);
            if (documents <= Choice.JOINED_ROOTS && isKept) {
                few.merge(shape, 1, (before, one) -> Math.min(before + one, ENOUGH));
            }
        }
    }
}
