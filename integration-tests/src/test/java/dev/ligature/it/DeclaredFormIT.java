// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.BothForms.dbRef;
import static dev.ligature.it.BothForms.personId;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.it.model.Author;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.path.Condition;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Links in both stored forms side by side: only those in the declared one refer, whatever asks and however much it finds.
 */
class DeclaredFormIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final BothForms forms = new BothForms(db);

    @BeforeEach
    void linksInBothForms() {
        forms.store();
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

    private List<String> houses(Condition<House> condition, int bound) {
        return list(db.houses
                .find(condition)
                .semiJoinBound(bound)
                .sort(house.name.asc())
                .all()
                .map(House::name));
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
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void decidesWhatALinkOfIdsSees(int bound) {
        assumeFalse(
                DATABASE.isEmbedded() && bound < 10_000,
                "the embedded server takes a DBRef among the keys of a $lookup for an operator");
        assertThat(houses(house.owners().name.exists(), bound)).containsExactly("bare", "both");
        assertThat(houses(house.owners().name.eq("Cyd"), bound)).isEmpty();
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
}
