// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.write.Town.Door;
import dev.ligature.internal.write.Town.House;
import dev.ligature.internal.write.WriteGraph.Entry;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What a write reaches from its roots, in which order, and what becomes of it when it is not written. */
class WriteGraphTest {
    private static WriteGraph graph(House... roots) {
        return WriteGraph.of(Town.codecs(), Town.HOUSE, List.of(roots), true);
    }

    private static List<Object> documents(WriteGraph graph) {
        return graph.targetsFirst().stream().map(Entry::document).toList();
    }

    private static Entry entry(WriteGraph graph, Object document) {
        return graph.targetsFirst().stream()
                .filter(each -> each.document() == document)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsTargetsBeforeWhatLinksToThem() {
        Door front = Door.of("front");
        House neighbour = new House();
        House house = House.of(Ref.of(front));
        house.neighbours = List.of(Ref.of(neighbour));

        assertThat(documents(graph(house))).containsExactly(front, neighbour, house);
    }

    @Test
    void holdsEachObjectOnceHoweverOftenItIsLinkedTo() {
        Door shared = Door.of("shared");
        House one = House.of(Ref.of(shared));
        House two = House.of(Ref.of(shared));
        two.neighbours = List.of(Ref.of(one), Ref.of(one), Ref.of(two));

        assertThat(documents(graph(one, two, one))).containsExactly(shared, one, two);
    }

    @Test
    void takesEqualRecordsForTwoDocuments() {
        House one = House.of(Ref.of(Door.of("front")));
        House two = House.of(Ref.of(Door.of("front")));

        assertThat(documents(graph(one, two))).hasSize(4);
    }

    @Test
    void endsOnACircle() {
        House house = new House();
        Door door = new Door(null, "front", Ref.of(house));
        house.door = Ref.of(door);

        assertThat(documents(graph(house))).containsExactly(door, house);
    }

    @Test
    void walksAChainOfAnyLength() {
        House last = new House();
        House first = last;
        for (int i = 0; i < 100_000; i++) {
            House before = new House();
            before.neighbours = List.of(Ref.of(first));
            first = before;
        }

        List<Object> documents = documents(graph(first));

        assertThat(documents).hasSize(100_001).startsWith(last).endsWith(first);
    }

    @Test
    void leavesOutWhatIsNotInMemory() {
        House house = House.of(Ref.to(new ObjectId()));
        house.neighbours = List.of(Ref.to(new ObjectId()));

        assertThat(documents(graph(house))).containsExactly(house);
    }

    @Test
    void takesTheRootsAloneWhereItDoesNotFollow() {
        House house = House.of(Ref.of(Door.of("front")));

        WriteGraph graph = WriteGraph.of(Town.codecs(), Town.HOUSE, List.of(house, house), false);

        assertThat(documents(graph)).containsExactly(house);
        assertThat(graph.roots()).extracting(Entry::document).containsExactly(house, house);
    }

    @Test
    void knowsARootThatAnotherOneLinksTo() {
        House target = new House();
        House house = House.of(Ref.of(Door.of("front")));
        house.neighbours = List.of(Ref.of(target));

        WriteGraph graph = graph(house, target);

        assertThat(graph.roots()).extracting(Entry::document).containsExactly(house, target);
        assertThat(graph.targetsFirst())
                .filteredOn(each -> each.isRoot)
                .extracting(Entry::document)
                .containsExactly(target, house);
    }

    @Test
    void tellsNewDocumentsFromKnownOnes() {
        House known = new House();
        known.id = new ObjectId();
        known.version = 7;
        known.door = Ref.of(Door.of("new"));

        WriteGraph graph = graph(known);

        assertThat(entry(graph, known).isNew).isFalse();
        assertThat(entry(graph, known).version).isEqualTo(7);
        assertThat(entry(graph, known.door.get()).isNew).isTrue();
        assertThat(entry(graph, known.door.get()).version).as("has none").isNegative();
    }

    @Test
    void bindsEveryReferenceToTheCopyThatHasAnId() {
        Door front = Door.of("front");
        House one = House.of(Ref.of(front));
        House two = House.of(Ref.of(front));

        WriteGraph graph = graph(one, two);
        graph.identify();

        Door copy = Objects.requireNonNull(one.door).get();
        assertThat(copy)
                .isNotSameAs(front)
                .isSameAs(Objects.requireNonNull(two.door).get());
        assertThat(copy.id()).isNotNull().isEqualTo(one.door.id());
        assertThat(front.id()).isNull();
        assertThat(documents(graph)).containsExactly(copy, one, two);
        assertThat(List.of(one.id, two.id)).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void leavesAllAsItWasWhenNothingIsWritten() {
        Door front = Door.of("front");
        House known = House.of(Ref.of(front));
        ObjectId id = new ObjectId();
        known.id = id;
        known.version = 7;
        House fresh = new House();
        fresh.neighbours = List.of(Ref.of(known));

        WriteGraph graph = graph(fresh);
        graph.identify(entry -> entry.isNew ? 1 : entry.version + 1);
        assertThat(List.of(known.version, fresh.version)).containsExactly(8L, 1L);
        graph.takeIdsBack();

        assertThat(known.id).isEqualTo(id);
        assertThat(fresh.id).isNull();
        assertThat(List.of(known.version, fresh.version)).containsExactly(7L, 0L);
        assertThat(known.door.get()).isSameAs(front);
    }
}
