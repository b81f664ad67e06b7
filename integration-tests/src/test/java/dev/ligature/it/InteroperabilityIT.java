// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QBeanieDoor.beanieDoor;
import static dev.ligature.it.model.QBeanieHouse.beanieHouse;
import static dev.ligature.it.model.QBeanieRider.beanieRider;
import static dev.ligature.it.model.QBeanieVehicle.beanieVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.BeanieDoor;
import dev.ligature.it.model.BeanieDoorRepository;
import dev.ligature.it.model.BeanieHouse;
import dev.ligature.it.model.BeanieHouseRepository;
import dev.ligature.it.model.BeanieRider;
import dev.ligature.it.model.BeanieRiderRepository;
import dev.ligature.it.model.BeanieVehicle;
import dev.ligature.it.model.BeanieVehicleRepository;
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

    private static final String RIDER = "{$oid: '665000000000000000000020'}";

    /** As Beanie stores it: {@code $ref} before {@code $id}, no {@code $db}, nulls, the class id after the id. */
    private static final String HOUSE =
            "{_id: {$oid: '665000000000000000000010'}, _class_id: 'Building.House', name: 'Oak',"
                    + " door: {$ref: 'Door', $id: " + FRONT + "}, backDoors: [{$ref: 'Door', $id: " + BACK
                    + "}, {$ref: 'Door', $id: "
                    + GONE + "}, {$ref: 'Door', $id: " + BACK + "}], cellar: null, hatches: null}";

    private final BeanieHouseRepository houses = new BeanieHouseRepository(DATABASE.database());
    private final BeanieDoorRepository doors = new BeanieDoorRepository(DATABASE.database());
    private final BeanieVehicleRepository vehicles = new BeanieVehicleRepository(DATABASE.database());
    private final BeanieRiderRepository riders = new BeanieRiderRepository(DATABASE.database());

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

    /** Beanie writes the chain of class names. */
    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void opensAndSavesAHierarchy(FetchStrategy strategy) {
        String rider = "{_id: " + RIDER + ", _class_id: 'Rider', name: 'Ann', vehicles: ["
                + "{$ref: 'Vehicle', $id: " + FRONT + "}, {$ref: 'Vehicle', $id: " + BACK + "}, {$ref: 'Vehicle', $id: "
                + GONE
                + "}], bus: {$ref: 'Vehicle', $id: " + BACK + "}}";
        String bus = "{_id: " + BACK + ", _class_id: 'Vehicle.Car.Bus', color: 'red', fuel: 'diesel', seats: 40}";
        store("Vehicle", "{_id: " + FRONT + ", _class_id: 'Vehicle.Bicycle', color: 'blue', frame: 54}");
        store("Vehicle", bus);
        store("Vehicle", "{_id: {$oid: '665000000000000000000003'}, _class_id: 'Vehicle.Car', color: 'red'}");
        store("Rider", rider);

        BeanieRider fetched = get(riders.find().fetchLinks(1).using(strategy).one());

        assertThat(fetched.vehicles().get(0).get()).isInstanceOf(BeanieVehicle.Bicycle.class);
        assertThat(fetched.vehicles().get(1).get())
                .isSameAs(fetched.bus().orElseThrow().get());
        assertThat(fetched.vehicles().get(2).isMissing()).isTrue();
        assertThat(list(vehicles.find(beanieVehicle.color.eq("red")).all()))
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactlyInAnyOrder("Bus", "Car");
        assertThat(get(vehicles.find(beanieVehicle.asBus().seats.gt(30)).count()))
                .isEqualTo(1);
        assertThat(get(riders.find(beanieRider.vehicles().asBicycle().frame.eq(54))
                        .count()))
                .isEqualTo(1);
        assertThat(get(riders.save(fetched, WriteRule.WRITE))).isEqualTo(fetched);

        assertThat(stored("Rider", RIDER)).isEqualTo(BsonDocument.parse(rider));
        assertThat(stored("Vehicle", BACK)).isEqualTo(BsonDocument.parse(bus));
        assertThat(stored("Vehicle", BACK).keySet()).startsWith("_id", "_class_id");
    }

    private static BsonDocument stored(String collection, String id) {
        return get(Mono.from(DATABASE.database()
                .getCollection(collection, BsonDocument.class)
                .find(BsonDocument.parse("{_id: " + id + "}"))));
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
