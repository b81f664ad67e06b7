// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DuplicateKeyException;
import dev.ligature.InvalidLinkException;
import dev.ligature.VersionConflictException;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.query.DeclaredIndex;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WritePlan;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes, deletes and changes of links in a collection with several types. */
abstract class HierarchyWrites<V, M extends V, C extends M, K, G, J> extends HierarchyFixture<V, M, C, K, G, J> {
    HierarchyWrites(Family<V, M, C, K, G, J> family, TestDatabase database) {
        super(family, database);
    }

    private List<String> all() {
        return list(family.vehicles().find().ids()).stream().sorted().toList();
    }

    private List<String> sent(String command) {
        return database.recorder().commands(command).stream()
                .map(Command::collection)
                .toList();
    }

    @Test
    void writesDocumentsOfAllTypesWithOneBulk() {
        Ref<K> keeper = Ref.of(family.keeper("new"));
        Ref<G> garage = Ref.of(family.garage("new", "Bonn"));
        V car = family.car("c9", 2, keeper, garage);
        V truck = family.truck("t9", keeper, List.of(garage));
        V bike = family.bike("b9", keeper);

        get(family.vehicles()
                .insertAll(List.of(car, truck, bike), WriteRule.WRITE)
                .collectList());

        assertThat(sent("insert")).containsExactly(family.collection());
        assertThat(sent("update")).hasSize(2); // what is linked has ids already, so it is saved
        assertThat(all()).contains("c9", "t9", "b9");
        assertThat(get(family.garages().existsById("new"))).isTrue();
    }

    @Test
    void writesLinkedDocumentsByTheirOwnTypes() {
        Ref<C> car = Ref.of(family.car("c9", 2, Ref.to("ann"), null));
        Ref<V> bike = Ref.of(family.bike("b9", Ref.to("ann")));

        get(family.trips().insert(family.trip("j9", bike, car, List.of()), WriteRule.WRITE));

        assertThat(sent("update")).containsExactly(family.collection());
        assertThat(stored("c9").getString(family.key()).getValue()).isEqualTo(family.carType());
        assertThat(stored("b9").getString(family.key()).getValue()).isEqualTo(family.bikeType());
    }

    @Test
    void aCascadeFromARepositoryOfOneTypeWritesWhatItLinksTo() {
        Ref<K> keeper = Ref.of(family.keeper("new"));

        get(family.cars().insert(family.car("c9", 2, keeper, null), WriteRule.WRITE));

        assertThat(get(family.keepers().existsById("new"))).isTrue();
        assertThat(family.cars().planInsert(family.car("c8", 2, keeper, null)).steps())
                .extracting(WritePlan.Step::collection)
                .hasSize(2)
                .last()
                .isEqualTo(family.collection());
    }

    @Test
    void savesAndReplacesWithVersions() {
        C read = get(family.cars().findById("c1"));
        C other = get(family.cars().findById("c1"));

        get(family.vehicles().save(family.withSeats(read, 5)));
        assertThat(family.seats(get(family.cars().findById("c1")))).isEqualTo(5);
        assertThatThrownBy(() -> get(family.cars().save(family.withSeats(other, 6))))
                .isInstanceOf(VersionConflictException.class);
        C again = get(family.cars().findById("c1"));
        get(family.cars().replace(family.withSeats(again, 8)));
        assertThat(family.seats(get(family.cars().findById("c1")))).isEqualTo(8);
    }

    @Test
    void aSavedDocumentIsStoredAsItWas() {
        List<BsonDocument> before = all().stream().map(this::stored).toList();

        list(family.vehicles()
                .saveAll(list(family.vehicles().find().fetchLinks(2).all()), WriteRule.DO_NOTHING));

        List<BsonDocument> after = all().stream().map(this::stored).toList();
        before.forEach(each -> each.remove("version"));
        after.forEach(each -> each.remove("version"));
        assertThat(after).isEqualTo(before);
        assertThat(after.get(0).keySet())
                .containsExactlyElementsOf(before.get(0).keySet());
    }

    @Test
    void aSaveLeavesWhatNoTypeDeclares() {
        get(Mono.from(database.database()
                .getCollection(family.collection())
                .updateMany(new BsonDocument(), BsonDocument.parse("{$set: {note: 'kept'}}"))));

        get(family.vehicles().save(family.withSeats(get(family.cars().findById("c1")), 5)));

        assertThat(stored("c1").getString("note").getValue()).isEqualTo("kept");
    }

