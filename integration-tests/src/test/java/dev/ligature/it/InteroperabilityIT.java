// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QBeanieDoor.beanieDoor;
import static dev.ligature.it.model.QBeanieHouse.beanieHouse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.BeanieDoor;
import dev.ligature.it.model.BeanieDoorRepository;
import dev.ligature.it.model.BeanieHouse;
import dev.ligature.it.model.BeanieHouseRepository;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** A database written by Beanie opens, is fetched, changed and saved without loss, and stays as Beanie writes it. */
class InteroperabilityIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final String FRONT = "{$oid: '665000000000000000000001'}";
    private static final String BACK = "{$oid: '665000000000000000000002'}";
    private static final String GONE = "{$oid: '665000000000000000000009'}";

    /** As Beanie stores it: {@code $ref} before {@code $id}, no {@code $db}, nulls, the class id after the id. */
    private static final String HOUSE =
            "{_id: {$oid: '665000000000000000000010'}, _class_id: 'Building.House', name: 'Oak',"
                    + " door: {$ref: 'Door', $id: " + FRONT + "}, backDoors: [{$ref: 'Door', $id: " + BACK
                    + "}, {$ref: 'Door', $id: "
                    + GONE + "}, {$ref: 'Door', $id: " + BACK + "}], cellar: null, hatches: null}";

    private final BeanieHouseRepository houses = new BeanieHouseRepository(DATABASE.database());
    private final BeanieDoorRepository doors = new BeanieDoorRepository(DATABASE.database());

    @BeforeEach
    void aDatabaseOfBeanie() {
        store("Door", "{_id: " + FRONT + ", height: 2, width: 1}");
        store("Door", "{_id: " + BACK + ", height: 3, width: 1}");
        store("House", HOUSE);
    }

    private static void store(String collection, String json) {
        get(Mono.from(DATABASE.database()
                .getCollection(collection, BsonDocument.class)
                .insertOne(BsonDocument.parse(json))));
    }

    private static BsonDocument stored() {
        return get(Mono.from(
                DATABASE.database().getCollection("House", BsonDocument.class).find()));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void opensAndIsSavedWithoutLoss(FetchStrategy strategy) {
        BeanieHouse fetched = get(houses.find().fetchLinks(2).using(strategy).first());

        assertThat(fetched.door().get().height()).isEqualTo(2);
        assertThat(fetched.backDoors()).extracting(Ref::isMissing).containsExactly(false, true, false);
        assertThat(fetched.cellar()).isEmpty();
        assertThat(fetched.hatches()).isEmpty();
        BeanieDoor back = fetched.backDoors().get(0).get();
        assertThat(BackRef.fetched(back.houses())).containsExactly(fetched);

        get(houses.save(
                new BeanieHouse(
                        fetched.id(), "Elm", fetched.door(), fetched.backDoors(), fetched.cellar(), fetched.hatches()),
                WriteRule.WRITE));

        BsonDocument expected = BsonDocument.parse(HOUSE);
        expected.put("name", new BsonString("Elm"));
        assertThat(stored()).isEqualTo(expected);
        assertThat(stored().keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(stored().getDocument("door").keySet()).containsExactly("$ref", "$id");
    }

    @Test
    void isQueriedThroughItsLinks() {
        assertThat(get(houses.find(beanieHouse.door().height.eq(2)).count())).isEqualTo(1);
        assertThat(get(houses.find(beanieHouse.backDoors().any(door -> door.height.eq(3)))
                        .count()))
                .isEqualTo(1);
        assertThat(get(houses.find(beanieHouse.cellar().isNull()).count())).isEqualTo(1);
        assertThat(get(houses.find(beanieHouse.hatches().isEmpty()).count())).isEqualTo(1);
        assertThat(list(doors.find(beanieDoor.houses().name.eq("Oak")).ids())).hasSize(1);
    }
}
