// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

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

/** Reads a house and the arrays that the aggregation has joined to it, as a careful person writes that: one pass, nothing between. */
final class PlainHouseCodec implements Codec<PlainHouse> {
    /** Where the aggregations put what they join: short, since the names are sent with every house. */
    static final String DOORS = "_door";

    static final String WINDOWS = "_windows";

    @Override
    public PlainHouse decode(BsonReader reader, DecoderContext context) {
        ObjectId id = null;
        int number = 0;
        String name = "";
        String street = "";
        int rooms = 0;
        ObjectId doorId = null;
        List<ObjectId> windowIds = List.of();
        PlainDoor door = null;
        List<PlainWindow> windows = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "number" -> number = reader.readInt32();
                case "name" -> name = reader.readString();
                case "street" -> street = reader.readString();
                case "rooms" -> rooms = reader.readInt32();
                case "door" -> doorId = reader.readObjectId();
                case "windows" -> windowIds = PlainNodeCodec.readIds(reader);
                case DOORS -> door = readDoors(reader);
                case WINDOWS -> windows = readWindows(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new PlainHouse(
                Objects.requireNonNull(id),
                number,
                name,
                street,
                rooms,
                Objects.requireNonNull(doorId),
                windowIds,
                door,
                windows);
    }

    private static @Nullable PlainDoor readDoors(BsonReader reader) {
        PlainDoor door = null;
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            door = PlainDoorCodec.read(reader);
        }
        reader.readEndArray();
        return door;
    }

    private static List<PlainWindow> readWindows(BsonReader reader) {
        List<PlainWindow> windows = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            windows.add(PlainWindowCodec.read(reader));
        }
        reader.readEndArray();
        return windows;
    }

    @Override
    public void encode(BsonWriter writer, PlainHouse house, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", house.id());
        writer.writeInt32("number", house.number());
        writer.writeString("name", house.name());
        writer.writeString("street", house.street());
        writer.writeInt32("rooms", house.rooms());
        writer.writeObjectId("door", house.doorId());
        writer.writeStartArray("windows");
        house.windowIds().forEach(writer::writeObjectId);
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    @Override
    public Class<PlainHouse> getEncoderClass() {
        return PlainHouse.class;
    }
}
