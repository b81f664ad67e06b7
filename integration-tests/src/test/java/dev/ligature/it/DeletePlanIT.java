// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QFleet.fleet;
import static dev.ligature.testing.LigatureAssertions.delete;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.annotation.OnDelete;
import dev.ligature.it.model.Contract;
import dev.ligature.it.model.Fleet;
import dev.ligature.it.model.Medal;
import dev.ligature.link.Ref;
import dev.ligature.query.DeletePlan;
import dev.ligature.query.DeleteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a delete would do by the rules of back links is shown before anything is done. */
class DeletePlanIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Fleets seas = new Fleets(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void fill() {
        seas.clear();
        seas.fill();
        recorder.clear();
    }

    private static final String FLEET_1 = "pull from 2 Route.ships; pull from 2 Route.spares;"
            + " unset 1 Route.flagship; unset 1 Sailor.mentor; unset 1 Fleet.admiral; unset 1 Ship.captain;"
            + " delete 1 Sailor; delete 1 Ship; delete 2 Sailor; delete 2 Ship; delete 1 Fleet";

    @Test
    void namesWhatIsDoneInItsOrder() {
        List<String> before = seas.contents();
        recorder.clear();

        DeletePlan plan = get(seas.fleets.planDelete(Fleet.of("1", "ann")));

        assertThat(plan).hasToString(FLEET_1);
        assertThat(plan.isRefused()).isFalse();
        assertThat(recorder.names()).containsOnly("find");
        assertThat(seas.contents()).isEqualTo(before);
        assertThat(get(seas.fleets.find(fleet.id.eq("1")).planDelete(DeleteRule.DO_NOTHING)))
                .isEqualTo(plan);

        recorder.clear();
        get(seas.fleets.deleteById("1"));
        assertThat(recorder.commands().stream().map(Command::sent).filter(sent -> !sent.name()
                        .equals("find")))
                .containsExactlyElementsOf(plan.steps().stream()
                        .map(step -> step.action() == DeletePlan.Action.DELETE
                                ? delete(step.collection())
                                : update(step.collection()))
                        .toList());
        assertThat(seas.contents()).hasSize(before.size() - 7);
        assertThat(get(seas.fleets.planDelete(Fleet.of("1", "ann")))).hasToString("delete nothing");
    }

    @Test
    void namesWhatIsRefused() {
        get(seas.contracts.insert(new Contract("one", Ref.to("ann"), Optional.empty())));
        list(seas.medals.insertAll(List.of(new Medal("gold", Ref.to("dan")), new Medal("tin", Ref.to("dan")))));
        recorder.clear();

        DeletePlan plan = get(seas.fleets.planDelete(Fleet.of("1", "ann")));

        assertThat(plan.isRefused()).isTrue();
        assertThat(plan.refusals())
                .containsExactly(
                        new DeletePlan.Refusal(
                                OnDelete.RESTRICT, "Sailor", List.of("ann"), "Sailor.contracts", "Contract.sailor", 1),
                        new DeletePlan.Refusal(
                                OnDelete.UNLINK, "Sailor", List.of("dan"), "Sailor.medals", "Medal.holder", 2));
        assertThat(plan)
                .hasToString("refused: 1 Contract.sailor to Sailor ann (Sailor.contracts is RESTRICT);"
                        + " refused: 2 Medal.holder to Sailor dan (Sailor.medals is UNLINK); " + FLEET_1);
        assertThat(recorder.names()).containsOnly("find");
        assertThatThrownBy(() -> get(seas.fleets.deleteById("1")))
                .isInstanceOf(DeleteRestrictedException.class)
                .hasMessageContaining("Contract.sailor")
                .hasMessageContaining("Medal.holder");
    }
}
