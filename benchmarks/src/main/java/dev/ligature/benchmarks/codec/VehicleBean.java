// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** {@link Vehicle} as a class, for mappers that take no records. */
@Entity(value = "vehicles", useDiscriminator = false)
public class VehicleBean {
    @Id
    public @Nullable ObjectId id;

    public @Nullable String vin;
    public @Nullable String plate;
    public @Nullable String make;
    public @Nullable String model;
    public @Nullable String trim;
    public Vehicle.@Nullable Body body;
    public Vehicle.@Nullable Fuel fuel;
    public Vehicle.@Nullable Gearbox gearbox;
    public Vehicle.@Nullable Drive drive;
    public @Nullable String colour;
    public @Nullable String upholstery;
    public int year;
    public int doors;
    public int seats;
    public int cylinders;
    public double displacement;
    public int power;
    public int torque;
    public long mileage;
    public double price;
    public double listPrice;
    public double tax;
    public double consumptionCity;
    public double consumptionHighway;
    public int co2;
    public double tankLitres;
    public int length;
    public int width;
    public int height;
    public int weight;
    public int maxWeight;
    public int wheelbase;
    public int trunkLitres;
    public boolean accidentFree;
    public boolean serviceBook;
    public boolean towBar;
    public boolean warranty;
    public int owners;
    public @Nullable Instant firstRegistered;
    public @Nullable Instant lastInspected;
    public @Nullable Instant nextInspection;
    public @Nullable Instant listed;
    public @Nullable Instant updated;
    public @Nullable String dealer;
    public @Nullable String dealerPhone;
    public @Nullable String city;
    public @Nullable String country;
    public long views;
    public @Nullable String note;
}
