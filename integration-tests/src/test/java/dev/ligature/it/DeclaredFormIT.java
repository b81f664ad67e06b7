package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QConcert.concert;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.it.model.Author;
import dev.ligature.it.model.Book;
import dev.ligature.it.model.Concert;
import dev.ligature.it.model.ConcertRepository;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.Sort;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.Page;
import dev.ligature.repository.PageRequest;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/**
 * Links in both stored forms side by side: only those in the declared one refer, whatever asks and however much it finds. A fetch
 * along a link reads both.
 */
class DeclaredFormIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String[] NAMES = {"Ann", "Bob", "Cyd", "Dan"};

    /** The houses of each person, by links in the declared form. */
    private static final Map<String, List<String>> HOUSES = new TreeMap<>(
            Map.of("Ann", List.of("both"), "Bob", List.of("bare", "both"), "Cyd", List.of(), "Dan", List.of()));

    /** The books of each author, by links in the declared form. */
    private static final Map<String, List<String>> BOOKS = new TreeMap<>(
            Map.of("Ann", List.of("both"), "Bob", List.of("both", "ref"), "Cyd", List.of(), "Dan", List.of()));

    private final Houses db = new Houses(DATABASE.database());

    /** Of Cyd there are links in the other form alone, of Dan none. */
    @BeforeEach
    void linksInBothForms() {
        db.clear();
        for (int i = 0; i < NAMES.length; i++) {
            get(db.persons.insert(new Person(personId(i), NAMES[i], Optional.empty())));
            get(db.authors.insert(Author.of(NAMES[i], 1900 + i)));
        }
        house(1, "bare", "[" + oid(1) + "]");
        house(2, "ref", "[" + dbRef("persons", oid(0)) + ", null]");
        house(3, "both", "[" + oid(0) + ", " + dbRef("persons", oid(2)) + ", " + oid(1) + ", " + oid(1) + "]");
        house(4, "none", "[null]");
        book("bare", "['Cyd', null]");
        book("ref", "[" + dbRef("authors", "'Bob'") + "]");
        book("both", "['Bob', " + dbRef("authors", "'Ann'") + ", " + dbRef("authors", "'Bob'") + ", 'Cyd']");
        book("none", "[]");
    }

    private void house(int number, String name, String owners) {
        db.store(
                "houses",
                "{_id: {$oid: '66500000000000000000010" + number + "'}, name: '" + name
                        + "', rooms: 1, tags: [], door: {$oid: '665000000000000000000099'}, win: [], owners: " + owners
                        + "}");
    }

    private void book(String id, String authors) {
        db.store("books", "{_id: '" + id + "', authors: " + authors + "}");
    }

    private static ObjectId personId(int number) {
        return new ObjectId("66500000000000000000000" + number);
    }

    private static String oid(int number) {
        return "{$oid: '" + personId(number) + "'}";
    }

    private static String dbRef(String collection, String id) {
        return "{$ref: '" + collection + "', $id: " + id + "}";
    }

    private List<String> persons(Condition<Person> condition, int bound) {
        return list(db.persons
                .find(condition)
                .semiJoinBound(bound)
                .sort(person.name.asc())
                .all()
                .map(Person::name));
    }

    private List<String> authors(Condition<Author> condition, int bound) {
        return list(db.authors
                .find(condition)
                .semiJoinBound(bound)
                .sort(author.id.asc())
                .all()
                .map(Author::id));
    }

    /** A join does not find the person, so none has looked for the houses either. */
    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void isFetchedOnFromATargetInTheOtherForm(FetchStrategy strategy) {
        House ref = get(db.houses
                .find(house.name.eq("ref"))
                .fetch(house.owners().houses().owners())
                .using(strategy)
                .one());

        Person ann = Ref.fetched(ref.owners().orElseThrow()).get(0); // a null is stored beside her
        House both = BackRef.fetched(ann.houses().orElseThrow()).get(0);
        assertThat(both.name()).isEqualTo("both");
        assertThat(Ref.fetched(both.owners().orElseThrow()))
                .extracting(Person::name)
                .containsExactly("Ann", "Cyd", "Bob", "Bob");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void decidesWhatABackLinkSees(int bound) {
        assertThat(persons(person.houses().isEmpty(), bound)).containsExactly("Cyd", "Dan");
        assertThat(persons(person.houses().size(0), bound)).containsExactly("Cyd", "Dan");
        assertThat(persons(person.houses().exists(), bound)).containsExactly("Ann", "Bob");
        assertThat(persons(person.houses().size(1), bound)).containsExactly("Ann");
        assertThat(persons(person.houses().size(2), bound)).containsExactly("Bob");
        assertThat(persons(person.houses().name.eq("both"), bound)).containsExactly("Ann", "Bob");
        assertThat(persons(person.houses().name.in("ref", "none"), bound)).isEmpty();
        assertThat(persons(person.houses().none(each -> each.name.eq("bare")), bound))
                .containsExactly("Ann", "Cyd", "Dan");
        assertThat(persons(person.houses().all(each -> each.name.eq("both")), bound))
                .containsExactly("Ann", "Cyd", "Dan");
        assertThat(get(db.persons
                        .find(person.houses().isEmpty())
                        .semiJoinBound(bound)
                        .count()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void decidesWhatABackLinkOfDbRefsSees(int bound) {
        assertThat(authors(author.books().isEmpty(), bound)).containsExactly("Cyd", "Dan");
        assertThat(authors(author.books().exists(), bound)).containsExactly("Ann", "Bob");
        assertThat(authors(author.books().size(1), bound)).containsExactly("Ann");
        assertThat(authors(author.books().id.eq("both"), bound)).containsExactly("Ann", "Bob");
        assertThat(authors(author.books().id.in("bare", "none"), bound)).isEmpty();
        assertThat(authors(author.books().none(each -> each.id.eq("ref")), bound))
                .containsExactly("Ann", "Cyd", "Dan");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void decidesWhatALinkSees(int bound) {
        assertThat(list(db.books
                        .find(book.authors().born.gte(1900))
                        .semiJoinBound(bound)
                        .sort(book.id.asc())
                        .ids()))
                .containsExactly("both", "ref");
        assertThat(list(db.books
                        .find(book.authors().born.eq(1902))
                        .semiJoinBound(bound)
                        .ids()))
                .isEmpty();
        assertThat(list(db.books.find(book.authors().id.eq("Cyd")).ids())).isEmpty();
        assertThat(list(db.books
                        .find(book.authors().id.ne("Ann"))
                        .sort(book.id.asc())
                        .ids()))
                .containsExactly("both", "ref");
        assertThat(list(db.books.find(book.authors().id.nin("Ann", "Bob")).ids()))
                .isEmpty();
        assertThat(houses(house.owners().id.eq(personId(2)), 10_000)).isEmpty();
        assertThat(houses(house.owners().id.ne(personId(1)), 10_000)).containsExactly("both");
        assertThat(houses(house.owners().id.nin(personId(0), personId(1)), 10_000))
                .isEmpty();
        assumeFalse(
                DATABASE.isEmbedded() && bound < 10_000,
                "the embedded server takes a DBRef among the keys of a $lookup for an operator");
        assertThat(houses(house.owners().name.exists(), bound)).containsExactly("bare", "both");
        assertThat(houses(house.owners().name.eq("Cyd"), bound)).isEmpty();
    }

    private List<String> houses(Condition<House> condition, int bound) {
        return list(db.houses
                .find(condition)
                .semiJoinBound(bound)
                .sort(house.name.asc())
                .all()
                .map(House::name));
    }

    /** Both forms are stored in links to one document too. */
    @Test
    void decidesWhatALinkToOneDocumentSees() {
        db.store("books", "{_id: 'x1', authors: [], editor: 'Cyd'}");
        db.store("books", "{_id: 'x2', authors: [], editor: " + dbRef("authors", "'Bob'") + "}");
        db.store("books", "{_id: 'x3', authors: [], editor: {$ref: 'authors', $id: 'Ann', $db: 'elsewhere'}}");
        db.store("trees", "{_id: 't1', left: 'root'}");
        db.store("trees", "{_id: 't2', left: {$ref: 'trees', $id: 'root'}}");
        db.store("trees", "{_id: 't3', left: {$ref: 'trees'}}");

        assertThat(list(db.books.find(book.editor().id.ne("Ann")).ids())).containsExactly("x2");
        assertThat(list(db.books.find(book.editor().id.in("Ann", "Cyd")).ids())).containsExactly("x3");
        assertThat(list(db.trees.find(tree.left().id.ne("other")).ids())).containsExactly("t1");
        assertThat(authors(author.edited().isEmpty(), 10_000)).containsExactly("Cyd", "Dan");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void isNoneInADbRefWithoutId(int bound) {
        db.store("books", "{_id: 'half', authors: [{$ref: 'authors'}], editor: {$ref: 'authors'}}");
        db.store("trees", "{_id: 'root', right: {$ref: 'trees'}}");
        db.store("trees", "{_id: 'half', left: {$ref: 'trees'}}");

        assertThat(authors(author.books().isEmpty(), bound)).containsExactly("Cyd", "Dan");
        assertThat(authors(author.books().id.eq("half"), bound)).isEmpty();
        assertThat(authors(author.edited().exists(), bound)).isEmpty();
        assertThat(list(db.trees
                        .find(tree.leftOf().exists())
                        .semiJoinBound(bound)
                        .ids()))
                .isEmpty();
        assertThat(list(db.trees
                        .find(tree.leftOf().id.eq("half"))
                        .semiJoinBound(bound)
                        .ids()))
                .isEmpty();
    }

    @Test
    void decidesWhatIsDeletedByABackLink() {
        for (int bound : List.of(0, 10_000)) {
            linksInBothForms();

            assertThat(get(db.persons
                            .find(person.houses().name.in("ref", "bare"))
                            .semiJoinBound(bound)
                            .delete()))
                    .isEqualTo(1);

            assertThat(persons(person.name.exists(), 10_000)).containsExactly("Ann", "Cyd", "Dan");
        }
    }

    /** The ways to read the houses of persons. */
    enum Way {
        LOOKUP,
        BATCH,
        AUTO,
        ON_DEMAND;

        @SafeVarargs
        @SuppressWarnings("varargs")
        final List<Person> fetch(Houses db, Condition<Person> condition, DocumentPath<Person, ?>... paths) {
            return this == ON_DEMAND
                    ? list(db.persons.fetch(db.persons.find(condition).all(), paths))
                    : list(db.persons
                            .find(condition)
                            .fetch(paths)
                            .using(FetchStrategy.valueOf(name()))
                            .all());
        }

        List<Author> fetchBooks(Houses db, Condition<Author> condition) {
            return this == ON_DEMAND
                    ? list(db.authors.fetch(db.authors.find(condition).all(), author.books()))
                    : list(db.authors
                            .find(condition)
                            .fetch(author.books())
                            .using(FetchStrategy.valueOf(name()))
                            .all());
        }
    }

    private static Map<String, List<String>> housesOf(List<Person> persons) {
        Map<String, List<String>> houses = new TreeMap<>();
        persons.forEach(each -> houses.put(
                each.name(),
                BackRef.fetched(each.houses().orElseThrow()).stream()
                        .map(House::name)
                        .sorted()
                        .toList()));
        return houses;
    }

    private static Map<String, List<String>> booksOf(List<Author> authors) {
        Map<String, List<String>> books = new TreeMap<>();
        authors.forEach(each -> books.put(
                each.id(),
                BackRef.fetched(each.books()).stream().map(Book::id).sorted().toList()));
        return books;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void decidesWhoRefersWhateverElseIsRead(Way way) {
        assertThat(housesOf(way.fetch(db, person.name.exists(), person.houses())))
                .as("all at once")
                .isEqualTo(HOUSES);
        assertThat(booksOf(way.fetchBooks(db, author.id.ne("nobody")))).isEqualTo(BOOKS);
        for (String name : NAMES) {
            assertThat(housesOf(way.fetch(db, person.name.eq(name), person.houses())))
                    .as(name + " alone")
                    .isEqualTo(Map.of(name, HOUSES.get(name)));
            assertThat(booksOf(way.fetchBooks(db, author.id.eq(name)))).isEqualTo(Map.of(name, BOOKS.get(name)));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void decidesWhoRefersBesideOtherFetches(Way way) {
        assumeFalse(
                DATABASE.isEmbedded() && way == Way.LOOKUP,
                "the embedded server takes a DBRef among the keys of a $lookup for an operator");

        List<Person> persons = way.fetch(
                db,
                person.name.exists(),
                person.houses().owners(),
                person.houses().owners().houses());

        assertThat(housesOf(persons)).isEqualTo(HOUSES);
        Person ann = persons.stream()
                .filter(each -> each.name().equals("Ann"))
                .findFirst()
                .orElseThrow();
        House both = BackRef.fetched(ann.houses().orElseThrow()).get(0);
        List<Person> owners = Ref.fetched(both.owners().orElseThrow());
        assertThat(owners)
                .as("a link reads both forms")
                .extracting(Person::name)
                .containsExactly("Ann", "Cyd", "Bob", "Bob");
        assertThat(housesOf(owners))
                .isEqualTo(Map.of("Ann", HOUSES.get("Ann"), "Cyd", List.of(), "Bob", HOUSES.get("Bob")));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void decidesWhoIsInAProjection(FetchStrategy strategy) {
        Flux<ProjectionIT.Owner> owners =
                db.persons.find().using(strategy).as(ProjectionIT.Owner.class).all();

        Map<String, List<String>> houses = new TreeMap<>();
        list(owners)
                .forEach(each ->
                        houses.put(each.name(), each.houses().stream().sorted().toList()));
        assertThat(houses).isEqualTo(HOUSES);
    }

    /** DBRefs come after texts and before object ids. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void leavesNoDocumentOutOfPagesInTheOrderOfALink(int size) {
        DATABASE.clear();
        StoredForms.store(
                DATABASE.database(),
                "conductor",
                StoredForms.entries(
                        "['ada', {$ref: 'musicians', $id: 'bob'}, null, 'cyd', {$ref: 'musicians', $id: 'ada'},"
                                + " 'bob', {$id: 'ada', $ref: 'musicians'}, 'ada', null]"));
        int number = 1;
        for (String door : List.of(
                oid(3), dbRef("doors", oid(1)), oid(2), dbRef("doors", oid(2)), oid(1), dbRef("doors", oid(1)))) {
            db.store(
                    "houses",
                    "{_id: {$oid: '66500000000000000000010" + number++
                            + "'}, name: 'n', rooms: 1, tags: [], win: [], door: " + door + "}");
        }

        ConcertRepository concerts = new ConcertRepository(DATABASE.database());
        for (Sort<Concert> order : List.of(
                concert.conductor().id.asc(),
                concert.conductor().id.desc(),
                concert.soloist().id.asc())) {
            assertPages(concerts.find().sort(order), size, Concert::id, 9);
        }
        for (Sort<House> order : List.of(house.door().id.asc(), house.door().id.desc())) {
            assertPages(db.houses.find().sort(order), size, House::id, 6);
        }
    }

    /** Documents that are equal in the sort are in the order of their ids wherever a query is cut. */
    private static <T> void assertPages(Find<T, ?> find, int size, Function<T, Object> id, int documents) {
        List<Object> all = list(find.limit(documents + 1).all().map(id));
        assertThat(all).hasSize(documents);
        List<Object> paged = new ArrayList<>();
        PageRequest request = PageRequest.first(size);
        Optional<String> next;
        do {
            Page<T> page = get(find.page(request));
            page.items().forEach(item -> paged.add(id.apply(item)));
            next = page.next();
            request = PageRequest.first(size).after(next.orElse(""));
        } while (next.isPresent());
        assertThat(paged).isEqualTo(all);
    }
}
