// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.write.Town.Door;
import dev.ligature.internal.write.Town.House;
import dev.ligature.internal.write.Town.Lamp;
import dev.ligature.link.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Targets before what links to them, by as few commands as there can be. */
class WriteOrderTest {
    /** The documents of each command of each step. */
    private static List<List<List<Object>>> steps(House... roots) {
        WriteGraph graph = WriteGraph.of(Town.codecs(), Town.HOUSE, List.of(roots), true);
        return WriteOrder.steps(graph.targetsFirst()).stream()
                .map(step -> step.stream()
                        .map(bulk ->
                                bulk.stream().map(WriteGraph.Entry::document).toList())
                        .toList())
                .toList();
    }

    @Test
    void writesTheDocumentsOfACollectionByOneCommand() {
        Door front = Door.of("front");
        Door back = Door.of("back");
        House one = House.of(Ref.of(front));
        House two = House.of(Ref.of(back));

        assertThat(steps(one, two)).containsExactly(List.of(List.of(front, back)), List.of(List.of(one, two)));
    }

    @Test
    void writesTogetherWhatDoesNotLinkToEachOther() {
        Door front = Door.of("front");
        House house = House.of(Ref.of(front));
        house.lamp = Ref.of(new Lamp(null));

        List<List<List<Object>>> steps = steps(house);

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0)).containsExactlyInAnyOrder(List.of(front), List.of(house.lamp.get()));
        assertThat(steps.get(1)).containsExactly(List.of(house));
    }

    @Test
    void doesNotWaitForACollectionThatIsNotWritten() {
        Door unlinked = Door.of("front"); // doors could link to houses
        House house = House.of(Ref.of(unlinked));

        assertThat(steps(house)).containsExactly(List.of(List.of(unlinked)), List.of(List.of(house)));
        assertThat(steps(new House())).hasSize(1);
    }

    @Test
    void keepsTheOrderWithinACollectionThatLinksToItself() {
        House far = new House();
        House near = new House();
        near.neighbours = List.of(Ref.of(far));
        House house = new House();
        house.neighbours = List.of(Ref.of(near));

        assertThat(steps(house)).containsExactly(List.of(List.of(far, near, house)));
    }

    @Test
    void takesTurnsWhereCollectionsLinkInACircle() {
        House inner = House.of(Ref.of(Door.of("inner")));
        Door outer = new Door(null, "outer", Ref.of(inner));
        House house = House.of(Ref.of(outer));

        assertThat(steps(house))
                .containsExactly(
                        List.of(List.of(inner.door.get())),
                        List.of(List.of(inner)),
                        List.of(List.of(outer)),
                        List.of(List.of(house)));
    }

    @Test
    void hasNothingToOrderWhereNothingIsWritten() {
        assertThat(WriteOrder.steps(List.of())).isEmpty();
    }
}
