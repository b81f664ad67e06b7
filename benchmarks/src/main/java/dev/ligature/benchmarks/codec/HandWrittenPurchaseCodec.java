// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The baseline: {@link Purchase} as fast as one reads and writes it by hand, in any order and with unknown fields. */
final class HandWrittenPurchaseCodec implements Codec<Purchase> {
    private static final FieldOrder FIELDS =
            new FieldOrder("_id", "number", "status", "placed", "customer", "delivery", "lines", "total");
    private static final FieldOrder CUSTOMER_FIELDS = new FieldOrder("name", "email", "business", "address");
    private static final FieldOrder ADDRESS_FIELDS = new FieldOrder("street", "zip", "city", "country");
    private static final FieldOrder COUNTRY_FIELDS = new FieldOrder("code", "name");
    private static final FieldOrder LINE_FIELDS = new FieldOrder("sku", "title", "quantity", "price");

    @Override
    public Purchase decode(BsonReader reader, DecoderContext context) {
        @Nullable ObjectId id = null;
        @Nullable String number = null;
        Purchase.@Nullable Status status = null;
        @Nullable Instant placed = null;
        Purchase.@Nullable Customer customer = null;
        Purchase.@Nullable Address delivery = null;
        @Nullable List<Purchase.Line> lines = null;
        double total = 0;
        boolean hasTotal = false;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> id = reader.readObjectId();
                case 1 -> number = reader.readString();
                case 2 -> status = Purchase.Status.valueOf(reader.readString());
                case 3 -> placed = Instant.ofEpochMilli(reader.readDateTime());
                case 4 -> customer = readCustomer(reader);
                case 5 -> delivery = readAddress(reader);
                case 6 -> lines = readLines(reader);
                case 7 -> {
                    total = reader.readDouble();
                    hasTotal = true;
                }
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        HandWritten.requireAll(hasTotal);
        return new Purchase(
                Objects.requireNonNull(id),
                Objects.requireNonNull(number),
                Objects.requireNonNull(status),
                Objects.requireNonNull(placed),
                Objects.requireNonNull(customer),
                Objects.requireNonNull(delivery),
                Objects.requireNonNull(lines),
                total);
    }

    private static Purchase.Customer readCustomer(BsonReader reader) {
        @Nullable String name = null;
        @Nullable String email = null;
        boolean business = false;
        boolean hasBusiness = false;
        Purchase.@Nullable Address address = null;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = CUSTOMER_FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> name = reader.readString();
                case 1 -> email = reader.readString();
                case 2 -> {
                    business = reader.readBoolean();
                    hasBusiness = true;
                }
                case 3 -> address = readAddress(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        HandWritten.requireAll(hasBusiness);
        return new Purchase.Customer(
                Objects.requireNonNull(name), Objects.requireNonNull(email), business, Objects.requireNonNull(address));
    }

    private static Purchase.Address readAddress(BsonReader reader) {
        @Nullable String street = null;
        @Nullable String zip = null;
        @Nullable String city = null;
        Purchase.@Nullable Country country = null;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = ADDRESS_FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> street = reader.readString();
                case 1 -> zip = reader.readString();
                case 2 -> city = reader.readString();
                case 3 -> country = readCountry(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Purchase.Address(
                Objects.requireNonNull(street),
                Objects.requireNonNull(zip),
                Objects.requireNonNull(city),
                Objects.requireNonNull(country));
    }

    private static Purchase.Country readCountry(BsonReader reader) {
        @Nullable String code = null;
        @Nullable String name = null;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = COUNTRY_FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> code = reader.readString();
                case 1 -> name = reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Purchase.Country(Objects.requireNonNull(code), Objects.requireNonNull(name));
    }

    private static List<Purchase.Line> readLines(BsonReader reader) {
        List<Purchase.Line> lines = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            lines.add(readLine(reader));
        }
        reader.readEndArray();
        return lines;
    }

    private static Purchase.Line readLine(BsonReader reader) {
        @Nullable String sku = null;
        @Nullable String title = null;
        int quantity = 0;
        boolean hasQuantity = false;
        double price = 0;
        boolean hasPrice = false;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = LINE_FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> sku = reader.readString();
                case 1 -> title = reader.readString();
                case 2 -> {
                    quantity = reader.readInt32();
                    hasQuantity = true;
                }
                case 3 -> {
                    price = reader.readDouble();
                    hasPrice = true;
                }
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        HandWritten.requireAll(hasQuantity && hasPrice);
        return new Purchase.Line(Objects.requireNonNull(sku), Objects.requireNonNull(title), quantity, price);
    }

    @Override
    public void encode(BsonWriter writer, Purchase purchase, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", purchase.id());
        writer.writeString("number", purchase.number());
        writer.writeString("status", purchase.status().name());
        writer.writeDateTime("placed", purchase.placed().toEpochMilli());
        writer.writeName("customer");
        writeCustomer(writer, purchase.customer());
        writer.writeName("delivery");
        writeAddress(writer, purchase.delivery());
        writer.writeStartArray("lines");
        for (Purchase.Line line : purchase.lines()) {
            writeLine(writer, line);
        }
        writer.writeEndArray();
        writer.writeDouble("total", purchase.total());
        writer.writeEndDocument();
    }

    private static void writeCustomer(BsonWriter writer, Purchase.Customer customer) {
        writer.writeStartDocument();
        writer.writeString("name", customer.name());
        writer.writeString("email", customer.email());
        writer.writeBoolean("business", customer.business());
        writer.writeName("address");
        writeAddress(writer, customer.address());
        writer.writeEndDocument();
    }

    private static void writeAddress(BsonWriter writer, Purchase.Address address) {
        writer.writeStartDocument();
        writer.writeString("street", address.street());
        writer.writeString("zip", address.zip());
        writer.writeString("city", address.city());
        writer.writeStartDocument("country");
        writer.writeString("code", address.country().code());
        writer.writeString("name", address.country().name());
        writer.writeEndDocument();
        writer.writeEndDocument();
    }

    private static void writeLine(BsonWriter writer, Purchase.Line line) {
        writer.writeStartDocument();
        writer.writeString("sku", line.sku());
        writer.writeString("title", line.title());
        writer.writeInt32("quantity", line.quantity());
        writer.writeDouble("price", line.price());
        writer.writeEndDocument();
    }

    @Override
    public Class<Purchase> getEncoderClass() {
        return Purchase.class;
    }
}
