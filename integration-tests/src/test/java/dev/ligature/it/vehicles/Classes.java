// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import static dev.ligature.it.vehicles.QMachine.machine;
import static dev.ligature.it.vehicles.QMachine_Crane.crane;
import static dev.ligature.it.vehicles.QMachine_Hall.hall;
import static dev.ligature.it.vehicles.QMachine_Job.job;
import static dev.ligature.it.vehicles.QMachine_Owner.owner;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.vehicles.Machine.Crane;
import dev.ligature.it.vehicles.Machine.Hall;
import dev.ligature.it.vehicles.Machine.Job;
import dev.ligature.it.vehicles.Machine.Ladder;
import dev.ligature.it.vehicles.Machine.Owner;
import dev.ligature.it.vehicles.Machine.Powered;
import dev.ligature.it.vehicles.Machine.Press;
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

/** Classes of a sealed class. */
final class Classes implements Family<Machine, Powered, Crane, Owner, Hall, Job> {
    private final MachineRepository vehicles;
    private final Machine_PoweredRepository motorized;
    private final Machine_CraneRepository cars;
    private final Machine_OwnerRepository keepers;
    private final Machine_HallRepository garages;
    private final Machine_JobRepository trips;

    Classes(MongoDatabase database) {
        vehicles = new MachineRepository(database);
        motorized = new Machine_PoweredRepository(database);
        cars = new Machine_CraneRepository(database);
        keepers = new Machine_OwnerRepository(database);
        garages = new Machine_HallRepository(database);
        trips = new Machine_JobRepository(database);
    }

    @Override
    public String collection() {
        return "machines";
    }

    @Override
    public String key() {
        return "_class_id";
    }

    @Override
    public String carType() {
        return "Machine.Powered.Crane";
    }

    @Override
    public String bikeType() {
        return "Machine.Ladder";
    }

    @Override
    public String keeperPath() {
        return "owner";
    }

    @Override
    public Repository<Machine, String> vehicles() {
        return vehicles;
    }

    @Override
    public Repository<Powered, String> motorized() {
        return motorized;
    }

    @Override
    public Repository<Crane, String> cars() {
        return cars;
    }

    @Override
    public Repository<Owner, String> keepers() {
        return keepers;
    }

    @Override
    public Repository<Hall, String> garages() {
        return garages;
    }

    @Override
    public Repository<Job, String> trips() {
        return trips;
    }

    @Override
    public Crane car(String id, int seats, Ref<Owner> keeper, @Nullable Ref<Hall> garage) {
        Crane made = new Crane();
        made.id = id;
        made.plate = "plate " + id;
        made.owner = keeper;
        made.power = 80;
        made.seats = seats;
        made.hall = Optional.ofNullable(garage);
        return made;
    }

    @Override
    public Press truck(String id, Ref<Owner> keeper, List<Ref<Hall>> depots) {
        Press made = new Press();
        made.id = id;
        made.plate = "plate " + id;
        made.owner = keeper;
        made.power = 300;
        made.sites = depots;
        return made;
    }

    @Override
    public Ladder bike(String id, Ref<Owner> keeper) {
        Ladder made = new Ladder();
        made.id = id;
        made.plate = "plate " + id;
        made.owner = keeper;
        return made;
    }

    @Override
    public Owner keeper(String id) {
        Owner made = new Owner();
        made.id = id;
        made.name = "keeper " + id;
        return made;
    }

    @Override
    public Hall garage(String id, String city) {
        Hall made = new Hall();
        made.id = id;
        made.city = city;
        return made;
    }

    @Override
    public Job trip(String id, Ref<Machine> vehicle, @Nullable Ref<Crane> car, List<Ref<Powered>> followers) {
        Job made = new Job();
        made.id = id;
        made.machine = vehicle;
        made.crane = Optional.ofNullable(car);
        made.followers = followers;
        return made;
    }

    @Override
    public Crane withSeats(Crane car, int seats) {
        car.seats = seats;
        return car;
    }

    @Override
    public String id(Machine vehicle) {
        return vehicle.id;
    }

    @Override
    public int seats(Crane car) {
        return car.seats;
    }

    @Override
    public Ref<Owner> keeperOf(Machine vehicle) {
        return vehicle.owner;
    }

    @Override
    public Optional<Ref<Hall>> garageOf(Crane car) {
        return car.hall;
    }

    @Override
    public List<Ref<Hall>> depotsOf(Powered truck) {
        return ((Press) truck).sites;
    }

