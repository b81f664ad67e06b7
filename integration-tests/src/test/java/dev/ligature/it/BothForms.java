// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;

import dev.ligature.it.model.Author;
import dev.ligature.it.model.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.types.ObjectId;

/** Persons with houses and authors with books, linked in the declared form and in the other one. */
final class BothForms {
    static final String[] NAMES = {"Ann", "Bob", "Cyd", "Dan"};

    /** The houses of each person, by links in the declared form. */
    static final Map<String, List<String>> HOUSES = new TreeMap<>(
            Map.of("Ann", List.of("both"), "Bob", List.of("bare", "both"), "Cyd", List.of(), "Dan", List.of()));

    /** The books of each author, by links in the declared form. */
    static final Map<String, List<String>> BOOKS = new TreeMap<>(
            Map.of("Ann", List.of("both"), "Bob", List.of("both", "ref"), "Cyd", List.of(), "Dan", List.of()));

    private final Houses db;

    BothForms(Houses db) {
        this.db = db;
    }

    /** Of Cyd there are links in the other form alone, of Dan none. */
    void store() {
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

    static ObjectId personId(int number) {
        return new ObjectId("66500000000000000000000" + number);
    }

    static String oid(int number) {
        return "{$oid: '" + personId(number) + "'}";
    }

    static String dbRef(String collection, String id) {
        return "{$ref: '" + collection + "', $id: " + id + "}";
    }
}
