// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingIndex;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a plan says of the indexes that the server has. */
class PlanCheckIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void oneHouse() {
        get(db.houses.insert(House.of("Oak", Ref.of(get(db.doors.insert(Door.of(2, 1)))))));
    }

    private static List<String> missing(Find<House, ObjectId> find) {
        return list(find.plan().check().map(each -> each.part() + " " + each.collection() + " " + each.fields()));
    }

    @Test
    void namesEachConditionAndSortWithoutIndex() {
        assertThat(missing(db.houses
                        .find(house.rooms.gt(2).and(house.door().height.eq(2)))
                        .sort(house.name.asc())
                        .limit(20)))
                .containsExactly(
                        "CONDITION doors [height]", "CONDITION houses [door, rooms]", "SORT houses [name, _id]");
    }

    @Test
    void isSatisfiedByTheIndexesThatAreDeclared() {
        get(db.houses.createIndexes().thenReturn(true));

        assertThat(missing(db.houses.find(house.name.startsWith("O")).sort(house.name.asc())))
                .isEmpty();
        assertThat(list(db.persons.find(person.houses().name.eq("Oak")).plan().check()))
                .isEmpty();
    }

    @Test
    void namesAJoinWithoutIndexAndWhatToDo() {
        Find<?, ?> find = db.persons.find().fetch(person.houses()).using(FetchStrategy.LOOKUP);

        assertThat(list(find.plan().check())).singleElement().satisfies(missing -> {
            assertThat(missing.part()).isEqualTo(MissingIndex.Part.JOIN);
            assertThat(missing)
                    .hasToString(
                            "join in \"houses\" on [owners]: no index starts with it, so all documents are read"
                                    + " for each one that is joined. createIndexes() makes it for links that a back link mirrors.");
        });

        get(db.persons.createIndexes().thenReturn(true));

        assertThat(list(find.plan().check())).isEmpty();
    }

    @Test
    void asksForIndexesAndRunsNothing() {
        DATABASE.recorder().clear();

        list(db.houses
                .find(house.door().height.eq(2))
                .limit(5)
                .fetch(house.windows())
                .plan()
                .check());

        assertThat(DATABASE.recorder().names()).containsExactly("listIndexes", "listIndexes", "listIndexes");
    }
}
