// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.RequiredLinkException;
import dev.ligature.it.model.Medal;
import dev.ligature.it.model.Route;
import dev.ligature.link.Ref;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rule {@code UNLINK}: links to what goes are removed in whatever form they are stored, unless they are required. */
class UnlinkRuleIT {
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

    @Test
    void doesNotUnsetARequiredLink() {
        get(seas.medals.insert(new Medal("gold", Ref.to("dan"))));
        List<String> before = seas.contents();
        recorder.clear();

        assertThatThrownBy(() -> get(seas.fleets.deleteById("1")))
                .isInstanceOf(RequiredLinkException.class)
                .hasMessageContaining("Sailor dan cannot be deleted")
                .hasMessageContaining("1 document links there by Medal.holder")
                .hasMessageContaining("Sailor.medals");

        assertThat(recorder.names()).doesNotContain("update", "delete");
        assertThat(seas.contents()).isEqualTo(before);
    }

    @Test
    void unlinksWhicheverFormIsStored() {
        seas.store(
                "routes",
                "{_id: 'odd', ships: [{$ref: 'boats', $id: 'a', $db: 'old'}, {$ref: 'ships', $id: 'c'},"
                        + " {$ref: 'ships', $id: 'a'}], sp: [{$ref: 'ships', $id: 'a'}, 'c', 'b'],"
                        + " flagship: {$ref: 'boats', $id: 'b', $db: 'old'}}");
        seas.store("contracts", "{_id: 'old', sailor: 'cid', ship: {$ref: 'ships', $id: 'd'}}");

        get(seas.fleets.deleteById("1"));

        assertThat(seas.stored("routes", "odd").toJson())
                .isEqualTo("{\"_id\": \"odd\", \"ships\": [{\"$ref\": \"ships\", \"$id\": \"c\"}], \"sp\": [\"c\"],"
                        + " \"flagship\": null, \"version\": 3}");
        assertThat(seas.ids("contracts")).isEmpty();
    }

    @Test
    void unlinksManyReferrersByOneCommand() {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            routes.add(Route.of("r" + i, List.of("b", "c", "b"), List.of(), null));
        }
        list(seas.routes.insertAll(routes));
        recorder.clear();

        assertThat(get(seas.ships.deleteById("b"))).isEqualTo(1);

        assertThat(recorder.commands("update")).hasSize(1);
        assertThat(list(seas.routes.find().all()))
                .allMatch(route -> route.ships().stream().noneMatch(ref -> "b".equals(ref.id())));
    }

    @Test
    void looksReferrersUpByTheLinkAlone() {
        get(seas.ships.deleteById("b"));

        assertThat(recorder.commands("find"))
                .filteredOn(find -> find.collection().equals("routes"))
                .extracting(find ->
                        find.document().getDocument("projection").keySet().toString())
                .containsExactly("[_id, ships]", "[_id, sp]", "[_id, flagship]");
    }
}
