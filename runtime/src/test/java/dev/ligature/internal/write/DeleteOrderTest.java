// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.write.DeleteGraph.Entry;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was found from a document goes before it; else what links goes before that to which it links. Few commands. */
class DeleteOrderTest {
    private static final class House {}

    private static final class Person {}

    private static final class Street {}

    private static final class Node {}

    private static final DocumentType<House> HOUSE = type(House.class, "houses")
            .link("owners", "o", LinkShape.LIST, LinkStorage.ID, () -> DeleteOrderTest.PERSON)
            .link("street", "street", LinkShape.ONE, LinkStorage.ID, () -> DeleteOrderTest.STREET)
            .build();

    private static final DocumentType<Person> PERSON = type(Person.class, "persons")
            .link("home", "home", LinkShape.OPTIONAL, LinkStorage.DBREF, () -> HOUSE)
            .build();

    private static final DocumentType<Street> STREET = type(Street.class, "streets")
            .link("landmark", "landmark", LinkShape.ONE, LinkStorage.ID, () -> HOUSE)
            .build();

    private static final DocumentType<Node> NODE = type(Node.class, "nodes")
            .link("next", "next", LinkShape.LIST, LinkStorage.ID, () -> DeleteOrderTest.NODE)
            .build();

    private static <T> DocumentType.Builder<T> type(Class<T> documentClass, String collection) {
        return DocumentType.builder(documentClass, collection)
                .id("id", Long.class, ValueCodecs.LONG, document -> null)
                .codec(registry -> {
                    throw new UnsupportedOperationException("an order needs no codec");
                });
    }

    private final DeleteGraph graph = new DeleteGraph();

    private void doom(DocumentType<?> type, String json) {
        graph.doom(graph.add(type, BsonDocument.parse(json)));
    }

    private static List<DeleteBatch> batches(DeleteOrder order) {
        return order.steps().stream().flatMap(List::stream).toList();
    }

    private static List<String> collections(DeleteOrder order) {
        return batches(order).stream().map(batch -> batch.type().collection()).toList();
    }

    private static List<List<String>> collectionsByStep(DeleteOrder order) {
        return order.steps().stream()
                .map(step ->
                        step.stream().map(batch -> batch.type().collection()).toList())
                .toList();
    }

    @Test
    void putsReferrersBeforeTargetsHoweverTheyWereFound() {
        doom(STREET, "{_id: 1, landmark: 9}");
        doom(PERSON, "{_id: 2}");
        doom(HOUSE, "{_id: 3, o: [2, 2, 5], street: 1}");

        DeleteOrder order = DeleteOrder.of(graph);

        assertThat(collections(order)).containsExactly("houses", "streets", "persons");
        assertThat(order.cuts()).isEmpty();
    }

    @Test
    void cutsACircleWhereALinkIsOptionalAndKeepsTheNamedForLast() {
        doom(HOUSE, "{_id: 3, o: [2, 5, 2]}");
        doom(HOUSE, "{_id: 4, o: [5]}");
        doom(PERSON, "{_id: 2, home: {$ref: 'houses', $id: 3}}");

        DeleteOrder order = DeleteOrder.of(graph);

        assertThat(collections(order)).containsExactly("persons", "houses");
        assertThat(order.cuts()).singleElement().satisfies(cut -> {
            assertThat(cut.link()).isSameAs(HOUSE.link("owners"));
            assertThat(cut.documents()).isEqualTo(1);
            assertThat(cut.parts())
                    .containsExactly(new Unlink.Part(
                            List.of(new BsonInt32(2)), List.of(new BsonInt32(2)), List.of(new BsonInt32(3))));
        });
    }

    @Test
    void acceptsACircleOfRequiredLinks() {
        doom(HOUSE, "{_id: 1, street: 2}");
        doom(STREET, "{_id: 2, landmark: 1}");

        DeleteOrder order = DeleteOrder.of(graph);

        assertThat(collections(order)).containsExactly("streets", "houses");
        assertThat(order.cuts()).isEmpty();
    }

