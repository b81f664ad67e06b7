// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Queries and fetches over a collection with several types. */
abstract class HierarchyReads<V, M extends V, C extends M, K, G, J> extends HierarchyFixture<V, M, C, K, G, J> {
    HierarchyReads(Family<V, M, C, K, G, J> family, TestDatabase database) {
        super(family, database);
    }

    private List<String> ids(Iterable<? extends V> vehicles) {
        List<String> ids = new ArrayList<>();
        vehicles.forEach(each -> ids.add(family.id(each)));
        return ids;
    }

    @Test
    void readsEachDocumentAsItsOwnType() {
        List<V> all = list(family.vehicles().findAll());

        assertThat(all).hasSize(4);
        assertThat(all)
                .filteredOn(each -> family.id(each).startsWith("c"))
                .allSatisfy(each -> assertThat(each.getClass().getSimpleName()).isIn("Car", "Crane"));
        assertThat(get(family.vehicles().findById("b1")).getClass().getSimpleName())
                .isIn("Bike", "Ladder");
        assertThat(family.seats(get(family.cars().findById("c2")))).isEqualTo(7);
    }

    @Test
    void storesTheDiscriminatorOfEachType() {
        assertThat(stored("c1").getString(family.key()).getValue()).isEqualTo(family.carType());
        assertThat(stored("b1").getString(family.key()).getValue()).isEqualTo(family.bikeType());
    }

    @Test
    void aRepositoryOfOneTypeSeesNoOther() {
        assertThat(get(family.cars().count())).isEqualTo(2);
        assertThat(get(family.motorized().count())).isEqualTo(3);
        assertThat(get(family.vehicles().count())).isEqualTo(4);
        assertThat(ids(list(family.cars().findAll()))).containsExactlyInAnyOrder("c1", "c2");
        assertThat(list(family.motorized().find().ids())).containsExactlyInAnyOrder("c1", "c2", "t1");
        assertThat(get(family.cars().existsById("c1"))).isTrue();
        assertThat(get(family.cars().existsById("b1"))).isFalse();
        StepVerifier.create(family.cars().findById("b1")).verifyComplete();
        assertThat(ids(list(family.cars().findAllById(List.of("b1", "c2", "t1", "c1")))))
                .containsExactly("c2", "c1");
        assertThat(get(family.cars().find(family.carSeats(4)).exists())).isTrue();
    }

    @Test
    void conditionsOnCommonMembersHoldForAllTypes() {
        assertThat(list(family.vehicles().find(family.plateIs("plate b1")).ids()))
                .containsExactly("b1");
        assertThat(list(family.vehicles().find(family.keeperIs("keeper ann")).ids()))
                .containsExactlyInAnyOrder("c1", "t1", "b1");
    }

