package com.example.vehicles;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.CompoundIndex;
import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Converter;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.annotation.Version;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;

/** What the accessors of a sealed interface are annotated with holds for the members that implement them. */
@Document(collection = "vehicles", maxDepth = 2)
@BsonDiscriminator(key = "_class_id", value = "Vehicle")
@CompoundIndex({"plate", "-made"})
public sealed interface Vehicle {
    ObjectId id();

    @Indexed(unique = true)
    String plate();

    @BsonProperty("made_by")
    Maker made();

    @Link
    Ref<Keeper> keeper();

    @BackLink(originalField = "vehicle", onDelete = OnDelete.RESTRICT)
    List<BackRef<Trip>> trips();

    record Maker(String name, List<String> plants) {}

    sealed interface Motorized extends Vehicle {
        @Convert(Horses.class)
        int power();

        Integer load();
    }

    final class Horses implements Converter<Integer, String> {
        @Override
        public String toStored(Integer value) {
            return value + " hp";
        }

        @Override
        public Integer fromStored(String stored) {
            return Integer.valueOf(stored.substring(0, stored.length() - 3));
        }
    }

    @BsonDiscriminator("Vehicle.Car")
    record Car(
            ObjectId id,
            @Version long version,
            String plate,
            Maker made,
            Ref<Keeper> keeper,
            List<BackRef<Trip>> trips,
            int power,
            @Convert(Horses.class) Integer load,
            @Link Optional<Ref<Garage>> asBus,
            @Indexed(unique = true, sparse = true) Integer slot)
            implements Motorized {}

    @Document
    @BsonDiscriminator("Vehicle.Bus")
    record Bus(
            ObjectId id,
            @Version long version,
            String plate,
            Maker made,
            Ref<Keeper> keeper,
            List<BackRef<Trip>> trips,
            int power,
            Integer load,
            @Link List<Ref<Garage>> depots,
            Map<String, Maker> parts)
            implements Motorized {}

    @BsonDiscriminator("Vehicle.Cart")
    final class Cart implements Vehicle {
        ObjectId id;
        @Version
        long version;
        String plate;
        Maker made;
        Ref<Keeper> keeper;
        List<BackRef<Trip>> trips;

        @Override
        public ObjectId id() {
            return id;
        }

        @Override
        public String plate() {
            return plate;
        }

        @Override
        public Maker made() {
            return made;
        }

        @Override
        public Ref<Keeper> keeper() {
            return keeper;
        }

        @Override
        public List<BackRef<Trip>> trips() {
            return trips;
        }
    }

    @Document
    record Keeper(ObjectId id, @BackLink(originalField = "keeper") List<BackRef<Vehicle>> vehicles) {}

    @Document
    record Garage(
            ObjectId id,
            @BackLink(originalField = "asBus") List<BackRef<Car>> cars,
            @BackLink(originalField = "depots") List<BackRef<Bus>> buses) {}

    @Document
    record Trip(ObjectId id, @Link Ref<Vehicle> vehicle, @Link Optional<Ref<Motorized>> towedBy) {}
}
