// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DanglingLinkException;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.PageRequest;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quicktheories.core.Gen;
import reactor.core.publisher.Flux;

/** What a plan prints is what is sent: of random queries for documents, pages and projections, and of links that are fetched later. */
class RecordedPlansIT {
    private static final int CASES_PER_WORLD = 20;
    private static final int CASES = Math.min(1_000, Integer.getInteger("ligature.cases", 10_000));
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private int compared;

    private record Questions(World world, List<Query> queries) {}

    @Test
    void aPlanPrintsTheCommandsThatAreSent() {
        System.out.printf("Recorded plans: %d queries, -Dligature.seed=%d%n", CASES, SEED);
        Limits limits = new Limits(server.database());
        Gen<Questions> questions = source -> questions(new Choices(source));
        qt().withFixedSeed(SEED)
                .withExamples(4 * CASES / CASES_PER_WORLD)
                .withShrinkCycles(0)
                .forAll(questions.describedAs(each -> "-Dligature.seed=" + SEED))
                .checkAssert(each -> check(each, limits));
        System.out.printf("Recorded plans: %d plans compared%n", compared);
        assertThat(compared).isGreaterThanOrEqualTo(CASES);
    }

    private static Questions questions(Choices choices) {
        World world = Worlds.generate(choices, choices.percent(40) ? Models.Kind.NESTED : Models.Kind.PLAIN);
        Queries queries = new Queries(choices, world.model());
        List<Query> some = new ArrayList<>();
        while (some.size() < CASES_PER_WORLD) {
            Query query = queries.generate();
            if (query.bound() < 0) { // past it, a join takes over
                some.add(query);
            }
        }
        return new Questions(world, some);
    }

    private void check(Questions questions, Limits limits) {
        if (compared >= CASES) {
            return;
        }
        Stored stored = new Stored(questions.world, server.database());
        for (Query query : questions.queries) {
            if (limits.allow(questions.world, query)) {
                check(new Asked(stored, query));
            }
        }
    }

    private void check(Asked asked) {
        compare(asked, asked.documents().plan(), asked.documents().all());
        switch (asked.query().also()) {
            case PAGES -> {
                PageRequest page = PageRequest.first(3).withTotal();
                var sorted = asked.fetching(asked.sorted(new Pages(asked).keys()));
                compare(asked, sorted.plan(page), sorted.page(page).flux());
            }
            case SHOWN -> {
                asked.stored().declare(asked.root(), asked.query().shown());
                var shown = asked.page().as(Glance.class);
                compare(asked, shown.plan(), shown.all());
                PageRequest page = PageRequest.first(2).withTotal();
                var sorted = asked.sorted(new Pages(asked).keys()).as(Glance.class);
                compare(asked, sorted.plan(page), sorted.page(page).flux());
            }
            case LATER -> {
                List<Thing> read = asked.page().all().collectList().block();
                compare(
                        asked,
                        asked.repository().planFetch(asked.paths()),
                        asked.repository().fetch(Flux.fromIterable(read), asked.paths()));
            }
            default -> {}
        }
    }

    private void compare(Asked asked, FetchPlan plan, Flux<?> query) {
        server.recorder().clear();
        AtomicBoolean isComplete = new AtomicBoolean();
        query.doOnComplete(() -> isComplete.set(true))
                .onErrorResume(RecordedPlansIT::isPromised, failure -> Flux.empty())
                .blockLast();
        Recorded recorded = new Recorded(plan, new BesideJoins(asked.stored().world()));
        assertThat(recorded.difference(server.recorder().commands(), isComplete.get()))
                .as("%s%n%s%n-Dligature.seed=%d", asked.query(), asked.stored().world(), SEED)
                .isNull();
        compared++;
    }

    /** What a query says of the documents when they have been read. */
    private static boolean isPromised(Throwable failure) {
        return failure instanceof AmbiguousBackLinkException || failure instanceof DanglingLinkException;
    }
}
