// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.BothForms.BOOKS;
import static dev.ligature.it.BothForms.HOUSES;
import static dev.ligature.it.BothForms.NAMES;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.it.model.Author;
import dev.ligature.it.model.Book;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.LinkPath;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/**
 * Fetching where links are stored in both forms: along a link both are read, along a back link only those in the declared form
 * refer.
 */
class DeclaredFormFetchIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final BothForms forms = new BothForms(db);

    @BeforeEach
    void linksInBothForms() {
        forms.store();
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

    /** The ways to read the houses of persons. */
    enum Way {
        LOOKUP,
        BATCH,
        AUTO,
        ON_DEMAND;

        @SafeVarargs
        @SuppressWarnings("varargs")
        final List<Person> fetch(Houses db, Condition<Person> condition, LinkPath<Person, ?, ?>... paths) {
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
        Flux<ProjectionLinkIT.Owner> owners = db.persons
                .find()
                .using(strategy)
                .as(ProjectionLinkIT.Owner.class)
                .all();

        Map<String, List<String>> houses = new TreeMap<>();
        list(owners)
                .forEach(each ->
                        houses.put(each.name(), each.houses().stream().sorted().toList()));
        assertThat(houses).isEqualTo(HOUSES);
    }
}
