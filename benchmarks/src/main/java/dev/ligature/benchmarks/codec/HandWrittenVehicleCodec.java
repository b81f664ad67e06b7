// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.time.Instant;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The baseline: {@link Vehicle} as fast as one reads and writes it by hand, in any order and with unknown fields. */
final class HandWrittenVehicleCodec implements Codec<Vehicle> {
    private static final FieldOrder FIELDS = new FieldOrder(
            "_id",
            "vin",
            "plate",
            "make",
            "model",
            "trim",
            "body",
            "fuel",
            "gearbox",
            "drive",
            "colour",
            "upholstery",
            "year",
            "doors",
            "seats",
            "cylinders",
            "displacement",
            "power",
            "torque",
            "mileage",
            "price",
            "listPrice",
            "tax",
            "consumptionCity",
            "consumptionHighway",
            "co2",
            "tankLitres",
            "length",
            "width",
            "height",
            "weight",
            "maxWeight",
            "wheelbase",
            "trunkLitres",
            "accidentFree",
            "serviceBook",
            "towBar",
            "warranty",
            "owners",
            "firstRegistered",
            "lastInspected",
            "nextInspection",
            "listed",
            "updated",
            "dealer",
            "dealerPhone",
            "city",
            "country",
            "views",
            "note");

    /** One bit for each primitive member, which cannot be null when its field is missing. */
    private static final long ALL_FOUND = (1L << 28) - 1;

