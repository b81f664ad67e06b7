// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import dev.ligature.it.vehicles.Vehicle.Car;
import dev.ligature.it.vehicles.Vehicle.Garage;
import dev.ligature.it.vehicles.Vehicle.Keeper;
import dev.ligature.it.vehicles.Vehicle.Motorized;
import dev.ligature.it.vehicles.Vehicle.Trip;
import dev.ligature.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading records of several types in one collection. */
class RecordHierarchyReadsIT extends HierarchyReads<Vehicle, Motorized, Car, Keeper, Garage, Trip> {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    RecordHierarchyReadsIT() {
        super(new Records(DATABASE.database()), DATABASE);
    }
}