    @Test
    void aSaveAsAnotherTypeRemovesTheMembersOfTheFormerOne() {
        get(Mono.from(database.database()
                .getCollection(family.collection())
                .updateOne(
                        new BsonDocument("_id", new BsonString("t1")), BsonDocument.parse("{$unset: {version: ''}}"))));

        get(family.vehicles().save(family.car("t1", 3, Ref.to("ann"), null)));

        assertThat(stored("t1").getString(family.key()).getValue()).isEqualTo(family.carType());
        assertThat(stored("t1").keySet()).doesNotContain("depots", "sites");
        assertThat(family.seats(get(family.cars().findById("t1")))).isEqualTo(3);
    }

    @Test
    void updatesOneTypeOnly() {
        assertThat(get(family.vehicles().find().update(family.seatsTo(9)))).isEqualTo(2);
        assertThat(stored("b1").containsKey("seats")).isFalse();
        assertThat(get(family.vehicles().find(family.seats(9)).count())).isEqualTo(2);
        assertThat(get(family.cars().find().update(family.carSeatsTo(5)))).isEqualTo(2);
        assertThat(get(family.cars().updateById("b1", family.carSeatsTo(1)))).isZero();
        assertThat(get(family.cars().updateById("c1", family.carSeatsTo(1)))).isEqualTo(1);
        assertThat(stored("b1").containsKey("seats")).isFalse();
        assertThat(get(family.vehicles().find(family.plateIs("plate b1")).update(family.plate("new"))))
                .isEqualTo(1);
    }

    @Test
    void deletesOneTypeOnly() {
        get(family.trips().find().delete());

        assertThat(get(family.cars().deleteById("t1"))).isZero();
        assertThat(get(family.cars().find().delete())).isEqualTo(2);
        assertThat(all()).containsExactlyInAnyOrder("t1", "b1");
        assertThat(get(family.motorized().find().delete())).isEqualTo(1);
        assertThat(get(family.vehicles().find().delete())).isEqualTo(1);
    }

    @Test
    void aRuleOfTheSealedTypeHoldsForEachType() {
        assertThatThrownBy(() -> get(family.vehicles().deleteById("b1"))).isInstanceOf(DeleteRestrictedException.class);
        assertThatThrownBy(() -> get(family.cars().deleteById("c1"))).isInstanceOf(DeleteRestrictedException.class);
        assertThat(all()).hasSize(4);
        assertThat(get(family.cars().deleteById("c2"))).isEqualTo(1);
    }

    @Test
    void aRuleOfOneTypeHoldsForThatTypeOnly() {
        get(family.trips().deleteById("j1"));
        get(family.trips().insert(family.trip("j3", Ref.to("b1"), Ref.to("c1"), List.of())));

        assertThat(get(family.vehicles().deleteById("c1"))).isEqualTo(1); // unlinked
        assertThat(get(family.vehicles().deleteById("t1"))).isEqualTo(1); // j2 holds it as a car, which it is not

        assertThat(family.carOf(get(family.trips().findById("j3")))).isEmpty();
        assertThat(family.carOf(get(family.trips().findById("j2")))).isPresent();
    }

    @Test
    void cascadesToWhatRefersWhateverItsType() {
        get(family.trips().find().delete());

        assertThat(get(family.keepers().deleteById("ann"))).isEqualTo(1);

        assertThat(all()).containsExactly("c2");
    }

    @Test
    void unlinksReferrersOfOneType() {
        get(family.garages().deleteById("north"));

        assertThat(family.garageOf(get(family.cars().findById("c1")))).isEmpty();
        M truck = get(family.motorized().findById("t1"));
        assertThat(family.depotsOf(truck)).extracting(Ref::id).containsExactly("south", "gone", "north");
    }

    @Test
    void deletesWhatEachTypeLinksTo() {
        get(family.trips().find().delete());

        get(family.vehicles().deleteById("t1", DeleteRule.DELETE_LINKS));

        assertThat(list(family.garages().find().ids())).isEmpty();
        assertThat(list(family.keepers().find().ids())).containsExactly("bob");
    }

    @Test
    void aDeleteDoesNotFollowALinkToADocumentOfAnotherType() {
        get(family.trips().insert(family.trip("j3", Ref.to("c2"), Ref.to("b1"), List.of(Ref.to("b1")))));
        get(family.trips().deleteById("j2"));

        get(family.trips().deleteById("j3", DeleteRule.DELETE_LINKS));

        assertThat(all()).contains("b1").doesNotContain("c2");
    }

    @Test
    void keepsTargetsThatADocumentOfAnotherTypeUses() {
        get(family.trips().find().delete());

        get(family.cars().deleteById("c1", DeleteRule.DELETE_ORPHANS));

        assertThat(list(family.garages().find().ids())).contains("north"); // the truck's depot
        assertThat(list(family.keepers().find().ids())).contains("ann");
    }

