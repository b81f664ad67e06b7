// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.House;
import dev.ligature.link.Ref;
import dev.ligature.path.Sort;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries that take some of the documents that are equal in their sort: the id says which, so that pages fit together. */
class TiesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int SIZE = 300;
    private static final int PAGE = 50;

    private static Houses db;
    private static List<House> all;

    /** Few rooms, many houses; ids in no order of theirs. */
    @BeforeAll
    static void houses() {
        db = new Houses(DATABASE.database());
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
        Collections.shuffle(numbers, new Random(3));
        all = list(db.houses.insertAll(numbers.stream()
                .map(i -> new House(
                        new ObjectId("%024x".formatted(i)),
                        "house",
                        i % 3,
                        List.of(),
                        Ref.to(new ObjectId()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
                .toList()));
    }

    private static List<ObjectId> expected(boolean descending) {
        Comparator<House> order = Comparator.comparing(House::rooms).thenComparing(each -> Houses.id(each.id()));
        return all.stream()
                .sorted(descending ? order.reversed() : order)
                .map(each -> Houses.id(each.id()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void areInTheOrderOfTheirIdsOnEveryPage(FetchStrategy strategy) {
        for (boolean descending : List.of(false, true)) {
            Sort<House> sort = descending ? house.rooms.desc() : house.rooms.asc();
            List<ObjectId> read = new ArrayList<>();
            for (int from = 0; from < SIZE; from += PAGE) {
                read.addAll(list(db.houses
                        .find()
                        .sort(sort)
                        .skip(from)
                        .limit(PAGE)
                        .fetch(house.door())
                        .using(strategy)
                        .all()
                        .map(each -> Houses.id(each.id()))));
            }

            assertThat(read).isEqualTo(expected(descending));
        }
    }

    @Test
    void areTheSameForIdsAndFirstAndProjections() {
        Find<House, ObjectId> sorted = db.houses.find().sort(house.rooms.desc());

        assertThat(list(sorted.limit(PAGE).ids())).isEqualTo(expected(true).subList(0, PAGE));
        assertThat(get(sorted.first()).id()).isEqualTo(expected(true).get(0));
        assertThat(list(sorted.limit(PAGE).as(ProjectionIT.Plate.class).all().map(ProjectionIT.Plate::id)))
                .isEqualTo(expected(true).subList(0, PAGE));
        assertThat(get(sorted.as(ProjectionIT.Plate.class).first()).id())
                .isEqualTo(expected(true).get(0));
    }

    @Test
    void areSaidInThePlan() {
        assertThat(db.houses.find().sort(house.rooms.desc()).limit(5).plan()).hasToString("""
                        House by AUTO
                        1. root "houses": all; sorted by rooms descending, then by id; the first 5
                           {"find": "houses", "filter": {}, "sort": {"rooms": -1, "_id": -1}, "limit": 5}""");
        assertThat(sort(db.houses.find().sort(house.rooms.asc()))).isEqualTo("{rooms: 1}");
        assertThat(sort(db.houses
                        .find()
                        .sort(house.rooms.asc(), house.id.desc())
                        .limit(5)))
                .isEqualTo("{rooms: 1, _id: -1}");
        assertThat(sort(db.houses.find().sort(house.door().id.asc()).skip(5))).isEqualTo("{door: 1, _id: 1}");
        assertThat(db.houses.find().limit(5).plan().steps().get(0).command()).doesNotContainKey("sort");
    }

    private static String sort(Find<House, ObjectId> find) {
        BsonDocument command = find.plan().steps().get(0).command();
        return command.getDocument("sort").toJson().replace("\"", "");
    }

    /** As the driver's. */
    @Test
    void areAllTakenByALimitOfZero() {
        assertThat(list(db.houses.find().sort(house.rooms.asc()).limit(0).ids()))
                .hasSize(SIZE);
        assertThat(get(db.houses.find().limit(0).count())).isEqualTo(SIZE);
    }

    @Test
    void areReadOffADeclaredIndex() {
        get(db.houses.createIndexes().thenReturn(true));

        assertThat(list(db.houses.find().sort(house.name.asc()).limit(20).plan().check()))
                .isEmpty();
    }
}
