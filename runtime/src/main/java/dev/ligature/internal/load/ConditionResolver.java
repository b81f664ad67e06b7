// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.LigatureException;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Database;
import dev.ligature.internal.driver.Together;
import dev.ligature.internal.plan.Answer;
import dev.ligature.internal.plan.Filter;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.plan.MatchAssembler;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.internal.plan.SemiJoin;
import dev.ligature.internal.stored.StoredForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers the semi-joins of a plan, each with the answers of those inside it. Those that do not need one another are
 * sent at the same time; within a transaction one after the other, because its session must be used.
 */
final class ConditionResolver {
    private final Database database;

    ConditionResolver(Database database) {
        this.database = database;
    }

    /**
     * The answers to the semi-joins of a plan.
     *
     * @param byNumber the answers by the semi-joins' numbers
     */
    record Answers(List<SemiJoin> semiJoins, Map<Integer, Answer> byNumber) {
        /** The filter of a plan with the same semi-joins, ready to be sent. */
        Match match(QueryPlan plan) {
            if (!plan.semiJoins().equals(semiJoins)) {
                throw new IllegalStateException("answers to other semi-joins than those of " + plan.request());
            }
            return assemble(plan.filter(), byNumber);
        }
    }

    /** Answers the semi-joins of a plan. */
    Mono<Answers> answer(QueryPlan plan) {
        List<SemiJoin> semiJoins = plan.semiJoins();
        if (semiJoins.isEmpty()) {
            return Mono.just(new Answers(semiJoins, Map.of()));
        }
        return Mono.defer(() -> {
            Map<Integer, Answer> answers = new HashMap<>();
            SortedMap<Integer, List<SemiJoin>> levels = new TreeMap<>();
            semiJoins.forEach(join -> levels.computeIfAbsent(join.level(), key -> new ArrayList<>())
                    .add(join));
            return Flux.fromIterable(levels.values())
                    .concatMap(level -> Together.send(
                                    level,
                                    (SemiJoin join) -> answered(
                                            join,
                                            answers,
                                            plan.request().reading().semiJoinBound()))
                            .doOnNext(answered -> answers.put(answered.join.number(), answered.answer)))
                    .then(Mono.just(new Answers(semiJoins, answers)));
        });
    }

    private record Answered(SemiJoin join, Answer answer) {}

    private Mono<Answered> answered(SemiJoin join, Map<Integer, Answer> answers, int requested) {
        Match far = assemble(join.filter(), answers);
        int bound = join.bound(requested);
        return values(join, far, bound)
                .flatMap(found -> {
                    if (found.isWithin(bound)) {
                        return Mono.just(found.answer());
                    }
                    if (!join.canBeJoined()) {
                        return Mono.error(tooMany(join, bound, "which a join cannot ask"));
                    }
                    return far.isPlain() ? Mono.just(new Answer.Join(far.before())) : allValues(join, far);
                })
                .map(answer -> new Answered(join, answer));
    }

    /**
     * If the far side needs joins itself, it cannot be matched within a joined array: ids must answer it, as many as
     * fit.
     */
    private Mono<Answer> allValues(SemiJoin join, Match far) {
        return values(join, far, Chunks.MOST_IDS).map(found -> {
            if (!found.isWithin(Chunks.MOST_IDS)) {
                throw tooMany(join, Chunks.MOST_IDS, "which goes through further links");
            }
            return found.answer();
        });
    }

    private static LigatureException tooMany(SemiJoin join, int bound, String reason) {
        return new LigatureException(
                join.link() + ": more than " + bound + " documents satisfy the condition " + join.condition() + ", "
                        + reason + ". Narrow it, or query " + join.link().target() + " first.",
                null);
    }

    /**
     * The distinct values of a semi-join, from at most one more document than the bound. Not by {@code collect}: if it is
     * cancelled while an error is on its way, Reactor logs the error as dropped.
     */
    private Mono<Found> values(SemiJoin join, Match far, int bound) {
        return Mono.defer(() -> {
            Found found = new Found();
            return database.stored(join.command(far, bound))
                    .doOnNext(document -> found.add(join, document))
                    .then(Mono.just(found));
        });
    }

    /** The values found so far. */
    private static final class Found {
        private final Set<BsonValue> values = new LinkedHashSet<>();
        private int documents;

        void add(SemiJoin join, BsonDocument document) {
            documents++;
            if (join.link().isBackLink()) {
                StoredForm.forEachReferred(join.link().mirror(), document, values::add);
            } else {
                BsonValue id = document.get("_id");
                if (id != null) {
                    values.add(id);
                }
            }
        }

        /** Whether these are all values: neither they nor the documents that gave them exceed the bound. */
        boolean isWithin(int bound) {
            return documents <= bound && values.size() <= bound;
        }

        Answer answer() {
            BsonArray array = new BsonArray(values.size());
            array.addAll(values);
            return new Answer.Values(array);
        }
    }

    private static Match assemble(Filter filter, Map<Integer, Answer> answers) {
        return MatchAssembler.assemble(
                filter,
                join -> Objects.requireNonNull(
                        answers.get(join.number()), () -> "semi-join " + join.number() + " is not answered"));
    }
}