    @Test
    void attachesAndDetachesLinksOfOneType() {
        V car = get(family.vehicles().findById("c2"));
        V bike = get(family.vehicles().findById("b1"));

        assertThat(get(family.vehicles()
                        .attach(car, family.garageOfCar(), get(family.garages().findById("south")))))
                .isEqualTo(1);
        assertThat(family.garageOf(get(family.cars().findById("c2")))
                        .orElseThrow()
                        .id())
                .isEqualTo("south");
        assertThatThrownBy(() -> get(family.vehicles().attach(bike, family.garageOfCar(), Ref.<G>to("south"))))
                .isInstanceOf(InvalidLinkException.class);
        assertThatThrownBy(() -> get(family.vehicles().attach("b1", family.garageOfCar(), Ref.<G>to("south"))))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("b1");
        assertThat(stored("b1").keySet()).doesNotContain("garage", "hall");
        assertThat(get(family.vehicles().detachAll(car, family.garageOfCar()))).isEqualTo(1);
        assertThat(get(family.cars().attach(get(family.cars().findById("c2")), family.garage(), Ref.<G>to("north"))))
                .isEqualTo(1);
    }

    @Test
    void attachesThroughBackLinks() {
        K bob = get(family.keepers().findById("bob"));
        G south = get(family.garages().findById("south"));

        get(family.keepers()
                .attach(bob, family.vehiclesLink(), get(family.vehicles().findById("b1"))));
        get(family.garages().attach(south, family.carsLink(), get(family.cars().findById("c2"))));

        assertThat(family.keeperOf(get(family.vehicles().findById("b1"))).id()).isEqualTo("bob");
        assertThat(family.garageOf(get(family.cars().findById("c2")))
                        .orElseThrow()
                        .id())
                .isEqualTo("south");
        assertThatThrownBy(() -> get(family.garages().attach("south", family.carsLink(), Ref.<C>to("b1"))))
                .isInstanceOf(DocumentNotFoundException.class);
    }

    @Test
    void findsAndRepairsDanglingLinksOfEachType() {
        assertThat(list(family.vehicles().dangling()))
                .extracting(DanglingLink::documentId, DanglingLink::position, DanglingLink::targetId)
                .containsExactly(tuple("t1", 1, "gone"));
        assertThat(list(family.vehicles().dangling(family.depotsOfTruck()))).hasSize(1);
        assertThat(list(family.vehicles().dangling(family.garageOfCar()))).isEmpty();
        assertThat(list(family.trips().dangling(family.car())))
                .extracting(DanglingLink::targetId)
                .containsExactly("t1"); // which is no car
        assertThat(list(family.trips().dangling(family.followers())))
                .extracting(DanglingLink::targetId)
                .containsExactly("b1");

        assertThat(get(family.vehicles().repair(family.depotsOfTruck(), RepairRule.PULL)))
                .isEqualTo(1);
        assertThat(list(family.vehicles().dangling())).isEmpty();
    }

    @Test
    void findsOrphansOfOneType() {
        get(family.trips().deleteById("j1"));

        assertThat(list(family.trips().orphans(family.vehicle())))
                .extracting(Ref::id)
                .containsExactly("c1");
        assertThat(list(family.trips().orphans(family.car())))
                .extracting(Ref::id)
                .containsExactly("c1");
        assertThat(list(family.cars().orphans(family.garage()))).isEmpty(); // the truck links to the others
        assertThat(get(family.trips().deleteOrphans(family.car()))).isEqualTo(1);
        assertThat(all()).doesNotContain("c1").contains("c2", "t1", "b1");
    }

    @Test
    void createsTheIndexesFromEachRepository() {
        get(family.cars().createIndexes().then(Mono.just(true)));
        get(family.garages().createIndexes().then(Mono.just(true)));
        List<String> keys = indexKeys();

        assertThat(keys).contains("plate", family.key(), family.keeperPath());
        assertThat(keys).containsAnyOf("garage", "hall");
        assertThat(list(family.vehicles().missingIndexes())).isEmpty();
        assertThat(list(family.motorized().missingIndexes()))
                .extracting(DeclaredIndex::collection)
                .isEmpty();
        get(family.vehicles().createIndexes().then(Mono.just(true)));
        assertThat(indexKeys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private List<String> indexKeys() {
        return list(Flux.from(
                        database.database().getCollection(family.collection()).listIndexes(BsonDocument.class)))
                .stream()
                .map(index -> index.getDocument("key").getFirstKey())
                .toList();
    }

    @Test
    void refusesAValueThatIsTakenByAnotherType() {
        get(family.vehicles().createIndexes().then(Mono.just(true)));

        assertThatThrownBy(() -> get(family.vehicles()
                        .insert(family.car("x", 1, Ref.to("ann"), null))
                        .then(family.vehicles().find(family.plateIs("plate x")).update(family.plate("plate b1")))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(new BsonArray(all().stream().map(BsonString::new).toList())).hasSize(5);
    }
}
