package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.UuidRepresentation;
import org.bson.types.ObjectId;

/** The stored forms of the types that Ligature maps itself. */
public final class ValueCodecs {
    public static final ValueCodec<String> STRING = new ScalarCodecs.OfString();
    public static final ValueCodec<Boolean> BOOLEAN = new ScalarCodecs.OfBoolean();
    public static final ValueCodec<Integer> INTEGER = new ScalarCodecs.OfInteger();
    public static final ValueCodec<Long> LONG = new ScalarCodecs.OfLong();
    public static final ValueCodec<Double> DOUBLE = new ScalarCodecs.OfDouble();
    public static final ValueCodec<Float> FLOAT =
            of((reader, type) -> (float) Reads.float64(reader, type), (writer, value) -> writer.writeDouble(value));
    public static final ValueCodec<Short> SHORT = of(
            (reader, type) -> (short) Reads.integral(reader, type, Short.MIN_VALUE, Short.MAX_VALUE),
            (writer, value) -> writer.writeInt32(value));
    public static final ValueCodec<Byte> BYTE = of(
            (reader, type) -> (byte) Reads.integral(reader, type, Byte.MIN_VALUE, Byte.MAX_VALUE),
            (writer, value) -> writer.writeInt32(value));
    /** A string of one character. */
    public static final ValueCodec<Character> CHARACTER = of(
            (reader, type) -> {
                String text = STRING.read(reader, type);
                if (text.length() != 1) {
                    throw ReadFailure.unexpected("a string of one character", '"' + text + '"');
                }
                return text.charAt(0);
            },
            (writer, value) -> writer.writeString(String.valueOf(value)));

    public static final ValueCodec<ObjectId> OBJECT_ID = new ScalarCodecs.OfObjectId();
    /** Binary of subtype 4, the standard representation. */
    public static final ValueCodec<UUID> UUID = of(
            ValueCodecs::readUuid,
            (writer, value) -> writer.writeBinaryData(new BsonBinary(value, UuidRepresentation.STANDARD)));
    /** Decimal128: at most 34 digits, written exactly or refused. */
    public static final ValueCodec<BigDecimal> BIG_DECIMAL = new ScalarCodecs.OfBigDecimal();
    /** A BSON date: milliseconds since the epoch; finer parts are cut off. */
    public static final ValueCodec<Instant> INSTANT = new ScalarCodecs.OfInstant();
    /** A BSON date, midnight UTC. */
    public static final ValueCodec<LocalDate> LOCAL_DATE = scalar(
            BsonType.DATE_TIME,
            "a date",
            reader -> LocalDate.ofEpochDay(Math.floorDiv(reader.readDateTime(), 86_400_000L)),
            (writer, value) -> writer.writeDateTime(Math.multiplyExact(value.toEpochDay(), 86_400_000L)));
    /** A BSON date, as if in UTC; parts finer than a millisecond are cut off. */
    public static final ValueCodec<LocalDateTime> LOCAL_DATE_TIME = scalar(
            BsonType.DATE_TIME,
            "a date",
            reader -> LocalDateTime.ofInstant(Instant.ofEpochMilli(reader.readDateTime()), ZoneOffset.UTC),
            (writer, value) ->
                    writer.writeDateTime(value.toInstant(ZoneOffset.UTC).toEpochMilli()));
    /** A document {@code {at: <date>, offset: <seconds>}}: it sorts by the instant and keeps the offset. */
    public static final ValueCodec<OffsetDateTime> OFFSET_DATE_TIME =
            of(ValueCodecs::readOffsetDateTime, ValueCodecs::writeOffsetDateTime);
    /** A 64-bit integer of nanoseconds, so at most about 292 years. */
    public static final ValueCodec<Duration> DURATION = of(
            (reader, type) -> Duration.ofNanos(Reads.int64(reader, type)),
            (writer, value) -> writer.writeInt64(value.toNanos()));
    /** Binary of subtype 0. */
    public static final ValueCodec<byte[]> BYTES = scalar(
            BsonType.BINARY,
            "binary data",
            reader -> reader.readBinaryData().getData(),
            (writer, value) -> writer.writeBinaryData(new BsonBinary(value)));

    private ValueCodecs() {}

    /** An enum by the name of its constant. */
    public static <E extends Enum<E>> ValueCodec<E> enumeration(Class<E> type) {
        return new EnumCodec<>(type);
    }

