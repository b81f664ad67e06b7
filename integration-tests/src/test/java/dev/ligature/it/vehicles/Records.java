// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.vehicles.QVehicle.vehicle;
import static dev.ligature.it.vehicles.QVehicle_Car.car;
import static dev.ligature.it.vehicles.QVehicle_Garage.garage;
import static dev.ligature.it.vehicles.QVehicle_Keeper.keeper;
import static dev.ligature.it.vehicles.QVehicle_Trip.trip;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.vehicles.Vehicle.Bike;
import dev.ligature.it.vehicles.Vehicle.Car;
import dev.ligature.it.vehicles.Vehicle.Garage;
import dev.ligature.it.vehicles.Vehicle.Keeper;
import dev.ligature.it.vehicles.Vehicle.Motorized;
import dev.ligature.it.vehicles.Vehicle.Trip;
import dev.ligature.it.vehicles.Vehicle.Truck;
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

/** Records of a sealed interface. */
final class Records implements Family<Vehicle, Motorized, Car, Keeper, Garage, Trip> {
    private final VehicleRepository vehicles;
    private final Vehicle_MotorizedRepository motorized;
    private final Vehicle_CarRepository cars;
    private final Vehicle_KeeperRepository keepers;
    private final Vehicle_GarageRepository garages;
    private final Vehicle_TripRepository trips;

    Records(MongoDatabase database) {
        vehicles = new VehicleRepository(database);
        motorized = new Vehicle_MotorizedRepository(database);
        cars = new Vehicle_CarRepository(database);
        keepers = new Vehicle_KeeperRepository(database);
        garages = new Vehicle_GarageRepository(database);
        trips = new Vehicle_TripRepository(database);
    }

    @Override
    public String collection() {
        return "vehicles";
    }

    @Override
    public String key() {
        return "_t";
    }

    @Override
    public String carType() {
        return "dev.ligature.it.vehicles.Vehicle$Car";
    }

    @Override
    public String bikeType() {
        return "dev.ligature.it.vehicles.Vehicle$Bike";
    }

    @Override
    public String keeperPath() {
        return "keeper";
    }

    @Override
    public Repository<Vehicle, String> vehicles() {
        return vehicles;
    }

    @Override
    public Repository<Motorized, String> motorized() {
        return motorized;
    }

    @Override
    public Repository<Car, String> cars() {
        return cars;
    }

    @Override
    public Repository<Keeper, String> keepers() {
        return keepers;
    }

    @Override
    public Repository<Garage, String> garages() {
        return garages;
    }

    @Override
    public Repository<Trip, String> trips() {
        return trips;
    }

    @Override
    public Car car(String id, int seats, Ref<Keeper> keeper, @Nullable Ref<Garage> garage) {
        return new Car(id, 0, "plate " + id, keeper, List.of(), 80, seats, Optional.ofNullable(garage), List.of());
    }

    @Override
    public Truck truck(String id, Ref<Keeper> keeper, List<Ref<Garage>> depots) {
        return new Truck(id, 0, "plate " + id, keeper, List.of(), 300, List.of("heavy"), depots);
    }

    @Override
    public Bike bike(String id, Ref<Keeper> keeper) {
        return new Bike(id, 0, "plate " + id, keeper, List.of());
    }

    @Override
    public Keeper keeper(String id) {
        return new Keeper(id, "keeper " + id, List.of());
    }

    @Override
    public Garage garage(String id, String city) {
        return new Garage(id, city, List.of());
    }

    @Override
    public Trip trip(String id, Ref<Vehicle> vehicle, @Nullable Ref<Car> car, List<Ref<Motorized>> followers) {
        return new Trip(id, vehicle, Optional.ofNullable(car), followers);
    }

    @Override
    public Car withSeats(Car car, int seats) {
        return new Car(
                car.id(),
                car.version(),
                car.plate(),
                car.keeper(),
                car.trips(),
                car.power(),
                seats,
                car.garage(),
                car.carTrips());
    }

    @Override
    public String id(Vehicle vehicle) {
        return vehicle.id();
    }

    @Override
    public int seats(Car car) {
        return car.seats();
    }

    @Override
    public Ref<Keeper> keeperOf(Vehicle vehicle) {
        return vehicle.keeper();
    }

    @Override
    public Optional<Ref<Garage>> garageOf(Car car) {
        return car.garage();
    }

    @Override
    public List<Ref<Garage>> depotsOf(Motorized truck) {
        return ((Truck) truck).depots();
    }

    @Override
    public List<BackRef<Trip>> tripsOf(Vehicle vehicle) {
        return vehicle.trips();
    }

