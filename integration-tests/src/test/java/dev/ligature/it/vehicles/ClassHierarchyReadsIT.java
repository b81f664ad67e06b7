// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import dev.ligature.it.vehicles.Machine.Crane;
import dev.ligature.it.vehicles.Machine.Hall;
import dev.ligature.it.vehicles.Machine.Job;
import dev.ligature.it.vehicles.Machine.Owner;
import dev.ligature.it.vehicles.Machine.Powered;
import dev.ligature.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading classes of several types in one collection. */
class ClassHierarchyReadsIT extends HierarchyReads<Machine, Powered, Crane, Owner, Hall, Job> {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    ClassHierarchyReadsIT() {
        super(new Classes(DATABASE.database()), DATABASE);
    }
}
