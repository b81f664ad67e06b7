// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QWindow.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.ligature.it.model.Author;
import dev.ligature.it.model.Book;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** One condition has one meaning: in every operation, with and without fetching, by semi-join and by join. */
class ConditionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    private final ObjectId ann = new ObjectId();
    private final ObjectId bob = new ObjectId();

    /**
     * Ash: low door, no windows, no owners. Elm: high door, a wide clear and a narrow tinted window, owned by Ann. Oak: high
     * door, a wide tinted window and a dangling one, a yard, owned by Ann and Bob. Yew: a dangling door, a narrow window.
     */
    @BeforeEach
    void houses() {
        db.clear();
        Door low = get(db.doors.insert(Door.of(1, 1)));
        Door high = get(db.doors.insert(Door.of(3, 1)));
        Door high2 = get(db.doors.insert(Door.of(3, 2)));
        Frame red = get(db.frames.insert(new Frame(null, "red")));
        Frame blue = get(db.frames.insert(new Frame(null, "blue")));
        Window wideClear = get(db.windows.insert(Window.of(20, false).withFrame(Ref.of(red))));
        Window narrowTinted = get(db.windows.insert(Window.of(5, true).withFrame(Ref.of(blue))));
        Window wideTinted = get(db.windows.insert(Window.of(20, true).withFrame(Ref.of(blue))));
        Yard yard = get(db.yards.insert(Yard.of(100)));
        list(db.persons.insertAll(
                List.of(new Person(ann, "Ann", Optional.empty()), new Person(bob, "Bob", Optional.empty()))));
        list(db.houses.insertAll(List.of(
                House.of("Ash", Ref.of(low)).withRooms(1),
                House.of("Elm", Ref.of(high))
                        .withRooms(2)
                        .withTags("old", "cosy")
                        .withWindows(List.of(Ref.of(wideClear), Ref.of(narrowTinted)))
                        .withOwners(List.of(Ref.to(ann))),
                House.of("Oak", Ref.of(high2))
                        .withRooms(3)
                        .withTags("old")
                        .withWindows(List.of(Ref.of(wideTinted), Ref.to(new ObjectId())))
                        .withYard(Ref.of(yard))
                        .withOwners(List.of(Ref.to(ann), Ref.to(bob))),
                House.of("Yew", Ref.to(new ObjectId())).withRooms(4).withWindows(List.of(Ref.of(narrowTinted))))));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                // own fields
                of(house.name.eq("Oak"), "Oak"),
                of(house.name.ne("Oak"), "Ash", "Elm", "Yew"),
                of(house.name.in("Oak", "Elm", "Fir"), "Elm", "Oak"),
                of(house.name.nin(List.of("Oak", "Elm")), "Ash", "Yew"),
                of(house.rooms.gt(2), "Oak", "Yew"),
                of(house.rooms.gte(2).and(house.rooms.lt(4)), "Elm", "Oak"),
                of(house.rooms.lte(1), "Ash"),
                of(house.name.startsWith("E"), "Elm"),
                of(house.name.startsWith("."), new String[0]),
                of(house.name.contains("a"), "Oak"),
                of(house.name.matches("^[AE]"), "Ash", "Elm"),
                of(house.name.matches(Pattern.compile("^[ae]", Pattern.CASE_INSENSITIVE)), "Ash", "Elm"),
                of(house.tags.contains("old"), "Elm", "Oak"),
                of(house.tags.isEmpty(), "Ash", "Yew"),
                of(house.tags.size(2), "Elm"),
                of(house.tags.any(tag -> tag.startsWith("o").and(tag.ne("cosy"))), "Elm", "Oak"),
                of(house.tags.all(tag -> tag.eq("old")), "Ash", "Oak", "Yew"),
                of(house.tags.none(tag -> tag.eq("cosy").or(tag.eq("new"))), "Ash", "Oak", "Yew"),
                of(house.tags.any(tag -> tag.lt("d").or(tag.gt("p"))), "Elm"),
                of(house.tags.all(tag -> tag.lt("d").or(tag.gt("p"))), "Ash", "Yew"),
                of(house.name.isNull(), new String[0]),
                of(house.name.exists(), "Ash", "Elm", "Oak", "Yew"),
                of(house.where(Filters.eq("rooms", 2)), "Elm"),
                of(house.name.eq("Ash").or(house.rooms.eq(2)).not(), "Oak", "Yew"),
                // a link
                of(house.door().height.gte(2), "Elm", "Oak"),
                of(house.door().height.gte(2).not(), "Ash", "Yew"),
                of(house.door().height.gte(2).and(house.door().width.eq(2)), "Oak"),
                of(house.door().height.eq(1).or(house.door().width.eq(2)), "Ash", "Oak"),
                of(house.door().height.ne(3), "Ash"),
                of(house.door().exists(), "Ash", "Elm", "Oak", "Yew"),
                of(house.yard().exists(), "Oak"),
                of(house.yard().isNull(), "Ash", "Elm", "Yew"),
                of(house.yard().size.gt(50), "Oak"),
                of(house.yard().size.gt(50).not().and(house.rooms.gt(1)), "Elm", "Yew"),
                // a list of links
                of(house.windows().width.gt(10).and(house.windows().tinted.eq(true)), "Elm", "Oak"),
                of(house.windows().any(w -> w.width.gt(10).and(w.tinted.eq(true))), "Oak"),
                of(house.windows().none(w -> w.tinted.eq(true)), "Ash"),
                of(house.windows().all(w -> w.tinted.eq(true)), "Ash", "Oak", "Yew"),
                of(house.windows().isEmpty(), "Ash"),
                of(house.windows().exists(), "Elm", "Oak", "Yew"),
                of(house.windows().size(2), "Elm", "Oak"),
                of(house.windows().size(0), "Ash"),
                of(house.owners().isEmpty(), "Ash", "Yew"),
                of(house.windows().frame().exists(), "Elm", "Oak", "Yew"),
                of(house.windows().frame().color.eq("red"), "Elm"),
                of(house.windows().any(w -> w.width.lt(10).and(w.frame().color.eq("blue"))), "Elm", "Yew"),
                of(house.windows().any(w -> w.frame().color.eq("blue")).not(), "Ash"),
                of(house.owners().name.eq("Bob").or(house.name.eq("Ash")), "Ash", "Oak"),
                // there and back
                of(house.owners().houses().name.eq("Oak"), "Elm", "Oak"),
                of(house.door().house().rooms.eq(3), "Oak"));
    }

    private static Arguments of(Condition<House> condition, String... names) {
        return Arguments.of(condition, List.of(names));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void meansTheSameInEveryOperation(Condition<House> condition, List<String> names) {
        meansTheSame(db.houses.find(condition), names);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void meansTheSameWhenJoinsTakeOverFromSemiJoins(Condition<House> condition, List<String> names) {
        meansTheSame(db.houses.find(condition).semiJoinBound(0), names);
    }

    private void meansTheSame(Find<House, ObjectId> find, List<String> names) {
        Find<House, ObjectId> sorted = find.sort(house.name.asc());
        assertThat(names(sorted)).isEqualTo(names);
        for (FetchStrategy strategy : FetchStrategy.values()) {
            assertThat(names(sorted.fetch(house.windows(), house.door()).using(strategy)))
                    .as("fetched by %s", strategy)
                    .isEqualTo(names);
        }
        assertThat(get(find.count())).isEqualTo(names.size());
        assertThat(get(find.exists())).isEqualTo(!names.isEmpty());
        assertThat(list(sorted.ids())).isEqualTo(idsOf(names));
        assertThat(Optional.ofNullable(sorted.first().map(House::name).block()))
                .isEqualTo(names.stream().findFirst());

        assertThat(get(find.update(house.rooms.inc(100)))).isEqualTo(names.size());
        assertThat(names(db.houses.find(house.rooms.gt(100)).sort(house.name.asc())))
                .isEqualTo(names);
        assertThat(get(db.houses.find(house.rooms.gt(100)).update(house.rooms.inc(-100))))
                .isEqualTo(names.size());

        assertThat(get(find.delete())).isEqualTo(names.size());
        assertThat(get(db.houses.count())).isEqualTo(4 - names.size());
    }

    private List<ObjectId> idsOf(List<String> names) {
        return list(db.houses
                .find(house.name.in(names))
                .sort(house.name.asc())
                .all()
                .map(each -> id(each.id())));
    }

    private static List<String> names(Find<House, ObjectId> find) {
        return list(find.all().map(House::name));
    }

    @Test
    void findsByLinkedIdsWithoutAJoin() {
        assertThat(names(db.houses.find(house.owners().id.eq(bob)))).containsExactly("Oak");
        assertThat(names(db.houses.find(house.owners().id.in(ann, bob)).sort(house.name.asc())))
                .containsExactly("Elm", "Oak");
        assertThat(names(db.houses.find(house.owners().id.ne(ann)))).containsExactly("Oak");
        assertThat(names(db.houses.find(house.owners().id.ne(ann).not()).sort(house.name.asc())))
                .containsExactly("Ash", "Elm", "Yew");
        assertThat(names(db.houses.find(house.owners().any(p -> p.id.nin(ann)))))
                .containsExactly("Oak");
        ObjectId doorId = (ObjectId)
                id(get(db.houses.find(house.name.eq("Oak")).first()).door().id());
        assertThat(names(db.houses.find(house.door().id.eq(doorId)))).containsExactly("Oak");
        assertThat(names(db.houses.find(house.door().id.ne(doorId)).sort(house.name.asc())))
                .containsExactly("Ash", "Elm", "Yew");

        DATABASE.recorder().clear();
        list(db.houses
                .find(house.owners().id.in(ann, bob).and(house.door().id.ne(doorId)))
                .all());
        assertThat(DATABASE.recorder().names()).containsExactly("find");
    }

    @Test
    void findsThroughBackLinks() {
        assertThat(list(db.persons
                        .find(person.houses().name.eq("Oak"))
                        .sort(person.name.asc())
                        .all()))
                .extracting(Person::name)
                .containsExactly("Ann", "Bob");
        assertThat(list(db.persons.find(person.houses().name.eq("Elm").not()).all()))
                .extracting(Person::name)
                .containsExactly("Bob");
        assertThat(list(db.persons.find(person.houses().size(2)).all()))
                .extracting(Person::name)
                .containsExactly("Ann");
        assertThat(list(db.persons
                        .find(person.houses().all(h -> h.rooms.gte(3)))
                        .all()))
                .extracting(Person::name)
                .containsExactly("Bob");
        assertThat(list(db.windows.find(window.houses().isEmpty()).all())).isEmpty();
        assertThat(get(db.doors.find(door.house().exists()).count())).isEqualTo(3);
        assertThat(get(db.doors.find(door.house().name.eq("Oak")).one()).width).isEqualTo(2);
        assertThat(get(db.windows
                        .find(window.houses().any(h -> h.owners().name.eq("Bob")))
                        .count()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void findsThroughBackLinksPastTheBound(int bound) {
        assertThat(list(db.persons
                        .find(person.houses().name.eq("Oak"))
                        .semiJoinBound(bound)
                        .sort(person.name.asc())
                        .all()))
                .extracting(Person::name)
                .containsExactly("Ann", "Bob");
        assertThat(get(db.persons
                        .find(person.houses().isEmpty().not())
                        .semiJoinBound(bound)
                        .count()))
                .isEqualTo(2);
        assertThat(get(db.windows
                        .find(window.houses().any(h -> h.owners().name.eq("Bob")))
                        .semiJoinBound(bound)
                        .count()))
                .isEqualTo(1);
    }

    static Stream<Integer> bounds() {
        return Stream.of(0, 1, 2, 10_000);
    }

    @Test
    void comparesLinkedIdsOfDanglingLinksButNotOfNulls() {
        list(db.books.insertAll(List.of(new Book("dangling", Optional.empty(), List.of(Ref.to("nobody"))))));
        List<@Nullable Object> nothing = Collections.singletonList(null);
        TestDatabase.await(DATABASE.database()
                .getCollection("books")
                .insertOne(new Document("_id", "empty").append("authors", nothing)));
        TestDatabase.await(DATABASE.database().getCollection("houses").insertOne(new Document("owners", nothing)));

        assertThat(list(db.books.find(book.authors().id.ne("bob")).ids())).containsExactly("dangling");
        assertThat(list(db.books.find(book.authors().id.nin(List.of())).ids())).containsExactly("dangling");
        assertThat(get(db.houses.find(house.owners().id.ne(bob)).count())).isEqualTo(2);
    }

    @Test
    void readsConditionsOnDbRefs() {
        list(db.authors.insertAll(List.of(Author.of("ann", 1900), Author.of("bob", 1950), Author.of("cid", 1990))));
        list(db.books.insertAll(List.of(
                new Book("one", Optional.of(Ref.to("ann")), List.of(Ref.to("bob"), Ref.to("cid"))),
                new Book("two", Optional.empty(), List.of(Ref.to("ann"))),
                new Book("three", Optional.of(Ref.to("cid")), List.of()))));

        assertThat(books(book.authors().born.gt(1940))).containsExactly("one");
        assertThat(books(book.editor().born.gt(1940))).containsExactly("three");
        assertThat(books(book.authors().id.eq("ann"))).containsExactly("two");
        assertThat(books(book.authors().id.ne("bob"))).containsExactly("one", "two");
        assertThat(books(book.editor().id.ne("ann"))).containsExactly("three");
        assertThat(books(book.editor().isNull())).containsExactly("two");
        assertThat(books(book.authors().isEmpty())).containsExactly("three");
        assertThat(list(db.authors
                        .find(author.books().id.eq("one"))
                        .sort(author.id.asc())
                        .ids()))
                .containsExactly("bob", "cid");
        assertThat(list(db.authors
                        .find(author.books().id.eq("one"))
                        .semiJoinBound(0)
                        .sort(author.id.asc())
                        .ids()))
                .containsExactly("bob", "cid");
        assertThat(list(db.authors.find(author.edited().isEmpty()).ids())).containsExactly("bob");
        assertThat(list(db.books
                        .find(book.authors().born.gt(1940))
                        .semiJoinBound(0)
                        .ids()))
                .containsExactly("one");
    }

    private List<String> books(Condition<Book> condition) {
        return list(db.books.find(condition).sort(book.id.asc()).ids());
    }

    @Test
    void sortsByOwnAndLinkedFields() {
        assertThat(names(db.houses.find().sort(house.rooms.desc()))).containsExactly("Yew", "Oak", "Elm", "Ash");
        assertThat(names(db.houses.find().sort(house.door().height.desc(), house.name.desc())))
                .containsExactly("Oak", "Elm", "Ash", "Yew");
        assertThat(names(db.houses
                        .find()
                        .sort(house.windows().width.asc(), house.name.asc())
                        .fetch(house.windows())
                        .skip(1)
                        .limit(2)))
                .containsExactly("Elm", "Yew");
        assertThat(names(db.houses.find().sort(house.windows().frame().color.desc(), house.name.asc())))
                .containsExactly("Elm", "Oak", "Yew", "Ash");
        House first = get(db.houses
                .find(house.name.eq("Oak"))
                .sort(house.door().height.asc())
                .fetch(house.door())
                .first());
        assertThat(first.door().get().height).isEqualTo(3);
    }

    @Test
    void pagesAfterTheConditionAndTheSort() {
        Find<House, ObjectId> page = db.houses
                .find(house.windows().tinted.eq(true))
                .sort(house.name.desc())
                .skip(1)
                .limit(1)
                .fetchLinks(1);

        assertThat(names(page)).containsExactly("Oak");
        assertThat(get(page.count())).isEqualTo(1);
        assertThat(list(page.ids())).hasSize(1);
    }

    @Test
    void refusesToUpdateOrDeleteAPage() {
        assertThatThrownBy(() -> db.houses.find().limit(1).delete())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delete");
        assertThatThrownBy(() -> db.houses.find().sort(house.name.asc()).update(house.rooms.set(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersManyOperandsAtOnce() {
        List<String> many = Flux.range(0, 12_000)
                .map(i -> "name" + i)
                .concatWithValues("Oak")
                .collectList()
                .block();

        assertThat(names(db.houses.find(house.name.in(id(many))))).containsExactly("Oak");
    }
}
