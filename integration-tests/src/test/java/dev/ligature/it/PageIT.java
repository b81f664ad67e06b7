// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QFlat.flat;
import static dev.ligature.it.model.QLot.lot;
import static dev.ligature.it.model.QNote.note;
import static dev.ligature.it.model.QPlanet.planet;
import static dev.ligature.it.model.QSlot.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Author;
import dev.ligature.it.model.AuthorRepository;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.Lot;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.it.model.Planet;
import dev.ligature.it.model.PlanetRepository;
import dev.ligature.it.model.Slot;
import dev.ligature.it.model.SlotRepository;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.Sort;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.repository.Repository;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages: together they hold what the query holds, whatever it is sorted by and whatever happens between them. */
class PageIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Lots db = new Lots(DATABASE);

    @BeforeEach
    void store() {
        db.store();
        DATABASE.recorder().clear();
    }

    static Stream<List<Sort<Lot>>> sorts() {
        return Stream.of(
                List.of(),
                List.of(lot.id.desc()),
                List.of(lot.name.asc()),
                List.of(lot.name.desc()),
                List.of(lot.score.asc()),
                List.of(lot.score.desc()),
                List.of(lot.price.asc()),
                List.of(lot.price.desc()),
                List.of(lot.sold.asc()),
                List.of(lot.sold.desc()),
                List.of(lot.listed.asc()),
                List.of(lot.listed.desc()),
                List.of(lot.code.asc()),
                List.of(lot.code.desc()),
                List.of(lot.open.desc()),
                List.of(lot.place.city.asc()),
                List.of(lot.place.desc()),
                List.of(lot.door().id.asc()),
                List.of(lot.door().id.desc()),
                List.of(lot.seller().id.asc()),
                List.of(lot.seller().id.desc()),
                List.of(lot.bucket.asc(), lot.name.asc()),
                List.of(lot.bucket.asc(), lot.name.desc()),
                List.of(lot.name.desc(), lot.bucket.asc()),
                List.of(lot.open.asc(), lot.score.desc(), lot.name.asc()),
                List.of(lot.score.asc(), lot.sold.desc(), lot.id.asc()),
                List.of(lot.bucket.desc(), lot.id.asc(), lot.name.asc()),
                List.of(lot.name.asc(), lot.bucket.desc(), lot.name.desc()));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesOfEverySortHoldWhatTheQueryHolds(List<Sort<Lot>> keys) {
        Find<Lot, ObjectId> find = sorted(db.lots.find(), keys);

        assertThat(ids(walk(find, PageRequest.first(1)))).isEqualTo(inOrder(find, keys));
        assertThat(ids(walk(find, PageRequest.first(7)))).isEqualTo(inOrder(find, keys));
    }

    static Stream<Condition<Lot>> conditions() {
        return Stream.of(
                lot.name.gt("a").or(lot.bucket.eq(1)),
                lot.name.isNull(),
                lot.door().height.gte(2),
                lot.door().height.gte(2).and(lot.bucket.lt(3)).and(lot.name.ne("b")),
                lot.door().height.eq(1).or(lot.seller().born.gt(1900)),
                lot.bidders().none(bidder -> bidder.name.eq("Ann")),
                lot.door().height.eq(1).not());
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void pagesOfEveryConditionHoldWhatTheQueryHolds(Condition<Lot> condition) {
        List<Sort<Lot>> keys = List.of(lot.name.desc(), lot.bucket.asc());
        Find<Lot, ObjectId> find = sorted(db.lots.find(condition), keys);
        List<ObjectId> expected = inOrder(find, keys);

        assertThat(expected).hasSizeBetween(3, Lots.SIZE - 1);
        assertThat(ids(walk(find, PageRequest.first(3)))).isEqualTo(expected);
        assertThat(ids(walk(find.semiJoinBound(0), PageRequest.first(3)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void pagesAreFetchedByEveryStrategy(FetchStrategy strategy) {
        List<Sort<Lot>> keys = List.of(lot.name.asc(), lot.score.desc());
        Find<Lot, ObjectId> find = sorted(db.lots.find(), keys)
                .fetch(lot.door(), lot.seller().teacher(), lot.bidders())
                .using(strategy);

        List<Page<Lot>> pages = walk(find, PageRequest.first(8));

        assertThat(ids(pages)).isEqualTo(inOrder(find, keys));
        assertThat(pages).allSatisfy(page -> assertThat(page.items()).allSatisfy(each -> {
            each.door().ifPresent(door -> assertThat(door.isFetched() || door.isMissing())
                    .isTrue());
            each.seller().ifPresent(seller -> assertThat(
                            seller.get().teacher().stream().allMatch(Ref::isFetched))
                    .isTrue());
            assertThat(each.bidders()).allMatch(bidder -> bidder.isFetched());
        }));
    }

    @Test
    void idsOfEveryTypeBreakTies() {
        List<Author> authors = IntStream.range(0, 20)
                .mapToObj(i -> Author.of("author" + i, i % 3))
                .toList();
        walksAll(new AuthorRepository(DATABASE.database()), authors, author.born.desc());
        List<Note> notes = IntStream.range(0, 20)
                .mapToObj(i -> new Note(
                        new UUID(i * 0x7654321fedcba987L, i * 0xf123456789abcdefL),
                        "",
                        i % 3,
                        0,
                        List.of(),
                        Optional.empty(),
                        null))
                .toList();
        walksAll(new NoteRepository(DATABASE.database()), notes, note.votes.asc());
        List<Flat> flats = IntStream.range(-10, 10).mapToObj(Flat::of).toList();
        walksAll(new FlatRepository(DATABASE.database()), flats, flat.address.city.desc());
        List<Planet> planets = IntStream.range(-10, 10)
                .mapToObj(i -> Planet.of(i * 10_000_000_000L))
                .toList();
        walksAll(new PlanetRepository(DATABASE.database()), planets, planet.id.desc());
        List<Slot> slots = IntStream.range(0, 20)
                .mapToObj(i -> new Slot(new Slot.Place("shelf " + i % 4, i), i % 3))
                .toList();
        walksAll(new SlotRepository(DATABASE.database()), slots, slot.load.asc());
    }

    private static <T, I> void walksAll(Repository<T, I> repository, List<T> documents, Sort<T> key) {
        get(repository.find().delete());
        list(repository.insertAll(documents));
        Find<T, I> find = repository.find().sort(key);
        List<String> pages = walk(find, PageRequest.first(3)).stream()
                .flatMap(page -> page.items().stream())
                .map(Object::toString)
                .toList();

        assertThat(pages).hasSameSizeAs(documents).doesNotHaveDuplicates();
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(
                        documents.stream().map(Object::toString).toList());
    }

    @Test
    void documentsInsertedAndDeletedBetweenPagesNeitherRepeatNorDropOthers() {
        Find<Lot, ObjectId> find = db.lots.find().sort(lot.bucket.asc(), lot.name.desc());
        List<ObjectId> before = list(find.sort(lot.id.desc()).ids());
        Page<Lot> first = get(find.page(PageRequest.first(10)));
        ObjectId last = first.items().get(9).id();
        db.insert("{_id: {$oid: '000000000000000000000001'}, bucket: -1, open: true, tags: [], bidders: []}"); // before
        // the page
        db.insert("{_id: {$oid: '000000000000000000000002'}, bucket: 9, open: true, tags: [], bidders: []}"); // at the
        // end
        get(db.lots.deleteById(last)); // where the page ends
        get(db.lots.deleteById(first.items().get(3).id()));
        get(db.lots.deleteById(before.get(20)));

        List<ObjectId> after = ids(walk(find, first.nextRequest().orElseThrow()));

        List<ObjectId> expected = new ArrayList<>(before.subList(10, before.size()));
        expected.remove(before.get(20));
        expected.add(new ObjectId("000000000000000000000002"));
        assertThat(after).isEqualTo(expected);
    }

    @Test
    void theLastPageHasNoNext() {
        Page<Lot> exact = get(db.lots.find().page(PageRequest.first(Lots.SIZE)));
        assertThat(exact.items()).hasSize(Lots.SIZE);
        assertThat(exact.hasNext()).isFalse();
        assertThat(exact.next()).isEmpty();
        assertThat(exact.nextRequest()).isEmpty();

        Page<Lot> empty =
                get(db.lots.find(lot.bucket.eq(77)).page(PageRequest.first(3).withTotal()));
        assertThat(empty.items()).isEmpty();
        assertThat(empty.hasNext()).isFalse();
        assertThat(empty.total()).hasValue(0);

        Page<Lot> oneTooMany = get(db.lots.find().page(PageRequest.first(Lots.SIZE - 1)));
        assertThat(get(db.lots.find().page(oneTooMany.nextRequest().orElseThrow()))
                        .items())
                .hasSize(1);
        assertThat(get(db.lots.find().page(PageRequest.first(Integer.MAX_VALUE)))
                        .hasNext())
                .isFalse();
    }

    @Test
    void theTotalIsThatOfTheConditionOnEveryPage() {
        Find<Lot, ObjectId> find = db.lots.find(lot.door().height.gte(2)).sort(lot.name.asc());
        long total = get(find.count());

        assertThat(walk(find, PageRequest.first(5).withTotal()))
                .allSatisfy(page -> assertThat(page.total()).hasValue(total));
        assertThat(walk(find, PageRequest.first(5)))
                .allSatisfy(page -> assertThat(page.total()).isEmpty());
    }

    private static Find<Lot, ObjectId> sorted(Find<Lot, ObjectId> find, List<Sort<Lot>> keys) {
        Find<Lot, ObjectId> sorted = find;
        for (Sort<Lot> key : keys) {
            sorted = sorted.sort(key);
        }
        return sorted;
    }

    /** What one query gives that breaks ties as pages do. */
    private static List<ObjectId> inOrder(Find<Lot, ObjectId> find, List<Sort<Lot>> keys) {
        boolean descending =
                !keys.isEmpty() && keys.get(keys.size() - 1).toString().endsWith("descending");
        return list(find.sort(descending ? lot.id.desc() : lot.id.asc()).ids());
    }

    private static List<ObjectId> ids(List<Page<Lot>> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .map(Lot::id)
                .toList();
    }

    /** All pages from a request on. */
    private static <T> List<Page<T>> walk(Find<T, ?> find, PageRequest first) {
        List<Page<T>> pages = new ArrayList<>();
        for (Optional<PageRequest> request = Optional.of(first); request.isPresent(); ) {
            Page<T> page = get(find.page(request.get()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(first.size());
            assertThat(page.hasNext()).isEqualTo(page.next().isPresent());
            pages.add(page);
            assertThat(pages).as("pages without end").hasSizeLessThan(500);
            request = page.nextRequest();
        }
        return pages;
    }
}
