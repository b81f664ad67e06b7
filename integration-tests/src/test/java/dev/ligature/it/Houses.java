// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.model.AuthorRepository;
import dev.ligature.it.model.BookRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.DoorRepository;
import dev.ligature.it.model.FrameRepository;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.PersonRepository;
import dev.ligature.it.model.TreeRepository;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.WindowRepository;
import dev.ligature.it.model.YardRepository;
import dev.ligature.link.Ref;
import dev.ligature.repository.RepositoryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The repositories of the test documents, and the short words that the tests use. */
public final class Houses {
    public final MongoDatabase database;
    public final HouseRepository houses;
    public final DoorRepository doors;
    public final WindowRepository windows;
    public final FrameRepository frames;
    public final YardRepository yards;
    public final PersonRepository persons;
    public final TreeRepository trees;
    public final BookRepository books;
    public final AuthorRepository authors;

    public Houses(MongoDatabase database) {
        this(database, RepositoryOptions.defaults());
    }

    public Houses(MongoDatabase database, RepositoryOptions options) {
        this.database = database;
        houses = new HouseRepository(database, options);
        doors = new DoorRepository(database, options);
        windows = new WindowRepository(database, options);
        frames = new FrameRepository(database, options);
        yards = new YardRepository(database, options);
        persons = new PersonRepository(database, options);
        trees = new TreeRepository(database, options);
        books = new BookRepository(database, options);
        authors = new AuthorRepository(database, options);
    }

    /** Empties all collections. */
    public void clear() {
        for (String collection :
                List.of("houses", "doors", "windows", "frames", "yards", "persons", "trees", "books", "authors")) {
            get(Mono.from(database.getCollection(collection).deleteMany(new BsonDocument())));
        }
    }

    /** A house that is not saved, with a door and windows that are not either. */
    static House newHouse(String name, int windows) {
        List<Ref<Window>> refs = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            refs.add(Ref.of(Window.of(i, false)));
        }
        return House.of(name, Ref.of(Door.of(2, 1))).withWindows(refs);
    }

    Door savedDoor(int height) {
        return get(doors.insert(Door.of(height, 1)));
    }

    House savedHouse(String name, int doorHeight) {
        return get(houses.insert(House.of(name, Ref.of(savedDoor(doorHeight)))));
    }

    /** The stored form of a document. */
    public BsonDocument stored(String collection, BsonDocument filter) {
        return get(
                Mono.from(database.getCollection(collection, BsonDocument.class).find(filter)));
    }

    /** Writes a document past the codecs. */
    public void store(String collection, String json) {
        get(Mono.from(database.getCollection(collection, BsonDocument.class).insertOne(BsonDocument.parse(json))));
    }

    public static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }

    public static <T> List<T> list(Flux<T> flux) {
        return get(flux.collectList());
    }

    /** The id of a document that has one. */
    public static <I> I id(@Nullable I id) {
        return Objects.requireNonNull(id);
    }

    public static <T> List<@Nullable Object> ids(List<Ref<T>> refs) {
        return refs.stream().map(Ref::id).toList();
    }
}
