// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.places;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.declarations.places.QHut.hut;
import static dev.ligature.it.declarations.places.QVillage_Deep_Deeper_Pond.pond;
import static dev.ligature.it.declarations.places.QVillage_Lane.lane;
import static dev.ligature.it.declarations.places.QVillage_Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.declarations.places.Village.Deep.Deeper.Pond;
import dev.ligature.it.declarations.places.Village.Lane;
import dev.ligature.it.declarations.places.Village.Plot;
import dev.ligature.it.declarations.places.elsewhere.Well;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents of one package and of another, nested ones, and links to what comes later in the file. */
class PlacesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final MongoDatabase database = DATABASE.database();

    @Test
    void linksToAnotherPackage() {
        HutRepository huts = new HutRepository(database);
        get(huts.insert(new Hut(null, "Oak", Ref.of(new Well(null, 7))), WriteRule.WRITE));

        Hut read = get(huts.find(hut.well().depth.gt(5)).fetch(hut.well()).one());

        assertThat(read.name()).isEqualTo("Oak");
        assertThat(read.well().get().depth()).isEqualTo(7);
    }

    @Test
    void linksNestedDocuments() {
        Village_LaneRepository lanes = new Village_LaneRepository(database);
        Village_PlotRepository plots = new Village_PlotRepository(database);
        Village_Deep_Deeper_PondRepository ponds = new Village_Deep_Deeper_PondRepository(database);
        Pond first = new Pond(null, 3, List.of(), List.of(Ref.of(new Pond(null, 4, List.of(), List.of()))));
        get(lanes.insert(
                new Lane(
                        null,
                        List.of(
                                Ref.of(new Plot(null, 5, BackRef.notFetched())),
                                Ref.of(new Plot(null, 6, BackRef.notFetched()))),
                        Ref.of(first)),
                WriteRule.WRITE));

        Lane read = get(
                lanes.find(lane.plots().size.eq(6).and(lane.pond().next().fish.eq(4)))
                        .fetch(lane.plots(), lane.pond())
                        .one());

        assertThat(Ref.fetched(read.plots())).extracting(Plot::size).containsExactly(5, 6);
        assertThat(read.pond().get().fish()).isEqualTo(3);
        assertThat(list(plots.find(plot.lane().pond().fish.eq(3)).all())).hasSize(2);
        assertThat(list(ponds.find(pond.lanes().plots().size.eq(5)).all()))
                .extracting(Pond::fish)
                .containsExactly(3);
    }
}