    @Override
    public Vehicle decode(BsonReader reader, DecoderContext context) {
        long found = 0;
        @Nullable ObjectId id = null;
        @Nullable String vin = null;
        @Nullable String plate = null;
        @Nullable String make = null;
        @Nullable String model = null;
        @Nullable String trim = null;
        Vehicle.@Nullable Body body = null;
        Vehicle.@Nullable Fuel fuel = null;
        Vehicle.@Nullable Gearbox gearbox = null;
        Vehicle.@Nullable Drive drive = null;
        @Nullable String colour = null;
        @Nullable String upholstery = null;
        int year = 0;
        int doors = 0;
        int seats = 0;
        int cylinders = 0;
        double displacement = 0;
        int power = 0;
        int torque = 0;
        long mileage = 0;
        double price = 0;
        double listPrice = 0;
        double tax = 0;
        double consumptionCity = 0;
        double consumptionHighway = 0;
        int co2 = 0;
        double tankLitres = 0;
        int length = 0;
        int width = 0;
        int height = 0;
        int weight = 0;
        int maxWeight = 0;
        int wheelbase = 0;
        int trunkLitres = 0;
        boolean accidentFree = false;
        boolean serviceBook = false;
        boolean towBar = false;
        boolean warranty = false;
        int owners = 0;
        @Nullable Instant firstRegistered = null;
        @Nullable Instant lastInspected = null;
        @Nullable Instant nextInspection = null;
        @Nullable Instant listed = null;
        @Nullable Instant updated = null;
        @Nullable String dealer = null;
        @Nullable String dealerPhone = null;
        @Nullable String city = null;
        @Nullable String country = null;
        long views = 0;
        @Nullable String note = null;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> id = reader.readObjectId();
                case 1 -> vin = reader.readString();
                case 2 -> plate = reader.readString();
                case 3 -> make = reader.readString();
                case 4 -> model = reader.readString();
                case 5 -> trim = reader.readString();
                case 6 -> body = Vehicle.Body.valueOf(reader.readString());
                case 7 -> fuel = Vehicle.Fuel.valueOf(reader.readString());
                case 8 -> gearbox = Vehicle.Gearbox.valueOf(reader.readString());
                case 9 -> drive = Vehicle.Drive.valueOf(reader.readString());
                case 10 -> colour = reader.readString();
                case 11 -> upholstery = reader.readString();
                case 12 -> {
                    year = reader.readInt32();
                    found |= 1L;
                }
                case 13 -> {
                    doors = reader.readInt32();
                    found |= 1L << 1;
                }
                case 14 -> {
                    seats = reader.readInt32();
                    found |= 1L << 2;
                }
                case 15 -> {
                    cylinders = reader.readInt32();
                    found |= 1L << 3;
                }
                case 16 -> {
                    displacement = reader.readDouble();
                    found |= 1L << 4;
                }
                case 17 -> {
                    power = reader.readInt32();
                    found |= 1L << 5;
                }
                case 18 -> {
                    torque = reader.readInt32();
                    found |= 1L << 6;
                }
                case 19 -> {
                    mileage = reader.readInt64();
                    found |= 1L << 7;
                }
                case 20 -> {
                    price = reader.readDouble();
                    found |= 1L << 8;
                }
                case 21 -> {
                    listPrice = reader.readDouble();
                    found |= 1L << 9;
                }
                case 22 -> {
                    tax = reader.readDouble();
                    found |= 1L << 10;
                }
                case 23 -> {
                    consumptionCity = reader.readDouble();
                    found |= 1L << 11;
                }
                case 24 -> {
                    consumptionHighway = reader.readDouble();
                    found |= 1L << 12;
                }
                case 25 -> {
                    co2 = reader.readInt32();
                    found |= 1L << 13;
                }
                case 26 -> {
                    tankLitres = reader.readDouble();
                    found |= 1L << 14;
                }
                case 27 -> {
                    length = reader.readInt32();
                    found |= 1L << 15;
                }
                case 28 -> {
                    width = reader.readInt32();
                    found |= 1L << 16;
                }
                case 29 -> {
                    height = reader.readInt32();
                    found |= 1L << 17;
                }
                case 30 -> {
                    weight = reader.readInt32();
                    found |= 1L << 18;
                }
                case 31 -> {
                    maxWeight = reader.readInt32();
                    found |= 1L << 19;
                }
                case 32 -> {
                    wheelbase = reader.readInt32();
                    found |= 1L << 20;
                }
                case 33 -> {
                    trunkLitres = reader.readInt32();
                    found |= 1L << 21;
                }
                case 34 -> {
                    accidentFree = reader.readBoolean();
                    found |= 1L << 22;
                }
                case 35 -> {
                    serviceBook = reader.readBoolean();
                    found |= 1L << 23;
                }
                case 36 -> {
                    towBar = reader.readBoolean();
                    found |= 1L << 24;
                }
                case 37 -> {
                    warranty = reader.readBoolean();
                    found |= 1L << 25;
                }
                case 38 -> {
                    owners = reader.readInt32();
                    found |= 1L << 26;
                }
                case 39 -> firstRegistered = Instant.ofEpochMilli(reader.readDateTime());
                case 40 -> lastInspected = Instant.ofEpochMilli(reader.readDateTime());
                case 41 -> nextInspection = Instant.ofEpochMilli(reader.readDateTime());
                case 42 -> listed = Instant.ofEpochMilli(reader.readDateTime());
                case 43 -> updated = Instant.ofEpochMilli(reader.readDateTime());
                case 44 -> dealer = reader.readString();
                case 45 -> dealerPhone = reader.readString();
                case 46 -> city = reader.readString();
                case 47 -> country = reader.readString();
                case 48 -> {
                    views = reader.readInt64();
                    found |= 1L << 27;
                }
                case 49 -> note = reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        HandWritten.requireAll(found == ALL_FOUND);
        return new Vehicle(
                Objects.requireNonNull(id),
                Objects.requireNonNull(vin),
                plate,
                Objects.requireNonNull(make),
                Objects.requireNonNull(model),
                Objects.requireNonNull(trim),
                Objects.requireNonNull(body),
                Objects.requireNonNull(fuel),
                Objects.requireNonNull(gearbox),
                Objects.requireNonNull(drive),
                Objects.requireNonNull(colour),
                Objects.requireNonNull(upholstery),
                year,
                doors,
                seats,
                cylinders,
                displacement,
                power,
                torque,
                mileage,
                price,
                listPrice,
                tax,
                consumptionCity,
                consumptionHighway,
                co2,
                tankLitres,
                length,
                width,
                height,
                weight,
                maxWeight,
                wheelbase,
                trunkLitres,
                accidentFree,
                serviceBook,
                towBar,
                warranty,
                owners,
                Objects.requireNonNull(firstRegistered),
                Objects.requireNonNull(lastInspected),
                nextInspection,
                Objects.requireNonNull(listed),
                Objects.requireNonNull(updated),
                Objects.requireNonNull(dealer),
                dealerPhone,
                Objects.requireNonNull(city),
                Objects.requireNonNull(country),
                views,
                note);
    }

