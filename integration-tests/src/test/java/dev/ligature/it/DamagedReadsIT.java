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
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

    /**
     * A wrong value in a member.
     *
     * @param value in JSON; null for none
     */
    private record Damage(
            Part part, String member, String path, @Nullable String value) {
        BsonDocument applyTo(BsonDocument sound) {
            BsonDocument damaged = sound.clone();
            BsonDocument holder = damaged;
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                BsonValue next = holder.get(names[i]);
                holder = next.isArray() ? next.asArray().get(0).asDocument() : next.asDocument();
            }
            String last = names[names.length - 1];
            if (value == null) {
                holder.remove(last);
            } else {
                holder.put(last, BsonDocument.parse("{v: " + value + "}").get("v"));
            }
            return damaged;
        }
    }

    private static final String NO_ID = "{$oid: '65f0c0ffee0123456789abcd'}";

    private static final List<Damage> OF_EXHIBITS = List.of(
            new Damage(Part.ID, "_id", "_id", "'a text'"),
            new Damage(Part.ID, "_id", "_id", "77"),
            new Damage(Part.ID, "_id", "_id", "{a: 77}"),
            new Damage(Part.SHOWN, "title", "title", null),
            new Damage(Part.SHOWN, "title", "title", "null"),
            new Damage(Part.SHOWN, "title", "title", "5"),
            new Damage(Part.SHOWN, "title", "title", "['Oak']"),
            new Damage(Part.SHOWN, "title", "title", "{$regularExpression: {pattern: 'a', options: ''}}"),
            new Damage(Part.SHOWN, "guests", "guests", "[" + NO_ID + ", 'x']"),
            new Damage(Part.SHOWN, "guests", "guests", "'none'"),
            new Damage(Part.SHOWN, "curator", "curator", "5"),
            new Damage(Part.SHOWN, "curator", "curator", null),
            new Damage(Part.SHOWN, "curator", "curator", "[" + NO_ID + "]"),
            new Damage(Part.REST, "rank", "rank", null),
            new Damage(Part.REST, "rank", "rank", "null"),
            new Damage(Part.REST, "rank", "rank", "2.5"),
            new Damage(Part.REST, "rank", "rank", "30000000000"),
            new Damage(Part.REST, "rank", "rank", "'first'"),
            new Damage(Part.REST, "a rank is not negative", "rank", "-1"),
            new Damage(Part.REST, "color", "color", "'PUCE'"),
            new Damage(Part.REST, "color", "color", "true"),
            new Damage(Part.REST, "place", "place", "[]"),
            new Damage(Part.REST, "place.street", "place.street", null),
            new Damage(Part.REST, "place.number", "place.number", "'one'"),
            new Damage(Part.REST, "place", "place.number", "0"),
            new Damage(Part.REST, "stops", "stops", "{}"),
            new Damage(Part.REST, "stops[0].number", "stops.number", "{a: 1}"),
            new Damage(Part.REST, "stops[0]", "stops.number", "-3"),
            new Damage(Part.REST, "counts", "counts", "[1]"),
            new Damage(Part.REST, "counts.visits", "counts.visits", "'many'"),
            new Damage(Part.REST, "shape.kind", "shape.kind", "'square'"),
            new Damage(Part.REST, "shape.radius", "shape.radius", "'wide'"),
            new Damage(Part.REST, "next", "next", "'that one'"));

    private static final List<Damage> OF_CURATORS = List.of(
            new Damage(Part.SHOWN, "name", "name", null),
            new Damage(Part.SHOWN, "name", "name", "5"),
            new Damage(Part.SHOWN, "name", "name", "{first: 'Ann'}"),
            new Damage(Part.REST, "age", "age", null),
            new Damage(Part.REST, "age", "age", "'old'"),
            new Damage(Part.REST, "-1", "age", "-1"));

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

    private Find<Exhibit, ObjectId> fetching(FetchStrategy strategy) {
        return inOrder().fetch(exhibit.curator(), exhibit.guests()).using(strategy);
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

    /** The ways that follow links from exhibits, and read exhibits and curators whole. */
    private Map<String, Supplier<Flux<Integer>>> fetches() {
        return Map.of(
                "fetch by joins", () -> numbers(fetching(FetchStrategy.LOOKUP).all()),
                "fetch by batches", () -> numbers(fetching(FetchStrategy.BATCH).all()),
                "fetch as it likes", () -> numbers(fetching(FetchStrategy.AUTO).all()),
                "fetch of a stream",
                        () -> numbers(exhibits.fetch(inOrder().all(), exhibit.curator(), exhibit.guests())));
    }

    /** The ways that read what a projection shows. */
    private Map<String, Supplier<Flux<Integer>>> projections() {
        return Map.of(
                "project by joins", () -> projected(FetchStrategy.LOOKUP),
                "project by batches", () -> projected(FetchStrategy.BATCH));
    }

    private Flux<Integer> projected(FetchStrategy strategy) {
        return inOrder().using(strategy).as(ExhibitLine.class).all().map(ExhibitLine::number);
    }

    private Flux<Integer> referrers(FetchStrategy strategy) {
        return curators.find(curator.number.lt(EXHIBITS))
                .sort(curator.number.asc())
                .fetch(curator.exhibits())
                .using(strategy)
                .all()
                .map(Curator::number);
    }

    private Flux<Integer> projectedReferrers(FetchStrategy strategy) {
        return curators.find(curator.number.lt(EXHIBITS))
                .sort(curator.number.asc())
                .using(strategy)
                .as(CuratorLine.class)
                .all()
                .map(CuratorLine::number);
    }

    /** The ways that follow the back link of curators. */
    private Map<String, Supplier<Flux<Integer>>> backReads() {
        return Map.of(
                "fetch referrers by joins", () -> referrers(FetchStrategy.LOOKUP),
                "fetch referrers by batches", () -> referrers(FetchStrategy.BATCH));
    }

    private Map<String, Supplier<Flux<Integer>>> backProjections() {
        return Map.of(
                "project referrers by joins", () -> projectedReferrers(FetchStrategy.LOOKUP),
                "project referrers by batches", () -> projectedReferrers(FetchStrategy.BATCH));
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
                boolean isShown = hasNoId
                        || (damage.path.equals("title") && !"null".equals(damage.value) && damage.value != null);
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
            boolean isMissing = damage.value == null; // left out of a list of values
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
