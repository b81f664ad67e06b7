// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QCurator.curator;
import static dev.ligature.it.model.QExhibit.exhibit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.DocumentReadException;
import dev.ligature.it.model.Curator;
import dev.ligature.it.model.CuratorLine;
import dev.ligature.it.model.CuratorRepository;
import dev.ligature.it.model.Exhibit;
import dev.ligature.it.model.ExhibitLine;
import dev.ligature.it.model.ExhibitRepository;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Damaged documents, read in every way: what can be read before one is given out, then an error says which one it is. The number of
 * damaged documents is {@code -Dligature.damaged=…}, the seed of their choice {@code -Dligature.seed=…}.
 */
class DamagedReadsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int DAMAGED = Integer.getInteger("ligature.damaged", 500);
    private static final long SEED = Long.getLong("ligature.seed", 20_260_501L);
    /** Exhibits, each with a curator of its own and two guests, of whom the next one has one too. */
    private static final int EXHIBITS = 6;

    private final ExhibitRepository exhibits = new ExhibitRepository(DATABASE.database());
    private final CuratorRepository curators = new CuratorRepository(DATABASE.database());

    @BeforeAll
    static void store() {
        CuratorRepository curators = new CuratorRepository(DATABASE.database());
        List<Curator> stored = list(curators.insertAll(
                IntStream.rangeClosed(0, 2 * EXHIBITS).mapToObj(Curator::of).toList()));
        List<Exhibit> all = IntStream.range(0, EXHIBITS)
                .mapToObj(number -> Exhibit.of(
                        number,
                        Ref.of(stored.get(number)),
                        List.of(Ref.of(stored.get(EXHIBITS + number)), Ref.of(stored.get(EXHIBITS + number + 1)))))
                .toList();
        list(new ExhibitRepository(DATABASE.database()).insertAll(all));
    }

    /** A part of documents that a way of reading looks at. */
    private enum Part {
        ID,
        SHOWN,
        REST
    }

    /** No value at all. */
    private static final String NOTHING = "";

    /**
     * A wrong value in a member.
     *
     * @param value in JSON, or {@link #NOTHING}
     */
    private record Damage(Part part, String member, String path, String value) {
        /** Wrong values of one member. */
        static Stream<Damage> of(Part part, String member, String... values) {
            return Stream.of(values).map(value -> at(part, member, member, value));
        }

        static Damage at(Part part, String member, String path, String value) {
            return new Damage(part, member, path, value);
        }

        boolean isNothing() {
            return value.equals(NOTHING);
        }

        BsonDocument applyTo(BsonDocument sound) {
            BsonDocument damaged = sound.clone();
            BsonDocument holder = damaged;
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                BsonValue next = holder.get(names[i]);
                holder = next.isArray() ? next.asArray().get(0).asDocument() : next.asDocument();
            }
            String last = names[names.length - 1];
            if (isNothing()) {
                holder.remove(last);
            } else {
                holder.put(last, BsonDocument.parse("{v: " + value + "}").get("v"));
            }
            return damaged;
        }
    }

    private static final String NO_ID = "{$oid: '65f0c0ffee0123456789abcd'}";

    private static final List<Damage> OF_EXHIBITS = Stream.of(
                    Damage.of(Part.ID, "_id", "'a text'", "77", "{a: 77}"),
                    Damage.of(
                            Part.SHOWN,
                            "title",
                            NOTHING,
                            "null",
                            "5",
                            "['Oak']",
                            "{$regularExpression: {pattern: 'a', options: ''}}"),
                    Damage.of(Part.SHOWN, "guests", "[" + NO_ID + ", 'x']", "'none'"),
                    Damage.of(Part.SHOWN, "curator", "5", NOTHING, "[" + NO_ID + "]"),
                    Damage.of(Part.REST, "rank", NOTHING, "null", "2.5", "30000000000", "'first'"),
                    Damage.of(Part.REST, "color", "'PUCE'", "true"),
                    Damage.of(Part.REST, "place", "[]"),
                    Damage.of(Part.REST, "place.street", NOTHING),
                    Damage.of(Part.REST, "place.number", "'one'"),
                    Damage.of(Part.REST, "stops", "{}"),
                    Damage.of(Part.REST, "counts", "[1]"),
                    Damage.of(Part.REST, "counts.visits", "'many'"),
                    Damage.of(Part.REST, "shape.kind", "'square'"),
                    Damage.of(Part.REST, "shape.radius", "'wide'"),
                    Damage.of(Part.REST, "next", "'that one'"),
                    Stream.of(
                            Damage.at(Part.REST, "a rank is not negative", "rank", "-1"),
                            Damage.at(Part.REST, "place", "place.number", "0"),
                            Damage.at(Part.REST, "stops[0].number", "stops.number", "{a: 1}"),
                            Damage.at(Part.REST, "stops[0]", "stops.number", "-3")))
            .flatMap(each -> each)
            .toList();

    private static final List<Damage> OF_CURATORS = Stream.of(
                    Damage.of(Part.SHOWN, "name", NOTHING, "5", "{first: 'Ann'}"),
                    Damage.of(Part.REST, "age", NOTHING, "'old'"),
                    Stream.of(Damage.at(Part.REST, "-1", "age", "-1")))
            .flatMap(each -> each)
            .toList();

    /** The numbers of the documents that were read, and the error after them. */
    private record Outcome(List<Integer> numbers, @Nullable Throwable failure) {
        static Mono<Outcome> of(Flux<Integer> reading) {
            List<Integer> numbers = new ArrayList<>();
            return reading.doOnNext(numbers::add)
                    .then(Mono.fromSupplier(() -> new Outcome(numbers, null)))
                    .onErrorResume(failure -> Mono.just(new Outcome(numbers, failure)));
        }
    }

    /** What must come of it: these numbers, and then an error unless all are there. */
    private record Expected(int sound, int all, List<String> parts) {
        void judge(String what, Outcome outcome) {
            assertThat(outcome.numbers)
                    .as(what + ": " + outcome.failure)
                    .containsExactlyElementsOf(IntStream.range(0, sound).boxed().toList());
            if (sound == all) {
                assertThat(outcome.failure).as(what).isNull();
                return;
            }
            assertThat(outcome.failure)
                    .as(what)
                    .isInstanceOf(DocumentReadException.class)
                    .hasMessageContainingAll(parts.toArray(String[]::new));
        }
    }

    private Find<Exhibit, ObjectId> inOrder() {
        return exhibits.find().sort(exhibit.number.asc());
    }

    private static Flux<Integer> numbers(Flux<Exhibit> found) {
        return found.map(Exhibit::number);
    }

    /** The ways of reading exhibits whole, without what is linked. */
    private Map<String, Supplier<Flux<Integer>>> wholeReads() {
        return Map.of(
                "all", () -> numbers(inOrder().all()),
                "all, one at a time", () -> numbers(inOrder().all().limitRate(1)));
    }

    /** A way of reading by each strategy. */
    private static Map<String, Supplier<Flux<Integer>>> byStrategies(
            String name, Function<FetchStrategy, Flux<Integer>> reading) {
        Map<String, Supplier<Flux<Integer>>> ways = new LinkedHashMap<>();
        for (FetchStrategy strategy : FetchStrategy.values()) {
            ways.put(name + " by " + strategy, () -> reading.apply(strategy));
        }
        return ways;
    }

    /** The ways that follow links from exhibits, and read exhibits and curators whole. */
    private Map<String, Supplier<Flux<Integer>>> fetches() {
        Map<String, Supplier<Flux<Integer>>> ways = byStrategies(
                "fetch",
                strategy -> numbers(inOrder()
                        .fetch(exhibit.curator(), exhibit.guests())
                        .using(strategy)
                        .all()));
        ways.put(
                "fetch of a stream",
                () -> numbers(exhibits.fetch(inOrder().all(), exhibit.curator(), exhibit.guests())));
        return ways;
    }

    /** The ways that read what a projection shows. */
    private Map<String, Supplier<Flux<Integer>>> projections() {
        return byStrategies(
                "project",
                strategy ->
                        inOrder().using(strategy).as(ExhibitLine.class).all().map(ExhibitLine::number));
    }

    private Find<Curator, ObjectId> curatorsInOrder(FetchStrategy strategy) {
        return curators.find(curator.number.lt(EXHIBITS))
                .sort(curator.number.asc())
                .using(strategy);
    }

    /** The ways that follow the back link of curators. */
    private Map<String, Supplier<Flux<Integer>>> backReads() {
        return byStrategies("fetch referrers", strategy -> curatorsInOrder(strategy)
                .fetch(curator.exhibits())
                .all()
                .map(Curator::number));
    }

    private Map<String, Supplier<Flux<Integer>>> backProjections() {
        return byStrategies(
                "project referrers",
                strategy ->
                        curatorsInOrder(strategy).as(CuratorLine.class).all().map(CuratorLine::number));
    }

    @Test
    void givesOutWhatCanBeReadBeforeADamagedDocumentAndThenNamesIt() {
        Random random = new Random(SEED);
        int reads = 0;
        for (int i = 0; i < DAMAGED; i++) {
            reads += random.nextInt(5) == 0 ? damageCurator(random) : damageExhibit(random);
        }
        assertThat(reads).isGreaterThan(5 * DAMAGED);
    }

    private int damageExhibit(Random random) {
        Damage damage = OF_EXHIBITS.get(random.nextInt(OF_EXHIBITS.size()));
        int number = random.nextInt(EXHIBITS);
        List<ObjectId> ids = list(inOrder().ids());
        return damaged("exhibits", number, damage, parts -> {
            List<Case> cases = new ArrayList<>();
            boolean hasNoId = damage.part == Part.ID;
            Expected seen = new Expected(number, EXHIBITS, parts);
            Expected unseen = new Expected(EXHIBITS, EXHIBITS, parts);
            add(cases, wholeReads(), seen);
            if (!hasNoId) {
                add(cases, Map.of("findAllById", () -> numbers(exhibits.findAllById(ids))), seen);
            }
            add(cases, fetches(), seen);
            add(cases, projections(), damage.part == Part.REST ? unseen : seen);
            add(cases, Map.of("ids", () -> indexes(ids)), hasNoId ? seen : unseen);
            if (!damage.path.equals("curator")) { // with which it would be nobody's referrer
                add(cases, backReads(), seen);
                boolean isShown =
                        hasNoId || (damage.path.equals("title") && !damage.value.equals("null") && !damage.isNothing());
                add(cases, backProjections(), isShown ? seen : unseen);
            }
            return cases;
        });
    }

    private Flux<Integer> indexes(List<ObjectId> ids) {
        return inOrder().ids().map(ids::indexOf);
    }

    private int damageCurator(Random random) {
        Damage damage = OF_CURATORS.get(random.nextInt(OF_CURATORS.size()));
        int number = random.nextInt(2 * EXHIBITS + 1);
        int first = number < EXHIBITS ? number : Math.max(0, number - EXHIBITS - 1);
        boolean isGuest = number >= EXHIBITS;
        return damaged("curators", number, damage, parts -> {
            List<Case> cases = new ArrayList<>();
            Expected seen = new Expected(first, EXHIBITS, parts);
            Expected unseen = new Expected(EXHIBITS, EXHIBITS, parts);
            add(cases, fetches(), seen);
            boolean isMissing = damage.isNothing(); // left out of a list of values
            boolean isShown = damage.member.equals("name") ? !(isGuest && isMissing) : !isGuest;
            boolean isRefused = damage.member.equals("-1"); // by the constructor of the projection, too
            Expected refused =
                    new Expected(first, EXHIBITS, List.of("Exhibit ", "cannot be shown as ExhibitLine", "-1"));
            add(cases, projections(), !isShown ? unseen : isRefused ? refused : seen);
            add(cases, wholeReads(), unseen);
            return cases;
        });
    }

    /** A way of reading and what must come of it. */
    private record Case(String name, Supplier<Flux<Integer>> reading, Expected expected) {}

    private static void add(List<Case> cases, Map<String, Supplier<Flux<Integer>>> ways, Expected expected) {
        ways.forEach((name, way) -> cases.add(new Case(name, way, expected)));
    }

    /** Damages a document, reads, and puts it back. */
    private int damaged(String collection, int number, Damage damage, Function<List<String>, List<Case>> reads) {
        BsonDocument filter = BsonDocument.parse("{number: " + number + "}");
        var stored = DATABASE.database().getCollection(collection, BsonDocument.class);
        BsonDocument sound = get(Mono.from(stored.find(filter)));
        BsonDocument damaged = damage.applyTo(sound);
        String type = collection.equals("exhibits") ? "Exhibit " : "Curator ";
        String shownId = damage.part == Part.ID
                ? new BsonDocument("_id", damaged.get("_id")).toJson()
                : sound.getObjectId("_id").getValue().toHexString();
        List<Case> cases = reads.apply(List.of(type, shownId, damage.member));
        get(Mono.from(stored.deleteOne(filter)));
        get(Mono.from(stored.insertOne(damaged)));
        try {
            List<Outcome> outcomes =
                    list(Flux.fromIterable(cases).flatMapSequential(each -> Outcome.of(each.reading.get())));
            for (int i = 0; i < outcomes.size(); i++) {
                Case way = cases.get(i);
                way.expected.judge(way.name + " of " + damaged.toJson(), outcomes.get(i));
            }
            return outcomes.size();
        } finally {
            get(Mono.from(stored.deleteOne(filter)));
            get(Mono.from(stored.insertOne(sound)));
        }
    }
}
