// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.LinkPath;
import dev.ligature.path.Sort;
import dev.ligature.path.Update;
import dev.ligature.repository.Repository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two families of documents, in the words that the tests use.
 *
 * @param <V> any vehicle
 * @param <M> one with an engine: a car or a truck
 * @param <C> a car
 * @param <K> whoever keeps vehicles
 * @param <G> a garage
 * @param <J> a trip
 */
interface Family<V, M extends V, C extends M, K, G, J> {
    String collection();

    /** The discriminator's key. */
    String key();

    String carType();

    String bikeType();

    /** The stored field with the id of the keeper. */
    String keeperPath();

    Repository<V, String> vehicles();

    Repository<M, String> motorized();

    Repository<C, String> cars();

    Repository<K, String> keepers();

    Repository<G, String> garages();

    Repository<J, String> trips();

    C car(String id, int seats, Ref<K> keeper, @Nullable Ref<G> garage);

    M truck(String id, Ref<K> keeper, List<Ref<G>> depots);

    V bike(String id, Ref<K> keeper);

    K keeper(String id);

    G garage(String id, String city);

    J trip(String id, Ref<V> vehicle, @Nullable Ref<C> car, List<Ref<M>> followers);

    String id(V vehicle);

    int seats(C car);

    C withSeats(C car, int seats);

    Ref<K> keeperOf(V vehicle);

    Optional<Ref<G>> garageOf(C car);

    List<Ref<G>> depotsOf(M truck);

    List<BackRef<J>> tripsOf(V vehicle);

    List<BackRef<J>> carTripsOf(C car);

    List<BackRef<V>> vehiclesOf(K keeper);

    List<BackRef<C>> carsOf(G garage);

    Ref<V> vehicleOf(J trip);

    Optional<Ref<C>> carOf(J trip);

    List<Ref<M>> followersOf(J trip);

    Condition<V> plateIs(String plate);

    Condition<V> isCar();

    Condition<V> isMotorized();

    Condition<V> seats(int seats);

    Condition<V> powerOver(int power);

    Condition<V> garageIn(String city);

    Condition<V> keeperIs(String name);

    Condition<C> carSeats(int seats);

    Condition<J> carOnTripSeats(int seats);

    Condition<J> vehicleOnTripSeats(int seats);

    Condition<J> vehicleOnTripIsCar();

    Condition<J> garageOfVehicleOnTripIn(String city);

    Condition<J> someFollowerSeats(int seats);

    Condition<K> keepsCarWithSeats(int seats);

    Condition<K> keepsVehicles(int number);

    Condition<G> holdsCarWithSeats(int seats);

    Condition<G> holdsCars(int number);

    Sort<V> byPlate();

    Sort<V> bySeats();

    Update<V> plate(String plate);

    Update<V> seatsTo(int seats);

    Update<C> carSeatsTo(int seats);

    LinkPath<V, K, String> keeper();

    LinkPath<V, G, String> garageOfCar();

    LinkPath<V, G, String> depotsOfTruck();

    LinkPath<C, G, String> garage();

    LinkPath<J, V, String> vehicle();

    LinkPath<J, C, String> car();

    LinkPath<J, M, String> followers();

    LinkPath<J, G, String> garageOfVehicle();

    LinkPath<K, V, String> vehiclesLink();

    LinkPath<G, C, String> carsLink();
}
