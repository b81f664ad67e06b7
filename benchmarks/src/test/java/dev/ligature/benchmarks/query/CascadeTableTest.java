// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured does what it says: a table verifies the work of a contender when it makes it ready. */
class CascadeTableTest {
    @ParameterizedTest
    @CsvSource({
        "SAVE_MANY, " + Names.LIGATURE,
        "SAVE_MANY, " + Names.HAND_WRITTEN,
        "REPLACE_MANY, " + Names.LIGATURE,
        "REPLACE_MANY, " + Names.HAND_WRITTEN
    })
    void leavesAsManyHousesAsThereWere(CascadeWorkload workload, String contender) {
        assertThatCode(() -> CascadeTable.prepare(workload.title(), contender)).doesNotThrowAnyException();
    }

    @Test
    void saysWhoMakesNoChanges() {
        assertThatThrownBy(() -> CascadeTable.prepare(CascadeWorkload.SAVE_MANY.title(), Names.SPRING_TOGETHER))
                .isInstanceOf(CannotException.class);
    }
}
