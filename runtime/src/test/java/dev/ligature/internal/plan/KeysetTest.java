// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import static dev.ligature.internal.plan.Types.HOUSE;
import static dev.ligature.internal.plan.Types.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.LigatureException;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.path.Sort;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** What pages are ordered by. */
class KeysetTest {
    private static Keyset keyset(Sort<?>... sort) {
        return Keyset.of(
                HOUSE, Arrays.stream(sort).map(PathAccess.DOOR.get()::order).toList());
    }

    private static Order order(String field, boolean descending) {
        return new Order(List.of(), field, false, descending);
    }

    @Test
    void endsWithTheIdInTheDirectionOfTheLastKey() {
        assertThat(keyset()).hasToString("_id ascending");
        assertThat(keyset(house.name.asc())).hasToString("name ascending, _id ascending");
        assertThat(keyset(house.name.desc())).hasToString("name descending, _id descending");
        assertThat(keyset(house.door().id.desc(), house.name.asc()))
                .hasToString("door descending, name ascending, _id ascending");
    }

    @Test
    void dropsWhatOrdersNothing() {
        Keyset keyset = Keyset.of(
                HOUSE, List.of(order("name", false), order("name", true), order("_id", true), order("tags", false)));

        assertThat(keyset).hasToString("name ascending, _id descending");
        assertThat(keyset.orders()).containsExactly(order("name", false), order("_id", true));
    }

    @Test
    void refusesWhatIsNotOneValueOfTheDocument() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keyset(house.door().height.asc()))
                .withMessageContaining("House cannot be paged by door.height ascending: the value is not stored in ");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyset(house.door().house().name.asc()))
                .withMessageContaining("the value is not stored in ");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyset(house.doors().id.asc()))
                .withMessageContaining("a list has no single value");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyset(house.tags.desc()))
                .withMessageContaining("House cannot be paged by tags descending: a list has no single value");
    }

    @Test
    void readsValuesAsTheyAreStored() {
        Keyset keyset = Keyset.of(HOUSE, List.of(order("a.b", false), order("c", false), order("d.$id", true)));

        assertThat(keyset.values(BsonDocument.parse("{_id: 1, a: {b: 'x'}, c: null, d: {$ref: 'y', $id: 3}}")))
                .containsExactly(new BsonString("x"), BsonNull.VALUE, new BsonInt32(3), new BsonInt32(1));
        assertThat(keyset.values(BsonDocument.parse("{_id: 1, a: 2, d: 4}")))
                .containsExactly(BsonNull.VALUE, BsonNull.VALUE, BsonNull.VALUE, new BsonInt32(1));
    }

    @Test
    void refusesStoredListsAndValuesThatOrderNothing() {
        Keyset keyset = Keyset.of(HOUSE, List.of(order("a.b", false)));

        for (String stored : List.of("{_id: 1, a: [{b: 2}]}", "{_id: 1, a: {b: [2]}}", "{_id: 1, a: {b: /x/}}")) {
            assertThatThrownBy(() -> keyset.values(BsonDocument.parse(stored)))
                    .isInstanceOf(LigatureException.class)
                    .hasMessageContaining(
                            "in \"houses\" cannot be the end of a page: field \"a.b\" holds a value of type ");
        }
    }
}
