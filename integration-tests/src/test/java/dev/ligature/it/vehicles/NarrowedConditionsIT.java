// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.vehicles.QVehicle.vehicle;
import static dev.ligature.it.vehicles.QVehicle_Trip.trip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.vehicles.Vehicle.Car;
import dev.ligature.it.vehicles.Vehicle.Garage;
import dev.ligature.it.vehicles.Vehicle.Keeper;
import dev.ligature.it.vehicles.Vehicle.Motorized;
import dev.ligature.it.vehicles.Vehicle.Trip;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a condition on a narrowed path says, it holds for documents of the type only. */
class NarrowedConditionsIT extends HierarchyFixture<Vehicle, Motorized, Car, Keeper, Garage, Trip> {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    NarrowedConditionsIT() {
        super(new Records(DATABASE.database()), DATABASE);
    }

    private List<String> vehicles(Condition<Vehicle> condition) {
        return list(family.vehicles().find(condition).ids());
    }

    private List<String> trips(Condition<Trip> condition, int bound) {
        return list(family.trips().find(condition).semiJoinBound(bound).ids());
    }

    @Test
    void negatedConditionsOnALinkHoldForTheTypeOnly() {
        assertThat(vehicles(vehicle.asTruck().depots().none(each -> each.city.eq("Bonn"))))
                .containsExactly("t1");
        assertThat(vehicles(vehicle.asTruck().depots().none(each -> each.city.eq("Oslo"))))
                .isEmpty();
        assertThat(vehicles(vehicle.asTruck().depots().all(each -> each.city.in("Oslo", "Rome"))))
                .containsExactly("t1");
        assertThat(vehicles(vehicle.asTruck().depots().all(each -> each.city.eq("Rome"))))
                .isEmpty();
        assertThat(vehicles(vehicle.asTruck().depots().isEmpty())).isEmpty();
        assertThat(vehicles(vehicle.asCar().garage().isNull())).containsExactly("c2");
        assertThat(vehicles(vehicle.asCar().carTrips().isEmpty())).containsExactly("c2");
    }

    @Test
    void negatedConditionsOnAFieldHoldForTheTypeOnly() {
        assertThat(vehicles(vehicle.asCar().seats.ne(4))).containsExactly("c2");
        assertThat(vehicles(vehicle.asCar().seats.nin(4, 7))).isEmpty();
        assertThat(vehicles(vehicle.asTruck().tags.none(each -> each.eq("light"))))
                .containsExactly("t1");
        assertThat(vehicles(vehicle.asTruck().tags.all(each -> each.eq("heavy"))))
                .containsExactly("t1");
        assertThat(vehicles(vehicle.asTruck().tags.isEmpty())).isEmpty();
        assertThat(vehicles(vehicle.asTruck().where(new Document("seats", null))))
                .containsExactly("t1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100}) // past the bound, joins take over
    void negatedConditionsBehindALinkHoldWhereTheTypeIs(int bound) {
        get(family.trips().insert(family.trip("j3", Ref.to("t1"), null, List.of())));

        assertThat(trips(trip.vehicle().asTruck().depots().none(each -> each.city.eq("Bonn")), bound))
                .containsExactly("j3");
        assertThat(trips(trip.vehicle().asTruck().depots().none(each -> each.city.eq("Oslo")), bound))
                .isEmpty();
        assertThat(trips(trip.vehicle().asTruck().tags.none(each -> each.eq("light")), bound))
                .containsExactly("j3");
        assertThat(trips(trip.vehicle().asTruck().tags.all(each -> each.eq("light")), bound))
                .isEmpty();
        assertThat(trips(trip.vehicle().asCar().garage().isNull(), bound)).isEmpty();
        assertThat(trips(trip.vehicle().asCar().isNull(), bound)).containsExactlyInAnyOrder("j2", "j3");
    }

    @Test
    void pagesGoOnAfterDocumentsOfOtherTypes() {
        List<String> ids = new ArrayList<>();
        PageRequest request = PageRequest.first(1);
        for (Page<Vehicle> page = page(request); ; page = page(request)) {
            page.items().forEach(each -> ids.add(each.id()));
            if (page.next().isEmpty()) {
                break;
            }
            request = PageRequest.first(1).after(page.next().get());
        }

        assertThat(ids).containsExactly("t1", "b1", "c1", "c2");
    }

    private Page<Vehicle> page(PageRequest request) {
        return get(family.vehicles()
                .find()
                .sort(vehicle.asCar().seats.asc(), vehicle.plate.desc())
                .page(request));
    }
}
