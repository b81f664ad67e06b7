// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.list;
import static dev.ligature.it.orders.QOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.Shop;
import dev.ligature.path.Condition;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that hold something else where values with links are declared do not keep others from being found. */
class EmbeddedDamageIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CONDITIONS = "dev.ligature.it.EmbeddedLinkConditionIT#conditions";

    private static final List<String> DAMAGED = List.of(
            "{lines: 'none'}",
            "{lines: {item: 1}}",
            "{lines: [{item: [1], alternatives: 'none'}]}",
            "{customer: [1]}",
            "{extras: [1]}",
            "{extras: 'none'}",
            "{extras: {gift: 'none', wrap: [1]}}",
            "{extras: {gift: {item: {a: 1}, alternatives: {a: 1}}}}",
            "{boxes: 'none'}",
            "{boxes: [{lines: 'none'}]}");

    private final Shop shop = new Shop(DATABASE.database());

    @BeforeEach
    void orders() {
        EmbeddedLinkConditionIT.store(shop);
        DAMAGED.forEach(each -> shop.store("orders", each));
    }

    @ParameterizedTest
    @MethodSource(CONDITIONS)
    void findsTheOthers(Condition<Order> condition, List<String> numbers) {
        List<ObjectId> ids = list(shop.orders.find(order.number.in(numbers)).ids());

        for (int bound : new int[] {0, 1000}) {
            assertThat(list(shop.orders.find(condition).semiJoinBound(bound).ids()))
                    .containsAll(ids);
        }
    }

    @ParameterizedTest
    @MethodSource(CONDITIONS)
    @DisabledOnEmbedded("fails at an element of another type, whatever the condition is")
    void findsTheOthersWhereElementsAreNoDocuments(Condition<Order> condition, List<String> numbers) {
        shop.store("orders", "{lines: ['none', [1], null]}");
        shop.store("orders", "{boxes: [1, {lines: ['none', [1]]}]}");

        findsTheOthers(condition, numbers);
    }
}
