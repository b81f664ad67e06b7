// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.ligature.annotation.Document;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A document of fifty fields: a used car. */
@Document(collection = "vehicles")
public record Vehicle(
        @BsonId ObjectId id,
        String vin,
        @Nullable String plate,
        String make,
        String model,
        String trim,
        Body body,
        Fuel fuel,
        Gearbox gearbox,
        Drive drive,
        String colour,
        String upholstery,
        int year,
        int doors,
        int seats,
        int cylinders,
        double displacement,
        int power,
        int torque,
        long mileage,
        double price,
        double listPrice,
        double tax,
        double consumptionCity,
        double consumptionHighway,
        int co2,
        double tankLitres,
        int length,
        int width,
        int height,
        int weight,
        int maxWeight,
        int wheelbase,
        int trunkLitres,
        boolean accidentFree,
        boolean serviceBook,
        boolean towBar,
        boolean warranty,
        int owners,
        Instant firstRegistered,
        Instant lastInspected,
        @Nullable Instant nextInspection,
        Instant listed,
        Instant updated,
        String dealer,
        @Nullable String dealerPhone,
        String city,
        String country,
        long views,
        @Nullable String note) {
    enum Body {
        HATCHBACK,
        SALOON,
        ESTATE
    }

    enum Fuel {
        PETROL,
        DIESEL,
        ELECTRIC
    }

    enum Gearbox {
        MANUAL,
        AUTOMATIC
    }

    enum Drive {
        FRONT,
        REAR,
        ALL
    }

    static Vehicle sample() {
        return new Vehicle(
                new ObjectId("665000000000000000000002"),
                "WVWZZZ1JZXW000001",
                "B LG 2026",
                "Volkswagen",
                "Golf",
                "Comfortline",
                Body.HATCHBACK,
                Fuel.PETROL,
                Gearbox.MANUAL,
                Drive.FRONT,
                "Deep black",
                "Grey cloth",
                2019,
                5,
                5,
                4,
                1.395,
                110,
                250,
                81234L,
                14990.0,
                28450.5,
                118.0,
                6.4,
                4.3,
                119,
                50.0,
                4258,
                1790,
                1492,
                1265,
                1760,
                2620,
                380,
                true,
                true,
                false,
                true,
                2,
                Instant.ofEpochMilli(1_551_398_400_000L),
                Instant.ofEpochMilli(1_709_251_200_000L),
                Instant.ofEpochMilli(1_772_323_200_000L),
                Instant.ofEpochMilli(1_717_200_000_000L),
                Instant.ofEpochMilli(1_717_203_600_123L),
                "Example Motors",
                null,
                "Berlin",
                "DE",
                3_000_000_123L,
                null);
    }
}
