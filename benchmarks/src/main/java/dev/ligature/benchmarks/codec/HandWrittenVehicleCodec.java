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

/** The baseline: what a careful person writes for {@link Vehicle}, any field order and unknown fields included. */
final class HandWrittenVehicleCodec implements Codec<Vehicle> {
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
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "vin" -> vin = reader.readString();
                case "plate" -> plate = reader.readString();
                case "make" -> make = reader.readString();
                case "model" -> model = reader.readString();
                case "trim" -> trim = reader.readString();
                case "body" -> body = Vehicle.Body.valueOf(reader.readString());
                case "fuel" -> fuel = Vehicle.Fuel.valueOf(reader.readString());
                case "gearbox" -> gearbox = Vehicle.Gearbox.valueOf(reader.readString());
                case "drive" -> drive = Vehicle.Drive.valueOf(reader.readString());
                case "colour" -> colour = reader.readString();
                case "upholstery" -> upholstery = reader.readString();
                case "year" -> {
                    year = reader.readInt32();
                    found |= 1L;
                }
                case "doors" -> {
                    doors = reader.readInt32();
                    found |= 1L << 1;
                }
                case "seats" -> {
                    seats = reader.readInt32();
                    found |= 1L << 2;
                }
                case "cylinders" -> {
                    cylinders = reader.readInt32();
                    found |= 1L << 3;
                }
                case "displacement" -> {
                    displacement = reader.readDouble();
                    found |= 1L << 4;
                }
                case "power" -> {
                    power = reader.readInt32();
                    found |= 1L << 5;
                }
                case "torque" -> {
                    torque = reader.readInt32();
                    found |= 1L << 6;
                }
                case "mileage" -> {
                    mileage = reader.readInt64();
                    found |= 1L << 7;
                }
                case "price" -> {
                    price = reader.readDouble();
                    found |= 1L << 8;
                }
                case "listPrice" -> {
                    listPrice = reader.readDouble();
                    found |= 1L << 9;
                }
                case "tax" -> {
                    tax = reader.readDouble();
                    found |= 1L << 10;
                }
                case "consumptionCity" -> {
                    consumptionCity = reader.readDouble();
                    found |= 1L << 11;
                }
                case "consumptionHighway" -> {
                    consumptionHighway = reader.readDouble();
                    found |= 1L << 12;
                }
                case "co2" -> {
                    co2 = reader.readInt32();
                    found |= 1L << 13;
                }
                case "tankLitres" -> {
                    tankLitres = reader.readDouble();
                    found |= 1L << 14;
                }
                case "length" -> {
                    length = reader.readInt32();
                    found |= 1L << 15;
                }
                case "width" -> {
                    width = reader.readInt32();
                    found |= 1L << 16;
                }
                case "height" -> {
                    height = reader.readInt32();
                    found |= 1L << 17;
                }
                case "weight" -> {
                    weight = reader.readInt32();
                    found |= 1L << 18;
                }
                case "maxWeight" -> {
                    maxWeight = reader.readInt32();
                    found |= 1L << 19;
                }
                case "wheelbase" -> {
                    wheelbase = reader.readInt32();
                    found |= 1L << 20;
                }
                case "trunkLitres" -> {
                    trunkLitres = reader.readInt32();
                    found |= 1L << 21;
                }
                case "accidentFree" -> {
                    accidentFree = reader.readBoolean();
                    found |= 1L << 22;
                }
                case "serviceBook" -> {
                    serviceBook = reader.readBoolean();
                    found |= 1L << 23;
                }
                case "towBar" -> {
                    towBar = reader.readBoolean();
                    found |= 1L << 24;
                }
                case "warranty" -> {
                    warranty = reader.readBoolean();
                    found |= 1L << 25;
                }
                case "owners" -> {
                    owners = reader.readInt32();
                    found |= 1L << 26;
                }
                case "firstRegistered" -> firstRegistered = Instant.ofEpochMilli(reader.readDateTime());
                case "lastInspected" -> lastInspected = Instant.ofEpochMilli(reader.readDateTime());
                case "nextInspection" -> nextInspection = Instant.ofEpochMilli(reader.readDateTime());
                case "listed" -> listed = Instant.ofEpochMilli(reader.readDateTime());
                case "updated" -> updated = Instant.ofEpochMilli(reader.readDateTime());
                case "dealer" -> dealer = reader.readString();
                case "dealerPhone" -> dealerPhone = reader.readString();
                case "city" -> city = reader.readString();
                case "country" -> country = reader.readString();
                case "views" -> {
                    views = reader.readInt64();
                    found |= 1L << 27;
                }
                case "note" -> note = reader.readString();
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