    @Test
    void ordersWithinACollectionThatNeedsSeveralCommands() {
        int size = 1_000;
        String tail = "-".repeat(3_000);
        for (int i = 0; i < size; i++) { // found from its end: each links to the one before, and the first to itself
            doom(NODE, "{_id: '" + i + tail + "', next: ['" + Math.max(0, i - 1) + tail + "', 'nowhere']}");
        }

        DeleteOrder order = DeleteOrder.of(graph);

        List<BsonValue> expected = new ArrayList<>();
        for (int i = size - 1; i >= 0; i--) {
            expected.add(new BsonString(i + tail));
        }
        assertThat(batches(order).get(0).generations())
                .singleElement(InstanceOfAssertFactories.ITERABLE)
                .containsExactlyElementsOf(expected);
        assertThat(batches(order).get(0).commands()).hasSize(2);
    }

    private Entry found(DocumentType<?> type, String json, @Nullable Entry from) {
        Entry entry = graph.add(type, BsonDocument.parse(json));
        if (from == null) {
            graph.doomRoot(entry);
        } else {
            graph.doom(entry);
        }
        entry.follow(from);
        return entry;
    }

    @Test
    void putsTargetsBeforeReferrersWhereItFollowsTheirLinks() {
        Entry house = found(HOUSE, "{_id: 3, o: [2], street: 1}", null);
        found(STREET, "{_id: 1, landmark: 3}", house);
        found(PERSON, "{_id: 2, home: 3}", house);

        DeleteOrder order = DeleteOrder.of(graph);

        assertThat(collections(order)).containsExactly("streets", "persons", "houses");
        assertThat(order.cuts()).isEmpty();
    }

    @Test
    void takesTogetherWhatNeedsNoOrder() {
        Entry house = found(HOUSE, "{_id: 3, o: [2], street: 1}", null);
        found(STREET, "{_id: 1}", house);
        found(PERSON, "{_id: 2}", house);

        assertThat(collectionsByStep(DeleteOrder.of(graph)))
                .containsExactly(List.of("streets", "persons"), List.of("houses"));
    }

    @Test
    void takesOneAfterTheOtherWhatLinksWithoutBeingFollowed() {
        doom(STREET, "{_id: 1, landmark: 9}");
        doom(PERSON, "{_id: 2}");
        doom(HOUSE, "{_id: 3, o: [2], street: 1}");

        assertThat(collectionsByStep(DeleteOrder.of(graph)))
                .containsExactly(List.of("houses"), List.of("streets", "persons"));
    }

    @Test
    void takesTurnsWhereCollectionsWereFoundFromEachOther() {
        Entry first = found(HOUSE, "{_id: 1, o: [11, 12]}", null);
        found(PERSON, "{_id: 11}", first);
        Entry second = found(HOUSE, "{_id: 2, o: [13]}", found(PERSON, "{_id: 12, home: 2}", first));
        found(PERSON, "{_id: 13}", second);

        DeleteOrder order = DeleteOrder.of(graph);

        assertThat(batches(order))
                .extracting(batch -> batch.type().collection() + " " + batch.generations())
                .containsExactly(
                        "persons [[BsonInt32{value=13}]]",
                        "houses [[BsonInt32{value=2}]]",
                        "persons [[BsonInt32{value=11}, BsonInt32{value=12}]]",
                        "houses [[BsonInt32{value=1}]]");
    }

    @Test
    void ordersTheStatementsOfACollectionThatLinksToItself() {
        Entry first = found(NODE, "{_id: 1, next: [2, 3]}", null);
        Entry second = found(NODE, "{_id: 2, next: [4]}", first);
        found(NODE, "{_id: 3}", first);
        found(NODE, "{_id: 4, next: [1]}", second);

        DeleteOrder order = DeleteOrder.of(graph);

        assertThat(batches(order)).singleElement().satisfies(batch -> assertThat(batch.commands())
                .containsExactly(List.of(
                        BsonDocument.parse("{_id: {$in: [4]}}"),
                        BsonDocument.parse("{_id: {$in: [2, 3]}}"),
                        BsonDocument.parse("{_id: {$in: [1]}}"))));
    }
}
