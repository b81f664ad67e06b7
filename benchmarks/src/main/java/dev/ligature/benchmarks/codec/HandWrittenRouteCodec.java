package dev.ligature.benchmarks.codec;

import dev.ligature.link.Ref;
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

/** The baseline: what a careful person writes for {@link Route}, any field order and unknown fields included. */
final class HandWrittenRouteCodec implements Codec<Route> {
    @Override
    public Route decode(BsonReader reader, DecoderContext context) {
        @Nullable ObjectId id = null;
        @Nullable List<Integer> minutes = null;
        @Nullable List<String> labels = null;
        @Nullable List<Ref<Route.Stop>> stops = null;
        @Nullable List<Route.Point> shape = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "minutes" -> minutes = readIntegers(reader);
                case "labels" -> labels = readStrings(reader);
                case "stops" -> stops = readRefs(reader);
                case "shape" -> shape = readPoints(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Route(
                Objects.requireNonNull(id),
                Objects.requireNonNull(minutes),
                Objects.requireNonNull(labels),
                Objects.requireNonNull(stops),
                Objects.requireNonNull(shape));
    }

    private static List<Integer> readIntegers(BsonReader reader) {
        List<Integer> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(reader.readInt32());
        }
        reader.readEndArray();
        return values;
    }

    private static List<String> readStrings(BsonReader reader) {
        List<String> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(reader.readString());
        }
        reader.readEndArray();
        return values;
    }

    private static List<Ref<Route.Stop>> readRefs(BsonReader reader) {
        List<Ref<Route.Stop>> refs = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            refs.add(Ref.to(reader.readObjectId()));
        }
        reader.readEndArray();
        return refs;
    }

    private static List<Route.Point> readPoints(BsonReader reader) {
        List<Route.Point> points = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            points.add(readPoint(reader));
        }
        reader.readEndArray();
        return points;
    }

    private static Route.Point readPoint(BsonReader reader) {
        double x = 0;
        boolean hasX = false;
        double y = 0;
        boolean hasY = false;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "x" -> {
                    x = reader.readDouble();
                    hasX = true;
                }
                case "y" -> {
                    y = reader.readDouble();
                    hasY = true;
                }
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        HandWritten.requireAll(hasX && hasY);
        return new Route.Point(x, y);
    }

    @Override
    public void encode(BsonWriter writer, Route route, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", route.id());
        writer.writeStartArray("minutes");
        for (int each : route.minutes()) {
            writer.writeInt32(each);
        }
        writer.writeEndArray();
        writer.writeStartArray("labels");
        for (String each : route.labels()) {
            writer.writeString(each);
        }
        writer.writeEndArray();
        writer.writeStartArray("stops");
        for (Ref<Route.Stop> each : route.stops()) {
            writer.writeObjectId((ObjectId) Objects.requireNonNull(each.id()));
        }
        writer.writeEndArray();
        writer.writeStartArray("shape");
        for (Route.Point each : route.shape()) {
            writer.writeStartDocument();
            writer.writeDouble("x", each.x());
            writer.writeDouble("y", each.y());
            writer.writeEndDocument();
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    @Override
    public Class<Route> getEncoderClass() {
        return Route.class;
    }
}
