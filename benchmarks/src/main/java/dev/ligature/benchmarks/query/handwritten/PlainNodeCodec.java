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

/** Reads a node, and the descendants that {@code $graphLookup} has put into it. */
final class PlainNodeCodec implements Codec<PlainNode> {
    /** Where the aggregation puts what it gathers. */
    static final String DESCENDANTS = "descendants";

    @Override
    public PlainNode decode(BsonReader reader, DecoderContext context) {
        ObjectId id = null;
        int number = 0;
        List<ObjectId> childIds = List.of();
        List<PlainNode> descendants = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "number" -> number = reader.readInt32();
                case "children" -> childIds = readIds(reader);
                case DESCENDANTS -> descendants = readNodes(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return PlainNode.of(Objects.requireNonNull(id), number, childIds, descendants);
    }

    static List<ObjectId> readIds(BsonReader reader) {
        List<ObjectId> ids = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            ids.add(reader.readObjectId());
        }
        reader.readEndArray();
        return ids;
    }

    private List<PlainNode> readNodes(BsonReader reader, DecoderContext context) {
        List<PlainNode> nodes = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            nodes.add(decode(reader, context));
        }
        reader.readEndArray();
        return nodes;
    }

    @Override
    public void encode(BsonWriter writer, PlainNode node, EncoderContext context) {
        throw new UnsupportedOperationException("trees are only read here");
    }

    @Override
    public Class<PlainNode> getEncoderClass() {
        return PlainNode.class;
    }
}
