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

/** Reads and writes a window. */
final class PlainWindowCodec implements Codec<PlainWindow> {
    @Override
    public PlainWindow decode(BsonReader reader, DecoderContext context) {
        return read(reader);
    }

    static PlainWindow read(BsonReader reader) {
        ObjectId id = null;
        int width = 0;
        int height = 0;
        boolean tinted = false;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "width" -> width = reader.readInt32();
                case "height" -> height = reader.readInt32();
                case "tinted" -> tinted = reader.readBoolean();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new PlainWindow(Objects.requireNonNull(id), width, height, tinted);
    }

    @Override
    public void encode(BsonWriter writer, PlainWindow window, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", window.id());
        writer.writeInt32("width", window.width());
        writer.writeInt32("height", window.height());
        writer.writeBoolean("tinted", window.tinted());
        writer.writeEndDocument();
    }

    @Override
    public Class<PlainWindow> getEncoderClass() {
        return PlainWindow.class;
    }
}
