// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.annotation.Converter;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bson.BsonBinarySubType;
import org.bson.types.ObjectId;

/** The stored forms of the types that Ligature maps itself. */
public final class ValueCodecs {
    public static final ValueCodec<String> STRING = new ScalarCodecs.OfString();
    public static final ValueCodec<Boolean> BOOLEAN = new ScalarCodecs.OfBoolean();
    public static final ValueCodec<Integer> INTEGER = new ScalarCodecs.OfInteger();
    public static final ValueCodec<Long> LONG = new ScalarCodecs.OfLong();
    public static final ValueCodec<Double> DOUBLE = new ScalarCodecs.OfDouble();
    public static final ValueCodec<Float> FLOAT =
            of(source -> (float) Reads.float64(source), (sink, value) -> sink.writeDouble(value));
    public static final ValueCodec<Short> SHORT = of(
            source -> (short) Reads.integral(source, Short.MIN_VALUE, Short.MAX_VALUE),
            (sink, value) -> sink.writeInt32(value));
    public static final ValueCodec<Byte> BYTE = of(
            source -> (byte) Reads.integral(source, Byte.MIN_VALUE, Byte.MAX_VALUE),
            (sink, value) -> sink.writeInt32(value));
    /** A string of one character. */
    public static final ValueCodec<Character> CHARACTER = of(
            source -> {
                String text = STRING.read(source);
                if (text.length() != 1) {
                    throw ReadFailure.unexpected("a string of one character", '"' + text + '"');
                }
                return text.charAt(0);
            },
            (sink, value) -> sink.writeString(String.valueOf(value)));

    public static final ValueCodec<ObjectId> OBJECT_ID = new ScalarCodecs.OfObjectId();
    /** Binary of subtype 4, the standard representation. */
    public static final ValueCodec<UUID> UUID = of(ValueCodecs::readUuid, ValueCodecs::writeUuid);
    /** Decimal128: at most 34 digits, written exactly or refused. */
    public static final ValueCodec<BigDecimal> BIG_DECIMAL = new ScalarCodecs.OfBigDecimal();
    /** A BSON date: milliseconds since the epoch; finer parts are cut off. */
    public static final ValueCodec<Instant> INSTANT = new ScalarCodecs.OfInstant();
    /** A BSON date, midnight UTC. */
    public static final ValueCodec<LocalDate> LOCAL_DATE = of(
            source -> LocalDate.ofEpochDay(Math.floorDiv(Reads.dateTime(source), 86_400_000L)),
            (sink, value) -> sink.writeDateTime(Math.multiplyExact(value.toEpochDay(), 86_400_000L)));
    /** A BSON date, as if in UTC; parts finer than a millisecond are cut off. */
    public static final ValueCodec<LocalDateTime> LOCAL_DATE_TIME = of(
            source -> LocalDateTime.ofInstant(Instant.ofEpochMilli(Reads.dateTime(source)), ZoneOffset.UTC),
            (sink, value) -> sink.writeDateTime(value.toInstant(ZoneOffset.UTC).toEpochMilli()));
    /** A document {@code {at: <date>, offset: <seconds>}}: it sorts by the instant and keeps the offset. */
    public static final ValueCodec<OffsetDateTime> OFFSET_DATE_TIME =
            of(ValueCodecs::readOffsetDateTime, ValueCodecs::writeOffsetDateTime);
    /** A 64-bit integer of nanoseconds, so at most about 292 years. */
    public static final ValueCodec<Duration> DURATION =
            of(source -> Duration.ofNanos(Reads.int64(source)), (sink, value) -> sink.writeInt64(value.toNanos()));
    /** Binary of subtype 0; read whatever the subtype is. */
    public static final ValueCodec<byte[]> BYTES = of(
            source -> {
                Reads.require(BsonTypes.BINARY, "binary data", source);
                return source.readBinary();
            },
            (sink, value) -> sink.writeBinary(BsonBinarySubType.BINARY.getValue(), value));

    private static final FieldNames OFFSET_FIELDS = FieldNames.of("at", "offset");

    private ValueCodecs() {}

    /** An enum by the name of its constant. */
    public static <E extends Enum<E>> ValueCodec<E> enumeration(Class<E> type) {
        return enumeration(EnumNames.of(type));
    }

