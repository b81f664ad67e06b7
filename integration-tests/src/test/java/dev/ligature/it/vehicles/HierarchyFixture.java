// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.Houses.get;

import com.mongodb.client.model.Filters;
import dev.ligature.link.Ref;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** What the tests of both families start from: a car in a garage, another one, a truck and a bike, and two trips. */
abstract class HierarchyFixture<V, M extends V, C extends M, K, G, J> {
    final Family<V, M, C, K, G, J> family;
    final TestDatabase database;

    HierarchyFixture(Family<V, M, C, K, G, J> family, TestDatabase database) {
        this.family = family;
        this.database = database;
    }

    @BeforeEach
    void fourVehiclesAndTwoTrips() {
        get(family.keepers().insert(family.keeper("ann")));
        get(family.keepers().insert(family.keeper("bob")));
        get(family.garages().insert(family.garage("north", "Oslo")));
        get(family.garages().insert(family.garage("south", "Rome")));
        Ref<K> ann = Ref.to("ann");
        get(family.vehicles()
                .insertAll(List.of(
                        family.car("c1", 4, ann, Ref.to("north")),
                        family.car("c2", 7, Ref.to("bob"), null),
                        family.truck("t1", ann, List.of(Ref.to("south"), Ref.to("gone"), Ref.to("north"))),
                        family.bike("b1", ann)))
                .then(Mono.just(true)));
        get(family.trips().insert(family.trip("j1", Ref.to("c1"), Ref.to("c1"), List.of(Ref.to("t1"), Ref.to("b1")))));
        get(family.trips().insert(family.trip("j2", Ref.to("b1"), Ref.to("t1"), List.of(Ref.to("c2")))));
        database.recorder().clear();
    }

    /** The stored form of a vehicle. */
    final BsonDocument stored(String id) {
        return get(Mono.from(database.database()
                .getCollection(family.collection(), BsonDocument.class)
                .find(Filters.eq("_id", id))));
    }

    final void storePast(String json) {
        get(Mono.from(database.database()
                .getCollection(family.collection(), BsonDocument.class)
                .insertOne(BsonDocument.parse(json))));
    }
}
