// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.declarations.Stored.roundTrip;
import static dev.ligature.it.declarations.objects.QCoop.coop;
import static dev.ligature.it.declarations.objects.QOrchard.orchard;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.declarations.Stored;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records and classes, whatever their members and constructors look like. */
class ObjectsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final MongoDatabase database = DATABASE.database();

    @Test
    void storesARecord() {
        Barn barn = new Barn(null, "Oak", 2, List.of("hen", "hen"), Optional.of("old"));

        Barn read = roundTrip(
                new BarnRepository(database), barn, "{name: 'Oak', doors: 2, animals: ['hen', 'hen'], note: 'old'}");

        assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(barn);
    }

    @Test
    void storesARecordThatLooksAtItsComponents() {
        ByreRepository byres = new ByreRepository(database);

        Byre read = roundTrip(byres, new Byre(" Oak "), "{name: 'Oak', cows: []}");

        assertThat(read.name()).isEqualTo("Oak");
        assertThat(read.cows()).isEmpty();
    }

    @Test
    void readsARecordByItsCanonicalConstructor() {
        ByreRepository byres = new ByreRepository(database);
        Stored.put(byres, "{name: '  Elm', cows: ['Bella']}");

        assertThat(get(byres.find().one()).name()).isEqualTo("Elm");
    }

    @Test
    void storesAClassWithFields() {
        Cabin cabin = new Cabin();
        cabin.name = "Oak";

        Cabin read = roundTrip(new CabinRepository(database), cabin, "{name: 'Oak', doors: 2}");

        assertThat(read.id).isEqualTo(cabin.id).isNotNull();
        assertThat(read.name).isEqualTo("Oak");
        assertThat(read.doors).isEqualTo(2);
    }

    @Test
    void storesAClassWithAccessors() {
        CoopRepository coops = new CoopRepository(database);
        Coop built = new Coop();
        built.setName("Oak");
        built.setOpen(true);
        built.setWarm(true);

        Coop read = roundTrip(coops, built, "{name: 'Oak', open: true, isWarm: true}");

        assertThat(read.getName()).isEqualTo("Oak");
        assertThat(read.isOpen()).isTrue();
        assertThat(read.isWarm()).isTrue();
        assertThat(get(coops.find(coop.open.eq(true).and(coop.isWarm.eq(true))).count()))
                .isEqualTo(1);
        assertThat(get(coops.find(coop.open.eq(false)).count())).isZero();
    }

    @Test
    void storesAClassWithFluentAccessors() {
        Dairy dairy = new Dairy().name("Oak").churns(3);

        Dairy read = roundTrip(new DairyRepository(database), dairy, "{name: 'Oak', churns: 3}");

        assertThat(read.id()).isEqualTo(dairy.id()).isNotNull();
        assertThat(read.name()).isEqualTo("Oak");
        assertThat(read.churns()).isEqualTo(3);
    }

    @Test
    void storesAClassWithAConstructor() {
        Granary read = roundTrip(
                new GranaryRepository(database),
                new Granary(null, "Oak", 1L << 40),
                "{name: 'Oak', sacks: {$numberLong: '1099511627776'}}");

        assertThat(read.getId()).isNotNull();
        assertThat(read.getName()).isEqualTo("Oak");
        assertThat(read.getSacks()).isEqualTo(1L << 40);
    }

    @Test
    void storesAClassWithAConstructorAndSetters() {
        Hayloft hayloft = new Hayloft(null, "Oak");
        hayloft.bales = 12;
        hayloft.setNote("dry");

        Hayloft read = roundTrip(new HayloftRepository(database), hayloft, "{name: 'Oak', bales: 12, note: 'dry'}");

        assertThat(read.name).isEqualTo("Oak");
        assertThat(read.bales).isEqualTo(12);
        assertThat(read.getNote()).isEqualTo("dry");
    }

    @Test
    void storesAClassWithAFactory() {
        Kennel read = roundTrip(new KennelRepository(database), Kennel.named("Oak", null), "{name: 'Oak'}");

        assertThat(read.id).isNotNull();
        assertThat(read.name).isEqualTo("Oak");
    }

    @Test
    void leavesABuilderAlone() {
        Mill mill = Mill.builder().name("Oak").stones(2).build();

        Mill read = roundTrip(new MillRepository(database), mill, "{name: 'Oak', stones: 2}");

        assertThat(read.id()).isNotNull();
        assertThat(read.name()).isEqualTo("Oak");
        assertThat(read.stones()).isEqualTo(2);
    }

    @Test
    void storesWhatADocumentEmbeds() {
        OrchardRepository orchards = new OrchardRepository(database);
        Orchard.Tree tree = new Orchard.Tree();
        tree.height = 4;
        Orchard planted = new Orchard(
                null,
                new Orchard.Pair<>("row", 1),
                Map.of("a", new Orchard.Pair<>(7L, tree)),
                List.of(new Orchard.Wire(9), Orchard.Wall.HIGH));

        Orchard read = roundTrip(orchards, planted, """
                {
                  best: {first: 'row', second: 1},
                  rows: {a: {first: {$numberLong: '7'}, second: {kind: 'apple', height: 4}}},
                  fences: [
                    {_t: 'dev.ligature.it.declarations.objects.Orchard$Wire', length: 9},
                    {_t: 'dev.ligature.it.declarations.objects.Orchard$Wall', name: 'HIGH'}
                  ]
                }
                """);

        assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(planted);
        assertThat(get(orchards.find(orchard.rows.key("a").second.height.gt(3)).count()))
                .isEqualTo(1);
    }
}
