// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void suggestsTheNameWithTheFewestEdits() {
        assertThat(Suggestions.didYouMean("nmae", List.of("number", "name"))).isEqualTo(" (did you mean \"name\"?)");
    }

    @Test
    void suggestsNothingThatIsFarOff() {
        assertThat(Suggestions.didYouMean("nme", List.of("address"))).isEmpty();
    }

    @Test
    void ordersNamesByTheirDistance() {
        assertThat(Suggestions.nearestFirst("dor", List.of("backDoor", "door"))).containsExactly("door", "backDoor");
    }

    @Test
    void saysNoneWhereThereAreNoNames() {
        assertThat(Suggestions.quoted(List.of())).isEqualTo("none");
    }
}