    @Override
    public void encode(BsonWriter writer, Vehicle vehicle, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", vehicle.id());
        writer.writeString("vin", vehicle.vin());
        String plate = vehicle.plate();
        if (plate != null) {
            writer.writeString("plate", plate);
        }
        writer.writeString("make", vehicle.make());
        writer.writeString("model", vehicle.model());
        writer.writeString("trim", vehicle.trim());
        writer.writeString("body", vehicle.body().name());
        writer.writeString("fuel", vehicle.fuel().name());
        writer.writeString("gearbox", vehicle.gearbox().name());
        writer.writeString("drive", vehicle.drive().name());
        writer.writeString("colour", vehicle.colour());
        writer.writeString("upholstery", vehicle.upholstery());
        writer.writeInt32("year", vehicle.year());
        writer.writeInt32("doors", vehicle.doors());
        writer.writeInt32("seats", vehicle.seats());
        writer.writeInt32("cylinders", vehicle.cylinders());
        writer.writeDouble("displacement", vehicle.displacement());
        writer.writeInt32("power", vehicle.power());
        writer.writeInt32("torque", vehicle.torque());
        writer.writeInt64("mileage", vehicle.mileage());
        writer.writeDouble("price", vehicle.price());
        writer.writeDouble("listPrice", vehicle.listPrice());
        writer.writeDouble("tax", vehicle.tax());
        writer.writeDouble("consumptionCity", vehicle.consumptionCity());
        writer.writeDouble("consumptionHighway", vehicle.consumptionHighway());
        writer.writeInt32("co2", vehicle.co2());
        writer.writeDouble("tankLitres", vehicle.tankLitres());
        writer.writeInt32("length", vehicle.length());
        writer.writeInt32("width", vehicle.width());
        writer.writeInt32("height", vehicle.height());
        writer.writeInt32("weight", vehicle.weight());
        writer.writeInt32("maxWeight", vehicle.maxWeight());
        writer.writeInt32("wheelbase", vehicle.wheelbase());
        writer.writeInt32("trunkLitres", vehicle.trunkLitres());
        writer.writeBoolean("accidentFree", vehicle.accidentFree());
        writer.writeBoolean("serviceBook", vehicle.serviceBook());
        writer.writeBoolean("towBar", vehicle.towBar());
        writer.writeBoolean("warranty", vehicle.warranty());
        writer.writeInt32("owners", vehicle.owners());
        writer.writeDateTime("firstRegistered", vehicle.firstRegistered().toEpochMilli());
        writer.writeDateTime("lastInspected", vehicle.lastInspected().toEpochMilli());
        Instant nextInspection = vehicle.nextInspection();
        if (nextInspection != null) {
            writer.writeDateTime("nextInspection", nextInspection.toEpochMilli());
        }
        writer.writeDateTime("listed", vehicle.listed().toEpochMilli());
        writer.writeDateTime("updated", vehicle.updated().toEpochMilli());
        writer.writeString("dealer", vehicle.dealer());
        String dealerPhone = vehicle.dealerPhone();
        if (dealerPhone != null) {
            writer.writeString("dealerPhone", dealerPhone);
        }
        writer.writeString("city", vehicle.city());
        writer.writeString("country", vehicle.country());
        writer.writeInt64("views", vehicle.views());
        String note = vehicle.note();
        if (note != null) {
            writer.writeString("note", note);
        }
        writer.writeEndDocument();
    }

    @Override
    public Class<Vehicle> getEncoderClass() {
        return Vehicle.class;
    }
}
