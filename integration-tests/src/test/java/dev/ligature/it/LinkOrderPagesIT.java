// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.BothForms.dbRef;
import static dev.ligature.it.BothForms.oid;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QConcert.concert;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Concert;
import dev.ligature.it.model.ConcertRepository;
import dev.ligature.it.model.House;
import dev.ligature.path.Sort;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in the order of a link whose ids are stored in both forms. */
class LinkOrderPagesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());

    /** DBRefs come after texts and before object ids. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void leavesNoDocumentOutOfPagesInTheOrderOfALink(int size) {
        new StoredForms(DATABASE)
                .store(
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
