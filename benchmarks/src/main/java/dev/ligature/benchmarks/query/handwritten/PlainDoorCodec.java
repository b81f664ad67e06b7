// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;

/** Reads and writes a door. */
final class PlainDoorCodec implements Codec<PlainDoor> {
    @Override
    public PlainDoor decode(BsonReader reader, DecoderContext context) {
        return read(reader);
    }

    static PlainDoor read(BsonReader reader) {
        ObjectId id = null;
        int height = 0;
        int width = 0;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "height" -> height = reader.readInt32();
                case "width" -> width = reader.readInt32();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new PlainDoor(Objects.requireNonNull(id), height, width);
    }

    @Override
    public void encode(BsonWriter writer, PlainDoor door, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", door.id());
        writer.writeInt32("height", door.height());
        writer.writeInt32("width", door.width());
        writer.writeEndDocument();
    }

    @Override
    public Class<PlainDoor> getEncoderClass() {
        return PlainDoor.class;
    }
}
