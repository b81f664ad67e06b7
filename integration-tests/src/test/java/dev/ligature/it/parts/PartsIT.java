// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.parts;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.parts.QPart.part;
import static dev.ligature.it.parts.QPart_Assembly.assembly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.it.parts.Part.Assembly;
import dev.ligature.it.parts.Part.Bolt;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links from documents of one type to others of the same collection, also in cycles. */
class PartsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final PartRepository parts = new PartRepository(DATABASE.database());
    private final Part_AssemblyRepository assemblies = new Part_AssemblyRepository(DATABASE.database());
    private final Part_BoltRepository bolts = new Part_BoltRepository(DATABASE.database());

    private static Assembly assembly(String id, @Nullable Ref<Bolt> main, List<Ref<Part>> parts) {
        return new Assembly(id, List.of(), parts, Optional.ofNullable(main));
    }

    private static Bolt bolt(String id, int size) {
        return new Bolt(id, List.of(), size, List.of());
    }

    /** A frame holds a door, which holds the frame again; {@code odd} says that an assembly is its main bolt. */
    @BeforeEach
    void partsInACycle() {
        get(parts.insertAll(List.of(
                        bolt("b1", 1),
                        bolt("b2", 2),
                        assembly("frame", Ref.to("b1"), List.of(Ref.to("b1"), Ref.to("door"))),
                        assembly("door", null, List.of(Ref.to("frame"), Ref.to("b2"), Ref.to("b2"))),
                        assembly("odd", Ref.to("door"), List.of())))
                .collectList());
        DATABASE.recorder().clear();
    }

    private List<String> ids() {
        return list(parts.find().ids()).stream().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void fetchesThroughTheCycle(FetchStrategy strategy) {
        Assembly frame = get(assemblies.findById("frame").fetchLinks(3).using(strategy));

        assertThat(frame.main().orElseThrow().get())
                .isSameAs(frame.parts().get(0).get());
        Assembly door = (Assembly) frame.parts().get(1).get();
        assertThat(door.parts().get(0).get()).isSameAs(frame);
        assertThat(door.parts()).extracting(Ref::id).containsExactly("frame", "b2", "b2");
        Bolt bolt = (Bolt) door.parts().get(1).get();
        assertThat(door.parts().get(2).get()).isSameAs(bolt);
        assertThat(BackRef.fetched(bolt.usedIn())).singleElement().isSameAs(door);
        assertThat(BackRef.fetched(frame.usedIn())).singleElement().isSameAs(door);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkWithinTheCollectionIsMissingWhereTheTypeIsAnother(FetchStrategy strategy) {
        Assembly odd = get(assemblies.findById("odd").fetchLinks(1).using(strategy));

        assertThat(odd.main().orElseThrow().isMissing()).isTrue();
        assertThat(list(parts.dangling())).singleElement().satisfies(each -> {
            assertThat(each.documentId()).isEqualTo("odd");
            assertThat(each.targetId()).isEqualTo("door");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100}) // past the bound, joins take over
    void conditionsGoAlongLinksWithinTheCollection(int bound) {
        assertThat(list(parts.find(part.asAssembly()
                                .parts()
                                .any(each -> each.asBolt().size.gt(1)))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("door");
        assertThat(list(parts.find(part.usedIn().main().size.eq(1))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactlyInAnyOrder("b1", "door");
        assertThat(list(assemblies
                        .find(assembly.main()
                                .exists()
                                .and(assembly.main().size.gte(0).not()))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("odd");
        assertThat(list(parts.find(part.asBolt().mainOf().isEmpty())
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("b2");
    }

    @Test
    void writesLinkedDocumentsOfTwoTypesToTheirOneCollection() {
        Assembly box = assembly("box", Ref.of(bolt("b9", 9)), List.of(Ref.of(bolt("b8", 8)), Ref.to("b1")));

        get(parts.insert(assembly("house", null, List.of(Ref.of(box))), WriteRule.WRITE));

        assertThat(ids()).contains("house", "box", "b8", "b9");
        assertThat(DATABASE.recorder().names()).containsExactly("update", "insert", "find");
    }

    @Test
    void deletesAlongTheCycle() {
        get(assemblies.deleteById("odd"));

        assertThat(get(parts.deleteById("frame", DeleteRule.DELETE_LINKS))).isEqualTo(1);

        assertThat(ids()).isEmpty();
    }

    @Test
    void appliesTheRuleOfEachTypeToReferrersOfTheSameCollection() {
        assertThatThrownBy(() -> get(bolts.deleteById("b1"))).isInstanceOf(DeleteRestrictedException.class);

        assertThat(get(bolts.deleteById("b2"))).isEqualTo(1);
        assertThat(get(parts.deleteById("door")))
                .isEqualTo(1); // the main bolt of "odd" is no bolt, so nothing restricts

        assertThat(get(assemblies.findById("frame")).parts())
                .extracting(Ref::id)
                .containsExactly("b1");
        assertThat(ids()).containsExactly("b1", "frame", "odd");
    }
}
