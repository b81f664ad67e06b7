// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QBook.book;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.it.model.Author;
import dev.ligature.it.model.Book;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of links that lead to documents and to nothing, in both stored forms: no way of fetching them changes what is stored. */
class MissingTargetsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Bson BY_ID = BsonDocument.parse("{_id: 1}");

    /** The longest list. */
    private static final int LENGTH = 5;

    private final Houses db = new Houses(DATABASE.database());
    private final MongoCollection<BsonDocument> books = DATABASE.database().getCollection("books", BsonDocument.class);

    /** All lists of links that lead somewhere or nowhere, bare or as DBRefs. */
    @BeforeEach
    void allLists() {
        db.clear();
        list(db.authors.insertAll(IntStream.range(0, LENGTH)
                .mapToObj(i -> Author.of("present" + i, 1900))
                .toList()));
        List<BsonDocument> all = new ArrayList<>();
        addLists(List.of(), all);
        get(Mono.from(books.insertMany(all)));
    }

    private static void addLists(List<BsonValue> links, List<BsonDocument> all) {
        all.add(new BsonDocument("_id", new BsonString("book" + all.size())).append("authors", new BsonArray(links)));
        if (links.size() == LENGTH) {
            return;
        }
        for (String target : List.of("present", "missing")) {
            BsonString id = new BsonString(target + links.size());
            addLists(with(links, id), all);
            addLists(with(links, dbRef(id)), all);
        }
    }

    private static List<BsonValue> with(List<BsonValue> links, BsonValue link) {
        List<BsonValue> longer = new ArrayList<>(links);
        longer.add(link);
        return longer;
    }

    private static BsonDocument dbRef(BsonValue id) {
        return new BsonDocument("$ref", new BsonString("authors")).append("$id", id);
    }

    private List<BsonArray> stored() {
        return list(Flux.from(books.find().sort(BY_ID)).map(each -> each.getArray("authors")));
    }

    /** The lists as a save writes them: in the declared form. */
    private List<BsonArray> declared() {
        List<BsonArray> all = stored();
        all.forEach(each -> each.replaceAll(link -> link.isDocument() ? link : dbRef(link)));
        return all;
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void areStoredAsTheyWereWhenTheyWereDropped(FetchStrategy strategy) {
        List<BsonArray> before = declared();

        List<Book> fetched = list(db.books
                .find()
                .fetch(book.authors())
                .missing(MissingTargets.DROP)
                .using(strategy)
                .all());

        assertThat(fetched).allSatisfy(each -> assertThat(each.authors()).allMatch(ref -> ref.isFetched()));
        list(db.books.saveAll(fetched));
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void areStoredAsTheyWereWhenTheyWereKept(FetchStrategy strategy) {
        List<BsonArray> before = declared();

        list(db.books.saveAll(
                list(db.books.find().fetch(book.authors()).using(strategy).all())));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void areStoredAsTheyWereWhenTheyWereFetchedOnDemand() {
        List<BsonArray> before = declared();

        list(db.books.saveAll(list(db.books.fetch(db.books.find().all(), book.authors()))));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void areFetchedOnDemandAfterTheyWereDropped() {
        List<BsonArray> before = declared();
        Flux<Book> dropped = db.books
                .find()
                .fetch(book.authors())
                .missing(MissingTargets.DROP)
                .all();

        list(db.books.saveAll(list(db.books.fetch(dropped, book.authors()))));

        assertThat(stored()).isEqualTo(before);
    }
}
