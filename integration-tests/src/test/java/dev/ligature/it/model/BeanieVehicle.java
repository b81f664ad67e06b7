// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.bson.types.ObjectId;

/** Beanie's classes {@code Vehicle}, {@code Bicycle}, {@code Car} and {@code Bus}, of which the first is the root. */
@Document(collection = "Vehicle")
@BsonDiscriminator(key = "_class_id")
public sealed interface BeanieVehicle {
    ObjectId id();

    String color();

    @BsonDiscriminator("Vehicle.Bicycle")
    record Bicycle(ObjectId id, String color, int frame) implements BeanieVehicle {}

    @BsonDiscriminator("Vehicle.Car")
    record Car(ObjectId id, String color, Optional<String> fuel) implements BeanieVehicle {}

    @BsonDiscriminator("Vehicle.Car.Bus")
    record Bus(ObjectId id, String color, Optional<String> fuel, int seats) implements BeanieVehicle {}
}
