// SPDX-License-Identifier: Apache-2.0
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

/** The baseline: {@link Route} as fast as one reads and writes it by hand, in any order and with unknown fields. */
final class HandWrittenRouteCodec implements Codec<Route> {
    private static final FieldOrder FIELDS = new FieldOrder("_id", "minutes", "labels", "stops", "shape");
    private static final FieldOrder POINT_FIELDS = new FieldOrder("x", "y");

    // The last lists tell what the next ones need; a wrong guess costs no more than a list that grows.
    private int minutesSize = 10;
    private int labelsSize = 10;
    private int stopsSize = 10;
    private int shapeSize = 10;

    @Override
    public Route decode(BsonReader reader, DecoderContext context) {
        @Nullable ObjectId id = null;
        @Nullable List<Integer> minutes = null;
        @Nullable List<String> labels = null;
        @Nullable List<Ref<Route.Stop>> stops = null;
        @Nullable List<Route.Point> shape = null;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> id = reader.readObjectId();
                case 1 -> {
                    minutes = readIntegers(reader, minutesSize);
                    minutesSize = minutes.size();
                }
                case 2 -> {
                    labels = readStrings(reader, labelsSize);
                    labelsSize = labels.size();
                }
                case 3 -> {
                    stops = readRefs(reader, stopsSize);
                    stopsSize = stops.size();
                }
                case 4 -> {
                    shape = readPoints(reader, shapeSize);
                    shapeSize = shape.size();
                }
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

    private static List<Integer> readIntegers(BsonReader reader, int size) {
        List<Integer> values = new ArrayList<>(size);
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(reader.readInt32());
        }
        reader.readEndArray();
        return values;
    }

    private static List<String> readStrings(BsonReader reader, int size) {
        List<String> values = new ArrayList<>(size);
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(reader.readString());
        }
        reader.readEndArray();
        return values;
    }

    private static List<Ref<Route.Stop>> readRefs(BsonReader reader, int size) {
        List<Ref<Route.Stop>> refs = new ArrayList<>(size);
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            refs.add(Ref.to(reader.readObjectId()));
        }
        reader.readEndArray();
        return refs;
    }

    private static List<Route.Point> readPoints(BsonReader reader, int size) {
        List<Route.Point> points = new ArrayList<>(size);
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
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = POINT_FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> {
                    x = reader.readDouble();
                    hasX = true;
                }
                case 1 -> {
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