    /** An enum by the stored name of its constant. */
    public static <E extends Enum<E>> ValueCodec<E> enumeration(EnumNames<E> names) {
        return new EnumCodec<>(names);
    }

    /** An enum among the subtypes of a sealed type: a document of its discriminator and the name of its constant. */
    public static <E extends Enum<E>> ValueCodec<E> enumeration(Class<E> type, String key, String discriminator) {
        return enumeration(type, EnumNames.of(type), key, discriminator);
    }

    /** The same with the stored name of the constant. */
    public static <E extends Enum<E>> ValueCodec<E> enumeration(
            Class<E> type, EnumNames<E> names, String key, String discriminator) {
        return new EnumVariantCodec<>(type.getSimpleName(), names, key, discriminator);
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

    /** A document with the stored names of the keys as fields, in the stored order. */
    public static <K extends Enum<K>, V> ValueCodec<Map<K, V>> enumMap(EnumNames<K> keys, ValueCodec<V> value) {
        return new EnumMapCodec<>(keys, value);
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

    /** A type whose values are stored as those of another one. */
    public static <A, S> ValueCodec<A> converted(ValueCodec<S> stored, Converter<A, S> converter) {
        return new ConvertedCodec<>(stored, converter);
    }

    /**
     * A type whose codec comes from the registry of the database.
     *
     * @param member the member, {@code House.price}, for the error if the registry has none
     */
    public static <V> ValueCodec<V> registered(Class<V> type, String member) {
        return new RegisteredCodec<>(type, member);
    }

    /** Defers a codec, for values that contain themselves. */
    public static <V> ValueCodec<V> lazy(Supplier<ValueCodec<V>> codec) {
        return new LazyCodec<>(codec);
    }

    static <V> ValueCodec<V> of(Function<BsonSource, V> read, BiConsumer<BsonSink, V> write) {
        return new OfFunctions<>(read, write);
    }

    /**
     * A record, because the JVM's compiler treats a record's fields as constant, so calls of a constant codec can be
     * inlined.
     */
    private record OfFunctions<V>(Function<BsonSource, V> reading, BiConsumer<BsonSink, V> writing)
            implements ValueCodec<V> {
        @Override
        public V read(BsonSource source) {
            return reading.apply(source);
        }

        @Override
        public void write(BsonSink sink, V value) {
            writing.accept(sink, value);
        }
    }

    private static UUID readUuid(BsonSource source) {
        if (source.type() != BsonTypes.BINARY || source.binarySubtype() != BsonBinarySubType.UUID_STANDARD.getValue()) {
            throw Reads.unexpected("a UUID (binary of subtype 4)", source);
        }
        byte[] stored = source.readBinary();
        if (stored.length != 2 * Long.BYTES) {
            throw ReadFailure.unexpected("a UUID (binary of 16 bytes)", "one of " + stored.length);
        }
        ByteBuffer halves = ByteBuffer.wrap(stored);
        return new UUID(halves.getLong(), halves.getLong());
    }

    private static void writeUuid(BsonSink sink, UUID value) {
        byte[] stored = new byte[2 * Long.BYTES];
        ByteBuffer.wrap(stored).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        sink.writeBinary(BsonBinarySubType.UUID_STANDARD.getValue(), stored);
    }

    private static OffsetDateTime readOffsetDateTime(BsonSource source) {
        Reads.require(BsonTypes.DOCUMENT, "a document {at, offset}", source);
        Long at = null;
        Integer offset = null;
        source.startDocument();
        int place = FieldNames.START;
        while ((place = OFFSET_FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> at = Reads.dateTime(source);
                case 1 -> offset = Reads.int32(source);
                default -> source.skip();
            }
        }
        if (at == null || offset == null) {
            throw ReadFailure.unexpected("a document {at, offset}", "one without " + (at == null ? "at" : "offset"));
        }
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.ofTotalSeconds(offset));
    }

    private static void writeOffsetDateTime(BsonSink sink, OffsetDateTime value) {
        sink.startDocument();
        sink.writeName(OFFSET_FIELDS, 0);
        sink.writeDateTime(value.toInstant().toEpochMilli());
        sink.writeInt32(OFFSET_FIELDS, 1, value.getOffset().getTotalSeconds());
        sink.end();
    }
}
