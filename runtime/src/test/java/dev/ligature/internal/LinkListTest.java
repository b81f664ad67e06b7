// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The list that leaves entries out without losing them. */
class LinkListTest {
    private static LinkList<String> of(String... entries) {
        LinkList<String> list = new LinkList<>();
        for (String entry : entries) {
            list.addStored(entry);
        }
        return list;
    }

    @Test
    void behavesAsAnOrdinaryList() {
        LinkList<String> list = of("a", "b");
        list.add("c");
        list.remove("a");
        list.set(0, "B");

        assertThat(list).containsExactly("B", "c").isEqualTo(List.of("B", "c"));
        assertThat(list.stored()).containsExactly("B", "c");
    }

    @Test
    void storesHiddenEntriesInTheirPlaces() {
        LinkList<String> list = of("x", "a", "x", "x", "b", "x");

        list.hide("x"::equals);

        assertThat(list).containsExactly("a", "b");
        assertThat(list.stored()).containsExactly("x", "a", "x", "x", "b", "x");
    }

    @Test
    void keepsHiddenEntriesBesideTheirNeighboursWhenTheListChanges() {
        LinkList<String> list = of("a", "x", "b", "y", "c");
        list.hide(entry -> entry.equals("x") || entry.equals("y"));

        list.remove("a");
        list.add(1, "new");

        assertThat(list).containsExactly("b", "new", "c");
        assertThat(list.stored()).containsExactly("x", "b", "new", "y", "c");
    }

    @Test
    void hidesMoreWithoutMovingWhatIsHidden() {
        LinkList<String> list = of("x", "y", "a", "y", "x", "b");

        list.hide("y"::equals);
        list.hide("x"::equals);

        assertThat(list).containsExactly("a", "b");
        assertThat(list.stored()).containsExactly("x", "y", "a", "y", "x", "b");
    }

    @Test
    void appendsBehindWhatIsHidden() {
        LinkList<String> list = of("a", "x");
        list.hide("x"::equals);

        list.add("b");
        list.add(1, "between");

        assertThat(list).containsExactly("a", "between", "b");
        assertThat(list.stored()).containsExactly("a", "between", "x", "b");
    }

    @Test
    void keepsHiddenEntriesInTheirPlacesWhenTheVisibleOnesAreSorted() {
        LinkList<String> list = of("c", "x", "a", "b", "x");
        list.hide("x"::equals);

        list.sort(null);

        assertThat(list).containsExactly("a", "b", "c");
        assertThat(list.stored()).containsExactly("a", "x", "b", "c", "x");
    }

    @Test
    void neverLosesAHiddenEntryWhateverChanges() {
        long seed = 42;
        Random random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            LinkList<String> list = new LinkList<>();
            List<String> hidden = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                String entry = random.nextBoolean() ? "x" + i : "a" + i;
                list.addStored(entry);
                if (entry.startsWith("x")) {
                    hidden.add(entry);
                }
            }
            list.hide(entry -> entry.startsWith("x"));
            for (int change = 0; change < random.nextInt(6); change++) {
                if (random.nextBoolean() || list.isEmpty()) {
                    list.add(random.nextInt(list.size() + 1), "n" + change);
                } else {
                    list.remove(random.nextInt(list.size()));
                }
            }

            assertThat(list.stored().stream().filter(entry -> entry.startsWith("x")))
                    .as("seed %d, run %d", seed, run)
                    .containsExactlyElementsOf(hidden);
            assertThat(list.stored().stream().filter(entry -> !entry.startsWith("x")))
                    .containsExactlyElementsOf(list);
        }
    }

    @Test
    void forgetsHiddenEntriesWhenItIsCleared() {
        LinkList<String> list = of("a", "x");
        list.hide("x"::equals);

        list.clear();

        assertThat(list.stored()).isEmpty();
    }
}
