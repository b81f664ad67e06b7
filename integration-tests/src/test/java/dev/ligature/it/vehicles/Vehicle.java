// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.annotation.Version;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

/** Records of a sealed interface, whose discriminators are the driver's defaults. */
@Document(collection = "vehicles")
public sealed interface Vehicle {
    String id();

    @Version
    long version();

    @Indexed(unique = true)
    String plate();

    @Link
    Ref<Keeper> keeper();

    @BackLink(originalField = "vehicle", onDelete = OnDelete.RESTRICT)
    List<BackRef<Trip>> trips();

    /** The vehicles with an engine. */
    sealed interface Motorized extends Vehicle {
        int power();
    }

    record Car(
            String id,
            long version,
            String plate,
            Ref<Keeper> keeper,
            List<BackRef<Trip>> trips,
            int power,
            int seats,
            @Link Optional<Ref<Garage>> garage,

            @BackLink(originalField = "car", onDelete = OnDelete.UNLINK)
            List<BackRef<Trip>> carTrips)
            implements Motorized {}

    record Truck(
            String id,
            long version,
            String plate,
            Ref<Keeper> keeper,
            List<BackRef<Trip>> trips,
            int power,
            List<String> tags,
            @Link List<Ref<Garage>> depots)
            implements Motorized {}

    record Bike(String id, long version, String plate, Ref<Keeper> keeper, List<BackRef<Trip>> trips)
            implements Vehicle {}

    @Document
    record Keeper(
            String id,
            String name,

            @BackLink(originalField = "keeper", onDelete = OnDelete.CASCADE)
            List<BackRef<Vehicle>> vehicles) {}

    @Document
    record Garage(
            String id,
            String city,

            @BackLink(originalField = "garage", onDelete = OnDelete.UNLINK)
            List<BackRef<Car>> cars) {}

    @Document
    record Trip(
            String id,
            @Link Ref<Vehicle> vehicle,
            @Link Optional<Ref<Car>> car,
            @Link List<Ref<Motorized>> followers) {}
}
