// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured on shuffled documents is the same work: nothing is left out where fields come in another order. */
class FieldOrderTest {
    @ParameterizedTest
    @CsvSource({
        "Ligature, 10 fields",
        "Ligature, 50 fields",
        "Ligature, nested",
        "Ligature, list-heavy",
        "hand-written, 10 fields",
        "hand-written, 50 fields",
        "hand-written, nested",
        "hand-written, list-heavy",
        "driver record, 10 fields",
        "driver record, 50 fields"
    })
    void contendersReadTheSameInAnyOrder(String contender, String workload) {
        Workload<?> documents = Workload.named(workload);
        Contender<?> reader = Contender.named(contender, documents);
        Object expected = reader.decode(documents.stored());

        assertThat(StoredOrders.named("in 256 orders", documents.stored()))
                .allSatisfy(stored -> assertThat((Object) reader.decode(stored)).isEqualTo(expected));
        assertThat(StoredOrders.named("sorted by name", documents.stored()))
                .allSatisfy(stored -> assertThat((Object) reader.decode(stored)).isEqualTo(expected));
    }
}