    /** An enum among the subtypes of a sealed type: a document of its discriminator and the name of its constant. */
    public static <E extends Enum<E>> ValueCodec<E> enumeration(Class<E> type, String key, String discriminator) {
        return new EnumVariantCodec<>(type, key, discriminator);
    }

    /** A list; a BSON null among its elements is a null element. */
    public static <E> ValueCodec<List<E>> list(ValueCodec<E> element) {
        return new ContainerCodecs.OfList<>(new ContainerCodecs.Elements<>(element));
    }

    /** A collection, read as a list. */
    public static <E> ValueCodec<Collection<E>> collection(ValueCodec<E> element) {
        return new ContainerCodecs.OfCollection<>(new ContainerCodecs.Elements<>(element));
    }

    /** A set, in the stored order. */
    public static <E> ValueCodec<Set<E>> set(ValueCodec<E> element) {
        return new ContainerCodecs.OfSet<>(new ContainerCodecs.Elements<>(element));
    }

    /** A document with the keys of the map as fields, in the stored order. */
    public static <V> ValueCodec<Map<String, V>> map(ValueCodec<V> value) {
        return new ContainerCodecs.OfMap<>(value);
    }

    /** An array of objects. */
    public static <E> ValueCodec<E[]> array(ValueCodec<E> element, IntFunction<E[]> newArray) {
        return new ContainerCodecs.OfArray<>(new ContainerCodecs.Elements<>(element), newArray);
    }

    /** An array of primitives, by way of a list of the boxed values; a BSON null among them is refused. */
    public static <E, A> ValueCodec<A> convertedList(
            ValueCodec<E> element, Function<List<E>, A> fromList, Function<A, List<E>> toList) {
        return new ContainerCodecs.OfPrimitives<>(new ContainerCodecs.Elements<>(element), fromList, toList);
    }

    /**
     * A type whose codec comes from the registry of the database.
     *
     * @param member the member, {@code House.price}, for the error when the registry has none
     */
    public static <V> ValueCodec<V> registered(Class<V> type, String member) {
        return new RegisteredCodec<>(type, member);
    }

    /** Puts off a codec, for values that contain themselves. */
    public static <V> ValueCodec<V> lazy(Supplier<ValueCodec<V>> codec) {
        return new LazyCodec<>(codec);
    }

    static <V> ValueCodec<V> of(BiFunction<BsonReader, BsonType, V> read, BiConsumer<BsonWriter, V> write) {
        return new OfFunctions<>(read, write);
    }

    /** A record, because the JVM's compiler takes a record's fields for constant: what a constant codec calls can be inlined. */
    private record OfFunctions<V>(BiFunction<BsonReader, BsonType, V> reading, BiConsumer<BsonWriter, V> writing)
            implements ValueCodec<V> {
        @Override
        public V read(BsonReader reader, BsonType type) {
            return reading.apply(reader, type);
        }

        @Override
        public void write(BsonWriter writer, V value) {
            writing.accept(writer, value);
        }
    }

    private static <V> ValueCodec<V> scalar(
            BsonType expected, String name, Function<BsonReader, V> read, BiConsumer<BsonWriter, V> write) {
        return of(
                (reader, type) -> {
                    ScalarCodecs.require(expected, name, type);
                    return read.apply(reader);
                },
                write);
    }

    private static UUID readUuid(BsonReader reader, BsonType type) {
        if (type != BsonType.BINARY || reader.peekBinarySubType() != BsonBinarySubType.UUID_STANDARD.getValue()) {
            throw ReadFailure.unexpected("a UUID (binary of subtype 4)", type);
        }
        return reader.readBinaryData().asUuid(UuidRepresentation.STANDARD);
    }

    private static OffsetDateTime readOffsetDateTime(BsonReader reader, BsonType type) {
        if (type != BsonType.DOCUMENT) {
            throw ReadFailure.unexpected("a document {at, offset}", type);
        }
        Long at = null;
        Integer offset = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "at" -> at = reader.readDateTime();
                case "offset" -> offset = reader.readInt32();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        if (at == null || offset == null) {
            throw ReadFailure.unexpected("a document {at, offset}", "one without " + (at == null ? "at" : "offset"));
        }
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.ofTotalSeconds(offset));
    }

    private static void writeOffsetDateTime(BsonWriter writer, OffsetDateTime value) {
        writer.writeStartDocument();
        writer.writeDateTime("at", value.toInstant().toEpochMilli());
        writer.writeInt32("offset", value.getOffset().getTotalSeconds());
        writer.writeEndDocument();
    }
}
