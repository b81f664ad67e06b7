package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads members. Numbers are accepted in every numeric BSON type that holds them exactly; a BSON null reads as null where
 * the result may be null and is refused for primitives.
 */
public final class Reads {
    private Reads() {}

    public static @Nullable String string(BsonReader reader, BsonType type) {
        return type == BsonType.STRING ? reader.readString() : nullOr(reader, type, "a string");
    }

    public static @Nullable ObjectId objectId(BsonReader reader, BsonType type) {
        return type == BsonType.OBJECT_ID ? reader.readObjectId() : nullOr(reader, type, "an ObjectId");
    }

    public static boolean bool(BsonReader reader, BsonType type) {
        if (type == BsonType.BOOLEAN) {
            return reader.readBoolean();
        }
        throw ReadFailure.unexpected("a boolean", type);
    }

    public static int int32(BsonReader reader, BsonType type) {
        return type == BsonType.INT32
                ? reader.readInt32()
                : (int) integral(reader, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public static long int64(BsonReader reader, BsonType type) {
        return type == BsonType.INT64 ? reader.readInt64() : integral(reader, type, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static double float64(BsonReader reader, BsonType type) {
        return type == BsonType.DOUBLE ? reader.readDouble() : floating(reader, type);
    }

    public static @Nullable Instant instant(BsonReader reader, BsonType type) {
        return type == BsonType.DATE_TIME
                ? Instant.ofEpochMilli(reader.readDateTime())
                : nullOr(reader, type, "a date");
    }

    /** A value of any other kind, or null for a BSON null. */
    public static <V> @Nullable V value(BsonReader reader, BsonType type, ValueCodec<V> codec) {
        if (type == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        return codec.read(reader, type);
    }

    static long integral(BsonReader reader, BsonType type, long min, long max) {
        long value =
                switch (type) {
                    case INT32 -> reader.readInt32();
                    case INT64 -> reader.readInt64();
                    case DOUBLE -> exactLong(reader.readDouble());
                    case DECIMAL128 -> exactLong(reader.readDecimal128());
                    default -> throw ReadFailure.unexpected("an integer", type);
                };
        if (value < min || value > max) {
            throw ReadFailure.unexpected("an integer from " + min + " to " + max, value);
        }
        return value;
    }

    private static double floating(BsonReader reader, BsonType type) {
        return switch (type) {
            case INT32 -> reader.readInt32();
            case INT64 -> exactDouble(reader.readInt64());
            case DECIMAL128 -> reader.readDecimal128().doubleValue();
            default -> throw ReadFailure.unexpected("a number", type);
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
    private static <V> @Nullable V nullOr(BsonReader reader, BsonType type, String expected) {
        if (type == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        throw ReadFailure.unexpected(expected, type);
    }
}