    @Override
    public List<BackRef<Job>> tripsOf(Machine vehicle) {
        return vehicle.jobs;
    }

    @Override
    public List<BackRef<Job>> carTripsOf(Crane car) {
        return car.craneJobs;
    }

    @Override
    public List<BackRef<Machine>> vehiclesOf(Owner keeper) {
        return keeper.machines;
    }

    @Override
    public List<BackRef<Crane>> carsOf(Hall garage) {
        return garage.cranes;
    }

    @Override
    public Ref<Machine> vehicleOf(Job trip) {
        return trip.machine;
    }

    @Override
    public Optional<Ref<Crane>> carOf(Job trip) {
        return trip.crane;
    }

    @Override
    public List<Ref<Powered>> followersOf(Job trip) {
        return trip.followers;
    }

    @Override
    public Condition<Machine> plateIs(String plate) {
        return machine.plate.eq(plate);
    }

    @Override
    public Condition<Machine> isCar() {
        return machine.isCrane();
    }

    @Override
    public Condition<Machine> isMotorized() {
        return machine.isPowered();
    }

    @Override
    public Condition<Machine> seats(int seats) {
        return machine.asCrane().seats.eq(seats);
    }

    @Override
    public Condition<Machine> powerOver(int power) {
        return machine.asPowered().power.gt(power);
    }

    @Override
    public Condition<Machine> garageIn(String city) {
        return machine.asCrane().hall().city.eq(city);
    }

    @Override
    public Condition<Machine> keeperIs(String name) {
        return machine.owner().name.eq(name);
    }

    @Override
    public Condition<Crane> carSeats(int seats) {
        return crane.seats.eq(seats);
    }

    @Override
    public Condition<Job> carOnTripSeats(int seats) {
        return job.crane().seats.eq(seats);
    }

    @Override
    public Condition<Job> vehicleOnTripSeats(int seats) {
        return job.machine().asCrane().seats.eq(seats);
    }

    @Override
    public Condition<Job> vehicleOnTripIsCar() {
        return job.machine().isCrane();
    }

    @Override
    public Condition<Job> garageOfVehicleOnTripIn(String city) {
        return job.machine().asCrane().hall().city.eq(city);
    }

    @Override
    public Condition<Job> someFollowerSeats(int seats) {
        return job.followers().any(each -> each.asCrane().seats.eq(seats));
    }

    @Override
    public Condition<Owner> keepsCarWithSeats(int seats) {
        return owner.machines().asCrane().seats.eq(seats);
    }

    @Override
    public Condition<Owner> keepsVehicles(int number) {
        return owner.machines().size(number);
    }

    @Override
    public Condition<Hall> holdsCarWithSeats(int seats) {
        return hall.cranes().seats.eq(seats);
    }

    @Override
    public Condition<Hall> holdsCars(int number) {
        return hall.cranes().size(number);
    }

    @Override
    public Sort<Machine> byPlate() {
        return machine.plate.asc();
    }

    @Override
    public Sort<Machine> bySeats() {
        return machine.asCrane().seats.asc();
    }

    @Override
    public Update<Machine> plate(String plate) {
        return machine.plate.set(plate);
    }

    @Override
    public Update<Machine> seatsTo(int seats) {
        return machine.asCrane().seats.set(seats);
    }

    @Override
    public Update<Crane> carSeatsTo(int seats) {
        return crane.seats.set(seats);
    }

    @Override
    public LinkPath<Machine, Owner, String> keeper() {
        return machine.owner();
    }

    @Override
    public LinkPath<Machine, Hall, String> garageOfCar() {
        return machine.asCrane().hall();
    }

    @Override
    public LinkPath<Machine, Hall, String> depotsOfTruck() {
        return machine.asPress().sites();
    }

    @Override
    public LinkPath<Crane, Hall, String> garage() {
        return crane.hall();
    }

    @Override
    public LinkPath<Job, Machine, String> vehicle() {
        return job.machine();
    }

    @Override
    public LinkPath<Job, Crane, String> car() {
        return job.crane();
    }

    @Override
    public LinkPath<Job, Powered, String> followers() {
        return job.followers();
    }

    @Override
    public LinkPath<Job, Hall, String> garageOfVehicle() {
        return job.machine().asCrane().hall();
    }

    @Override
    public LinkPath<Owner, Machine, String> vehiclesLink() {
        return owner.machines();
    }

    @Override
    public LinkPath<Hall, Crane, String> carsLink() {
        return hall.cranes();
    }
}