    @Override
    public List<BackRef<Trip>> carTripsOf(Car car) {
        return car.carTrips();
    }

    @Override
    public List<BackRef<Vehicle>> vehiclesOf(Keeper keeper) {
        return keeper.vehicles();
    }

    @Override
    public List<BackRef<Car>> carsOf(Garage garage) {
        return garage.cars();
    }

    @Override
    public Ref<Vehicle> vehicleOf(Trip trip) {
        return trip.vehicle();
    }

    @Override
    public Optional<Ref<Car>> carOf(Trip trip) {
        return trip.car();
    }

    @Override
    public List<Ref<Motorized>> followersOf(Trip trip) {
        return trip.followers();
    }

    @Override
    public Condition<Vehicle> plateIs(String plate) {
        return vehicle.plate.eq(plate);
    }

    @Override
    public Condition<Vehicle> isCar() {
        return vehicle.isCar();
    }

    @Override
    public Condition<Vehicle> isMotorized() {
        return vehicle.isMotorized();
    }

    @Override
    public Condition<Vehicle> seats(int seats) {
        return vehicle.asCar().seats.eq(seats);
    }

    @Override
    public Condition<Vehicle> powerOver(int power) {
        return vehicle.asMotorized().power.gt(power);
    }

    @Override
    public Condition<Vehicle> garageIn(String city) {
        return vehicle.asCar().garage().city.eq(city);
    }

    @Override
    public Condition<Vehicle> keeperIs(String name) {
        return vehicle.keeper().name.eq(name);
    }

    @Override
    public Condition<Car> carSeats(int seats) {
        return car.seats.eq(seats);
    }

    @Override
    public Condition<Trip> carOnTripSeats(int seats) {
        return trip.car().seats.eq(seats);
    }

    @Override
    public Condition<Trip> vehicleOnTripSeats(int seats) {
        return trip.vehicle().asCar().seats.eq(seats);
    }

    @Override
    public Condition<Trip> vehicleOnTripIsCar() {
        return trip.vehicle().isCar();
    }

    @Override
    public Condition<Trip> garageOfVehicleOnTripIn(String city) {
        return trip.vehicle().asCar().garage().city.eq(city);
    }

    @Override
    public Condition<Trip> someFollowerSeats(int seats) {
        return trip.followers().any(each -> each.asCar().seats.eq(seats));
    }

    @Override
    public Condition<Keeper> keepsCarWithSeats(int seats) {
        return keeper.vehicles().asCar().seats.eq(seats);
    }

    @Override
    public Condition<Keeper> keepsVehicles(int number) {
        return keeper.vehicles().size(number);
    }

    @Override
    public Condition<Garage> holdsCarWithSeats(int seats) {
        return garage.cars().seats.eq(seats);
    }

    @Override
    public Condition<Garage> holdsCars(int number) {
        return garage.cars().size(number);
    }

    @Override
    public Sort<Vehicle> byPlate() {
        return vehicle.plate.asc();
    }

    @Override
    public Sort<Vehicle> bySeats() {
        return vehicle.asCar().seats.asc();
    }

    @Override
    public Update<Vehicle> plate(String plate) {
        return vehicle.plate.set(plate);
    }

    @Override
    public Update<Vehicle> seatsTo(int seats) {
        return vehicle.asCar().seats.set(seats);
    }

    @Override
    public Update<Car> carSeatsTo(int seats) {
        return car.seats.set(seats);
    }

    @Override
    public LinkPath<Vehicle, Keeper, String> keeper() {
        return vehicle.keeper();
    }

    @Override
    public LinkPath<Vehicle, Garage, String> garageOfCar() {
        return vehicle.asCar().garage();
    }

    @Override
    public LinkPath<Vehicle, Garage, String> depotsOfTruck() {
        return vehicle.asTruck().depots();
    }

    @Override
    public LinkPath<Car, Garage, String> garage() {
        return car.garage();
    }

    @Override
    public LinkPath<Trip, Vehicle, String> vehicle() {
        return trip.vehicle();
    }

    @Override
    public LinkPath<Trip, Car, String> car() {
        return trip.car();
    }

    @Override
    public LinkPath<Trip, Motorized, String> followers() {
        return trip.followers();
    }

    @Override
    public LinkPath<Trip, Garage, String> garageOfVehicle() {
        return trip.vehicle().asCar().garage();
    }

    @Override
    public LinkPath<Keeper, Vehicle, String> vehiclesLink() {
        return keeper.vehicles();
    }

    @Override
    public LinkPath<Garage, Car, String> carsLink() {
        return garage.cars();
    }
}
