// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.util.Collection;
import java.util.stream.Stream;

/** The operations that the harness knows. */
final class Operations {
    private Operations() {}

    static Stream<Operation> all() {
        return Stream.of(Reads.all(), Writes.all(), TransactionWrites.all()).flatMap(Collection::stream);
    }

    /** Those that a test runs which takes long with each. */
    static Stream<Operation> typical() {
        return all().filter(Operation::isTypical);
    }

    /** Those of them whose results are read one after the other. */
    static Stream<Operation> streams() {
        return Stream.concat(Streams.all(), typical().filter(each -> each.name().startsWith("stream in")));
    }
}
