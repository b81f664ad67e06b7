// SPDX-License-Identifier: Apache-2.0
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
 * Remembers which queries have few documents: those whose last answers all had few. Queries with conditions of the same
 * shape count as one. A single larger answer is enough to expect more again. What a page says itself need not be
 * learned.
 */
final class AnswerSizes {
    /** Answers in a row. */
    private static final int ENOUGH = 3;
    /**
     * How many shapes are remembered. Shapes are written in programs; a program that creates more of them goes on
     * without.
     */
    private static final int SHAPES = 1_000;
    /**
     * The longest shape that is remembered, in characters. Longer ones belong to conditions that a program puts
     * together from data.
     */
    private static final int LONGEST = 1_000;

    /** By shape, how many answers in a row had few documents. */
    private final Map<String, Integer> few = new ConcurrentHashMap<>();

    /** Whether to expect few documents from a query. */
    boolean expectsFew(FindRequest request) {
        return isLearned(request) && expectsFew(ConditionShape.of(request.predicate()));
    }

    private boolean expectsFew(String shape) {
        return few.getOrDefault(shape, 0) >= ENOUGH;
    }

    /**
     * The answer to a request. It is learned from when it is complete, or when it turns out to have more than few
     * documents.
     *
     * @param query takes whether few are expected
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

    /** Whether the commands depend on how many documents come, while the query does not say it. */
    private static boolean isLearned(FindRequest request) {
        return Planner.choice(request, false).isLearned();
    }

    /** For one answer, whose signals follow one another. */
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
