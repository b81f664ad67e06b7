// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.vehicles.QMachine.machine;
import static dev.ligature.it.vehicles.QVehicle.vehicle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Projections of a sealed document, of one of its types, and through links to them. */
class HierarchyProjectionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    @Projection(Vehicle.class)
    record VehicleCard(
            String id, String plate, @Path("keeper.name") String keeper) {}

    @Projection(Vehicle.Car.class)
    record CarCard(
            String id, int seats, @Path("garage.city") Optional<String> city) {}

    @Projection(Vehicle.Trip.class)
    record TripCard(
            String id,
            @Path("vehicle.plate") String plate,
            @Path("car.seats") Optional<Integer> seats,
            @Path("followers.plate") List<String> followers) {}

    @Projection(Vehicle.Garage.class)
    record GarageCard(String id, @Path("cars.seats") List<Integer> seats) {}

    @Projection(Machine.class)
    record MachineCard(
            String id, String plate, @Path("owner.name") String owner) {}

    @Projection(Machine.Crane.class)
    record CraneCard(
            String id, int seats, @Path("hall.city") Optional<String> city) {}

    @Projection(Machine.Job.class)
    record JobCard(
            String id,
            @Path("machine.plate") String plate,
            @Path("crane.seats") Optional<Integer> seats) {}

    private <V, M extends V, C extends M, K, G, J> void store(Family<V, M, C, K, G, J> family) {
        get(family.keepers().insert(family.keeper("ann")));
        get(family.garages().insert(family.garage("north", "Oslo")));
        get(family.vehicles().insert(family.car("c1", 4, Ref.to("ann"), Ref.to("north"))));
        get(family.vehicles().insert(family.truck("t1", Ref.to("ann"), List.of(Ref.to("north")))));
        get(family.vehicles().insert(family.bike("b1", Ref.to("ann"))));
        get(family.trips().insert(family.trip("j1", Ref.to("c1"), Ref.to("c1"), List.of(Ref.to("t1"), Ref.to("b1")))));
        get(family.trips().insert(family.trip("j2", Ref.to("b1"), Ref.to("t1"), List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void showsRecords(FetchStrategy strategy) {
        store(new Records(DATABASE.database()));

        assertThat(list(new VehicleRepository(DATABASE.database())
                        .find()
                        .sort(vehicle.plate.asc())
                        .using(strategy)
                        .as(VehicleCard.class)
                        .all()))
                .containsExactly(
                        new VehicleCard("b1", "plate b1", "keeper ann"),
                        new VehicleCard("c1", "plate c1", "keeper ann"),
                        new VehicleCard("t1", "plate t1", "keeper ann"));
        assertThat(list(new Vehicle_CarRepository(DATABASE.database())
                        .find()
                        .using(strategy)
                        .as(CarCard.class)
                        .all()))
                .containsExactly(new CarCard("c1", 4, Optional.of("Oslo")));
        assertThat(list(new Vehicle_TripRepository(DATABASE.database())
                        .find()
                        .using(strategy)
                        .as(TripCard.class)
                        .all()))
                .containsExactlyInAnyOrder(
                        new TripCard("j1", "plate c1", Optional.of(4), List.of("plate t1")),
                        new TripCard("j2", "plate b1", Optional.empty(), List.of()));
        assertThat(list(new Vehicle_GarageRepository(DATABASE.database())
                        .find()
                        .using(strategy)
                        .as(GarageCard.class)
                        .all()))
                .containsExactly(new GarageCard("north", List.of(4)));
    }

    @ParameterizedTest
    @EnumSource
    void showsObjectsOfClasses(FetchStrategy strategy) {
        store(new Classes(DATABASE.database()));

        assertThat(list(new MachineRepository(DATABASE.database())
                        .find(machine.isPowered())
                        .sort(machine.plate.asc())
                        .using(strategy)
                        .as(MachineCard.class)
                        .all()))
                .containsExactly(
                        new MachineCard("c1", "plate c1", "keeper ann"),
                        new MachineCard("t1", "plate t1", "keeper ann"));
        assertThat(list(new Machine_CraneRepository(DATABASE.database())
                        .find()
                        .using(strategy)
                        .as(CraneCard.class)
                        .all()))
                .containsExactly(new CraneCard("c1", 4, Optional.of("Oslo")));
        assertThat(list(new Machine_JobRepository(DATABASE.database())
                        .find()
                        .using(strategy)
                        .as(JobCard.class)
                        .all()))
                .containsExactlyInAnyOrder(
                        new JobCard("j1", "plate c1", Optional.of(4)), new JobCard("j2", "plate b1", Optional.empty()));
    }
}
