// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.OperationException;
import dev.ligature.it.FailingDatabase.Cut;
import dev.ligature.query.DeleteRule;
import dev.ligature.testing.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deletes that break off at each of their commands, before it, half-way through it and after it: the same call, made again, ends where it
 * would have ended, and what dangles in between is only what the rule says.
 */
class InterruptedDeleteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Stock stock = new Stock(DATABASE.database());

    private void fill(DeleteShape shape) {
        stock.clear();
        shape.fill(stock);
    }

    /** What an uninterrupted delete leaves. */
    private record End(int writes, Map<String, String> contents, Set<String> dangling, Set<String> documents) {}

    private End end(DeleteShape shape) {
        fill(shape);
        AtomicInteger writes = new AtomicInteger();
        get(shape.delete(new Stock(FailingDatabase.atWrite(DATABASE.database(), writes, 0, Cut.BEFORE))));
        return new End(writes.get(), stock.contents(), stock.dangling(), stock.documents());
    }

    private Stock failing(int write, Cut cut) {
        return new Stock(FailingDatabase.atWrite(DATABASE.database(), new AtomicInteger(), write, cut));
    }

    @ParameterizedTest
    @EnumSource(DeleteShape.class)
    void isCompletedByTheSameCall(DeleteShape shape) {
        End end = end(shape);
        assertThat(end.writes).isPositive();

        for (Cut cut : Cut.values()) {
            for (int write = 1; write <= end.writes; write++) {
                String point = cut + " command " + write + " of " + end.writes;
                fill(shape);
                Set<String> before = stock.dangling();
                Stock failing = failing(write, cut);

                assertThatThrownBy(() -> get(shape.delete(failing))).as(point).isInstanceOf(OperationException.class);
                assertDanglesOnlyWhatMay(shape, cut, end, before, point);

                get(shape.delete(stock));
                assertThat(stock.contents()).as(point).isEqualTo(end.contents);
            }
        }
    }

    /**
     * Links that the delete follows dangle where they are held by a document that it deletes too. No others do, but where
     * the server stops within a command.
     */
    private void assertDanglesOnlyWhatMay(DeleteShape shape, Cut cut, End end, Set<String> before, String point) {
        Set<String> dangling = stock.dangling();
        dangling.removeAll(before);
        dangling.removeAll(end.dangling);
        if (shape.followsLinks() || cut == Cut.WITHIN) {
            assertThat(dangling).as(point).noneMatch(link -> end.documents.stream()
                    .anyMatch(link::startsWith));
        } else {
            assertThat(dangling).as(point).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void isCompletedAfterSeveralInterruptions(int first) {
        DeleteShape shape = DeleteShape.LINKS_OF_A_HOUSE;
        End end = end(shape);
        fill(shape);

        for (int write = first; write > 0; write--) {
            get(shape.delete(failing(write, Cut.WITHIN)).onErrorReturn(OperationException.class, 0L));
        }
        get(shape.delete(stock));

        assertThat(stock.contents()).isEqualTo(end.contents);
    }

    @Test
    void namesTheDocumentsThatAConditionMayNotFindAgain() {
        fill(DeleteShape.LINKS_OF_A_HOUSE);
        Stock failing = failing(5, Cut.BEFORE);

        assertThatThrownBy(() -> get(failing.houses
                        .houses
                        .find(house.owners()
                                .id
                                .eq(new ObjectId("1".repeat(24)))
                                .and(house.door().height.eq(2)))
                        .delete(DeleteRule.DELETE_LINKS)))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Done before that: delete ")
                .hasMessageContaining("delete 1 Door")
                .hasMessageContaining(
                        "House " + Stock.OAK + " goes last and may still be there: delete it again, by its id");

        get(stock.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_LINKS));
        assertThat(stock.contents()).isEqualTo(end(DeleteShape.LINKS_OF_A_HOUSE).contents);
    }
}
