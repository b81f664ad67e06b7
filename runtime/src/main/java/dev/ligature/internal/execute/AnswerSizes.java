package dev.ligature.internal.execute;

import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Planner;
import dev.ligature.internal.predicate.Shape;
import dev.ligature.repository.FetchStrategy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * Remembers which queries have few documents: those whose last answers all had few, taken together by the shapes of their
 * conditions. One answer with more is enough to expect more. What a page says of itself need not be learned.
 */
public final class AnswerSizes {
    /** Answers in a row. */
    private static final int ENOUGH = 3;
    /** Shapes are written in programs; a program that makes more of them goes on without. */
    private static final int SHAPES = 1_000;
    /** Characters of a shape that is remembered: longer ones are of conditions that a program puts together from data. */
    private static final int LONGEST = 1_000;

    /** By shape, how many answers in a row had few documents. */
    private final Map<String, Integer> few = new ConcurrentHashMap<>();

    /** The request with what is to be expected of its answer. */
    public FindRequest expect(FindRequest request) {
        return isLearned(request) ? expect(request, Shape.of(request.predicate())) : request;
    }

    private FindRequest expect(FindRequest request, String shape) {
        return few.getOrDefault(shape, 0) >= ENOUGH ? request.withFewExpected(true) : request;
    }

    /**
     * The answer to a request, which is learned from when it is complete or turns out to have more than few documents.
     *
     * @param query takes the request with what is to be expected of its answer
     */
    public <T> Flux<T> answer(FindRequest request, Function<FindRequest, Flux<T>> query) {
        if (!isLearned(request)) {
            return query.apply(request);
        }
        return Flux.deferContextual(context -> {
            if (SessionContext.in(context) != null) { // a join that turns out too large would end the transaction
                return query.apply(request);
            }
            String shape = Shape.of(request.predicate());
            Counter counter = new Counter(shape);
            return query.apply(expect(request, shape))
                    .doOnNext(document -> counter.next())
                    .doOnComplete(counter::complete);
        });
    }

    /** Whether the commands depend on how many documents come, and the query does not say it. */
    private static boolean isLearned(FindRequest request) {
        return request.strategy() == FetchStrategy.AUTO
                && !request.fetch().equals(FetchRequest.NOTHING)
                && !Planner.isSmallPage(request)
                && !Planner.isLeftToFind(request);
    }

    /** Of one answer, whose signals follow one another. */
    private final class Counter {
        private final String shape;
        private int documents;

        Counter(String shape) {
            this.shape = shape;
        }

        void next() {
            if (++documents == Planner.JOINED_ROOTS + 1) {
                few.computeIfPresent(shape, (key, answers) -> 0);
            }
        }

        void complete() {
            boolean isKept = few.containsKey(shape) || (few.size() < SHAPES && shape.length() <= LONGEST);
            if (documents <= Planner.JOINED_ROOTS && isKept) {
                few.merge(shape, 1, (before, one) -> Math.min(before + one, ENOUGH));
            }
        }
    }
}