    @Test
    void narrowedConditionsHoldForOneTypeOnly() {
        assertThat(list(family.vehicles().find(family.isCar()).ids())).containsExactlyInAnyOrder("c1", "c2");
        assertThat(list(family.vehicles().find(family.isMotorized().not()).ids()))
                .containsExactly("b1");
        assertThat(list(family.vehicles().find(family.seats(7)).ids())).containsExactly("c2");
        assertThat(list(family.vehicles().find(family.seats(7).not()).ids()))
                .containsExactlyInAnyOrder("c1", "t1", "b1");
        assertThat(list(family.vehicles().find(family.powerOver(100)).ids())).containsExactly("t1");
        assertThat(list(family.vehicles().find(family.garageIn("Oslo")).ids())).containsExactly("c1");
        assertThat(list(family.vehicles()
                        .find(family.seats(4).or(family.plateIs("plate b1")))
                        .ids()))
                .containsExactlyInAnyOrder("c1", "b1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100}) // past the bound, joins take over
    void conditionsThroughLinksSeeTheType(int bound) {
        assertThat(list(family.trips()
                        .find(family.vehicleOnTripSeats(4))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("j1");
        assertThat(list(family.trips()
                        .find(family.vehicleOnTripIsCar().not())
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("j2");
        assertThat(list(family.trips()
                        .find(family.carOnTripSeats(4))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("j1");
        assertThat(list(family.trips()
                        .find(family.someFollowerSeats(7))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("j2");
        assertThat(list(family.keepers()
                        .find(family.keepsCarWithSeats(7))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("bob");
        assertThat(list(family.garages()
                        .find(family.holdsCarWithSeats(4))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("north");
    }

    @Test
    void conditionsGoOnThroughLinksOfOneType() {
        assertThat(list(family.trips()
                        .find(family.garageOfVehicleOnTripIn("Oslo"))
                        .ids()))
                .containsExactly("j1");
    }

    @Test
    void countsReferrersOfTheirTypeOnly() {
        assertThat(list(family.keepers().find(family.keepsVehicles(3)).ids())).containsExactly("ann");
        assertThat(list(family.garages().find(family.holdsCars(1)).ids())).containsExactly("north");
        assertThat(list(family.garages().find(family.holdsCars(0)).ids())).containsExactly("south");
    }

    @ParameterizedTest
    @EnumSource
    void fetchesTheLinksThatEachDocumentHas(FetchStrategy strategy) {
        List<V> all = list(family.vehicles()
                .find()
                .fetchLinks(1)
                .using(strategy)
                .sort(family.byPlate())
                .all());

        assertThat(ids(all)).containsExactly("b1", "c1", "c2", "t1");
        assertThat(all).allSatisfy(each -> assertThat(family.keeperOf(each).isFetched())
                .isTrue());
        assertThat(BackRef.fetched(family.tripsOf(all.get(0)))).hasSize(1);
        C car = asCar(all.get(1));
        assertThat(family.garageOf(car).orElseThrow().isFetched()).isTrue();
        assertThat(BackRef.fetched(family.carTripsOf(car))).hasSize(1);
        assertThat(BackRef.fetched(family.carTripsOf(asCar(all.get(2))))).isEmpty();
        assertThat(family.depotsOf(asTruck(all.get(3))))
                .extracting(Ref::isMissing)
                .containsExactly(false, true, false);
    }

    @SuppressWarnings("unchecked") // its id says that it is one
    private C asCar(V vehicle) {
        return (C) vehicle;
    }

    @SuppressWarnings("unchecked") // its id says that it is one
    private M asTruck(V vehicle) {
        return (M) vehicle;
    }

    @ParameterizedTest
    @EnumSource
    void fetchesOneLinkOfOneType(FetchStrategy strategy) {
        C car = asCar(get(family.vehicles()
                .find(family.plateIs("plate c1"))
                .fetch(family.garageOfCar())
                .using(strategy)
                .one()));

        assertThat(family.garageOf(car).orElseThrow().isFetched()).isTrue();
        assertThat(family.keeperOf(car).isFetched()).isFalse();
    }

    @Test
    void fetchesLinksOfOneTypeOnDemand() {
        List<V> all = list(family.vehicles()
                .fetch(
                        family.vehicles().find().sort(family.byPlate()).all(),
                        family.garageOfCar(),
                        family.depotsOfTruck()));

        assertThat(family.garageOf(asCar(all.get(1))).orElseThrow().isFetched()).isTrue();
        assertThat(family.depotsOf(asTruck(all.get(3))))
                .extracting(Ref::isFetched)
                .containsExactly(true, false, true);

        C car = get(family.cars().fetch(get(family.cars().findById("c1")), family.garage()));
        assertThat(family.garageOf(car).orElseThrow().isFetched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToOneTypeIsMissingWhereTheDocumentHasAnother(FetchStrategy strategy) {
        List<J> trips = list(family.trips()
                .find()
                .fetch(family.vehicle(), family.car(), family.followers())
                .using(strategy)
                .all());
        J first = trips.get(0);
        J second = trips.get(1);

        assertThat(family.vehicleOf(first).get())
                .isSameAs(family.carOf(first).orElseThrow().get());
        assertThat(family.followersOf(first)).extracting(Ref::isMissing).containsExactly(false, true);
        assertThat(family.followersOf(first)).extracting(Ref::id).containsExactly("t1", "b1");
        assertThat(family.id(family.vehicleOf(second).get())).isEqualTo("b1");
        assertThat(family.carOf(second).orElseThrow().isMissing()).isTrue(); // it is a truck
        assertThat(family.followersOf(second)).extracting(Ref::isFetched).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToOneTypeIsMissingWhereTheDiscriminatorIsNoText(FetchStrategy strategy) {
        storePast("{_id: 'x3', " + family.key() + ": 7, plate: 'x'}");
        get(family.trips().insert(family.trip("j3", Ref.to("b1"), Ref.to("x3"), List.of())));

        J trip = get(family.trips().findById("j3").fetch(family.car()).using(strategy));

        assertThat(family.carOf(trip).orElseThrow().isMissing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void failsOnALinkToADocumentOfAnotherTypeIfAsked(FetchStrategy strategy) {
        assertThatThrownBy(() -> list(family.trips()
                        .find()
                        .fetch(family.car())
                        .missing(MissingTargets.FAIL)
                        .using(strategy)
                        .all()))
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageContaining("t1");
    }

    @ParameterizedTest
    @EnumSource
    void goesOnFromALinkToTheSealedType(FetchStrategy strategy) {
        J trip = get(family.trips()
                .find(family.vehicleOnTripIsCar())
                .fetch(family.garageOfVehicle())
                .using(strategy)
                .one());

        C car = asCar(family.vehicleOf(trip).get());
        assertThat(family.garageOf(car).orElseThrow().isFetched()).isTrue();
        assertThat(family.keeperOf(car).isFetched()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void fetchesBackLinksToTheSealedTypeAndToOneType(FetchStrategy strategy) {
        K keeper = get(
                family.keepers().findById("ann").fetch(family.vehiclesLink()).using(strategy));
        G garage =
                get(family.garages().findById("north").fetch(family.carsLink()).using(strategy));

        assertThat(ids(BackRef.fetched(family.vehiclesOf(keeper)))).containsExactly("b1", "c1", "t1");
        assertThat(ids(BackRef.fetched(family.carsOf(garage)))).containsExactly("c1");
    }

    @ParameterizedTest
    @EnumSource
    void oneDocumentIsOneObjectWhateverTheTypesOfTheLinksToIt(FetchStrategy strategy) {
        J trip = get(family.trips().findById("j1").fetchLinks(3).using(strategy));

        V vehicle = family.vehicleOf(trip).get();
        assertThat(family.carOf(trip).orElseThrow().get()).isSameAs(vehicle);
        K keeper = family.keeperOf(vehicle).get();
        assertThat(BackRef.fetched(family.vehiclesOf(keeper))).anyMatch(each -> each == vehicle);
        assertThat(BackRef.fetched(family.tripsOf(vehicle))).anyMatch(each -> each == trip);
    }

    @Test
    void readsEachLevelWithOneFindPerCollection() {
        list(family.vehicles().find().fetchLinks(1).using(FetchStrategy.BATCH).all());

        assertThat(database.recorder().names()).hasSize(4).containsOnly("find"); // roots, keepers, garages, trips
    }

    @Test
    void pagesStreamsAndSorts() {
        Page<M> page = get(family.motorized().find().page(PageRequest.first(2).withTotal()));
        assertThat(page.items()).hasSize(2);
        assertThat(page.total()).hasValue(3);
        assertThat(get(family.motorized()
                                .find()
                                .page(PageRequest.first(2).after(page.next().orElseThrow())))
                        .items())
                .hasSize(1);
        assertThat(ids(list(family.vehicles()
                        .find(family.isCar())
                        .sort(family.bySeats())
                        .batchSize(1)
                        .all())))
                .containsExactly("c1", "c2");
        assertThat(get(family.cars().find(family.carSeats(4)).one())).isNotNull();
        StepVerifier.create(family.cars().find().all(), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify();
    }

    @Test
    void aPlanSaysWhichTypeIsRead() {
        assertThat(family.cars().find().plan().toString()).contains(family.carType());
        assertThat(family.vehicles().find().plan().toString()).doesNotContain(family.carType());
    }

    @Test
    void aValueThatNoTypeDeclaresIsAnErrorWithTheKnownOnes() {
        storePast("{_id: 'x1', " + family.key() + ": 'Plane', plate: 'x', version: {$numberLong: '1'}}");

        assertThatThrownBy(() -> get(family.vehicles().findById("x1")))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining(family.collection())
                .hasMessageContaining("x1")
                .hasMessageContaining(family.key())
                .hasMessageContaining("\"" + family.carType() + "\"")
                .hasMessageContaining("\"" + family.bikeType() + "\"")
                .hasMessageContaining("found \"Plane\"");
        StepVerifier.create(family.cars().findById("x1")).verifyComplete();
        assertThat(get(family.cars().count())).isEqualTo(2);
    }

    @Test
    void aDocumentWithoutADiscriminatorIsAnError() {
        storePast("{_id: 'x2', plate: 'x'}");

        assertThatThrownBy(() -> get(family.vehicles().findById("x2")))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("required, but missing; one of \"");
    }

    @Test
    void theCodecOfOneTypeRefusesAnother() {
        assertThatThrownBy(() -> get(Mono.from(family.cars()
                        .collection()
                        .find(new BsonDocument("_id", stored("b1").get("_id"))))))
                .hasMessageContaining(
                        "expected one of \"" + family.carType() + "\", found \"" + family.bikeType() + "\"");
    }
}
