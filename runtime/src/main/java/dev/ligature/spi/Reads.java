// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;
import java.time.Instant;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads members. A number is accepted in every numeric BSON type that holds it exactly. A BSON null reads as null if
 * the result may be null, and is refused for primitives.
 */
public final class Reads {
    private Reads() {}

    public static @Nullable String string(BsonSource source) {
        return source.type() == BsonTypes.STRING ? source.readString() : nullOr(source, "a string");
    }

    public static @Nullable ObjectId objectId(BsonSource source) {
        return source.type() == BsonTypes.OBJECT_ID ? source.readObjectId() : nullOr(source, "an ObjectId");
    }

    public static boolean bool(BsonSource source) {
        if (source.type() == BsonTypes.BOOLEAN) {
            return source.readBoolean();
        }
        throw unexpected("a boolean", source);
    }

    public static int int32(BsonSource source) {
        return source.type() == BsonTypes.INT32
                ? source.readInt32()
                : (int) integral(source, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public static long int64(BsonSource source) {
        return source.type() == BsonTypes.INT64 ? source.readInt64() : integral(source, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static double float64(BsonSource source) {
        return source.type() == BsonTypes.DOUBLE ? source.readDouble() : floating(source);
    }

    public static @Nullable Instant instant(BsonSource source) {
        return source.type() == BsonTypes.DATE_TIME
                ? Instant.ofEpochMilli(source.readInt64())
                : nullOr(source, "a date");
    }

    /** A value of any other kind, or null for a BSON null. */
    public static <V> @Nullable V value(BsonSource source, ValueCodec<V> codec) {
        return source.isNull() ? null : codec.read(source);
    }

    /** A date, as milliseconds since the epoch. */
    static long dateTime(BsonSource source) {
        require(BsonTypes.DATE_TIME, "a date", source);
        return source.readInt64();
    }

    static void require(byte expected, String name, BsonSource source) {
        if (source.type() != expected) {
            throw unexpected(name, source);
        }
    }

    static ReadFailure unexpected(String expected, BsonSource source) {
        return ReadFailure.unexpected(expected, source.typeName());
    }

    static long integral(BsonSource source, long min, long max) {
        long value =
                switch (source.type()) {
                    case BsonTypes.INT32 -> source.readInt32();
                    case BsonTypes.INT64 -> source.readInt64();
                    case BsonTypes.DOUBLE -> exactLong(source.readDouble());
                    case BsonTypes.DECIMAL128 -> exactLong(source.readDecimal128());
                    default -> throw unexpected("an integer", source);
                };
        if (value < min || value > max) {
            throw ReadFailure.unexpected("an integer from " + min + " to " + max, value);
        }
        return value;
    }

    private static double floating(BsonSource source) {
        return switch (source.type()) {
            case BsonTypes.INT32 -> source.readInt32();
            case BsonTypes.INT64 -> exactDouble(source.readInt64());
            case BsonTypes.DECIMAL128 -> source.readDecimal128().doubleValue();
            default -> throw unexpected("a number", source);
        };
    }

    private static long exactLong(double value) {
        long integer = (long) value;
        if (integer != value || value == 0x1p63) { // which the cast takes for one less
            throw ReadFailure.unexpected("an integer", value);
        }
        return integer;
    }

    private static long exactLong(Decimal128 value) {
        try {
            return value.bigDecimalValue().longValueExact();
        } catch (ArithmeticException e) { // a fraction, too large or no number at all
            throw ReadFailure.unexpected("an integer", value);
        }
    }

    private static double exactDouble(long value) {
        double floating = value;
        if ((long) floating != value || floating == 0x1p63) { // which the cast takes for one less
            throw ReadFailure.unexpected("a number that a double holds exactly", value);
        }
        return floating;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it only ever returns null
    private static <V> @Nullable V nullOr(BsonSource source, String expected) {
        if (source.isNull()) {
            return null;
        }
        throw unexpected(expected, source);
    }
}
