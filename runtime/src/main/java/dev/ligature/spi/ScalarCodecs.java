package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of the most frequent values. Each is a class of its own, so that an element of a list costs one virtual call rather
 * than one for every function that its codec is made of. Those that lists hold most often have the loops too, alike on purpose.
 */
final class ScalarCodecs {
    private ScalarCodecs() {}

    static void require(BsonType expected, String name, BsonType found) {
        if (found != expected) {
            throw ReadFailure.unexpected(name, found);
        }
    }

    static final class OfString implements ElementCodec<String> {
        @Override
        public String read(BsonReader reader, BsonType type) {
            require(BsonType.STRING, "a string", type);
            return reader.readString();
        }

        @Override
        public void write(BsonWriter writer, String value) {
            writer.writeString(value);
        }

        @Override
        public void readAll(BsonReader reader, List<@Nullable String> values) {
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                values.add(Reads.string(reader, type));
            }
        }

        @Override
        public void writeAll(BsonWriter writer, Collection<? extends @Nullable String> values) {
            for (String value : values) {
                if (value == null) {
                    writer.writeNull();
                } else {
                    write(writer, value);
                }
            }
        }
    }

    static final class OfObjectId implements ElementCodec<ObjectId> {
        @Override
        public ObjectId read(BsonReader reader, BsonType type) {
            require(BsonType.OBJECT_ID, "an ObjectId", type);
            return reader.readObjectId();
        }

        @Override
        public void write(BsonWriter writer, ObjectId value) {
            writer.writeObjectId(value);
        }

        @Override
        public void readAll(BsonReader reader, List<@Nullable ObjectId> values) {
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                values.add(Reads.objectId(reader, type));
            }
        }

        @Override
        public void writeAll(BsonWriter writer, Collection<? extends @Nullable ObjectId> values) {
            for (ObjectId value : values) {
                if (value == null) {
                    writer.writeNull();
                } else {
                    write(writer, value);
                }
            }
        }
    }

    static final class OfBoolean implements ValueCodec<Boolean> {
        @Override
        public Boolean read(BsonReader reader, BsonType type) {
            return Reads.bool(reader, type);
        }

        @Override
        public void write(BsonWriter writer, Boolean value) {
            writer.writeBoolean(value);
        }
    }

    static final class OfInteger implements ElementCodec<Integer> {
        @Override
        public Integer read(BsonReader reader, BsonType type) {
            return Reads.int32(reader, type);
        }

        @Override
        public void write(BsonWriter writer, Integer value) {
            writer.writeInt32(value);
        }

        @Override
        public void readAll(BsonReader reader, List<@Nullable Integer> values) {
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                values.add(type == BsonType.INT32 ? (Integer) reader.readInt32() : Reads.value(reader, type, this));
            }
        }

        @Override
        public void writeAll(BsonWriter writer, Collection<? extends @Nullable Integer> values) {
            for (Integer value : values) {
                if (value == null) {
                    writer.writeNull();
                } else {
                    write(writer, value);
                }
            }
        }
    }

    static final class OfLong implements ElementCodec<Long> {
        @Override
        public Long read(BsonReader reader, BsonType type) {
            return Reads.int64(reader, type);
        }

        @Override
        public void write(BsonWriter writer, Long value) {
            writer.writeInt64(value);
        }

        @Override
        public void readAll(BsonReader reader, List<@Nullable Long> values) {
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                values.add(type == BsonType.INT64 ? (Long) reader.readInt64() : Reads.value(reader, type, this));
            }
        }

        @Override
        public void writeAll(BsonWriter writer, Collection<? extends @Nullable Long> values) {
            for (Long value : values) {
                if (value == null) {
                    writer.writeNull();
                } else {
                    write(writer, value);
                }
            }
        }
    }

    static final class OfDouble implements ElementCodec<Double> {
        @Override
        public Double read(BsonReader reader, BsonType type) {
            return Reads.float64(reader, type);
        }

        @Override
        public void write(BsonWriter writer, Double value) {
            writer.writeDouble(value);
        }

        @Override
        public void readAll(BsonReader reader, List<@Nullable Double> values) {
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                values.add(type == BsonType.DOUBLE ? (Double) reader.readDouble() : Reads.value(reader, type, this));
            }
        }

        @Override
        public void writeAll(BsonWriter writer, Collection<? extends @Nullable Double> values) {
            for (Double value : values) {
                if (value == null) {
                    writer.writeNull();
                } else {
                    write(writer, value);
                }
            }
        }
    }

    static final class OfInstant implements ValueCodec<Instant> {
        @Override
        public Instant read(BsonReader reader, BsonType type) {
            require(BsonType.DATE_TIME, "a date", type);
            return Instant.ofEpochMilli(reader.readDateTime());
        }

        @Override
        public void write(BsonWriter writer, Instant value) {
            writer.writeDateTime(value.toEpochMilli());
        }
    }

    static final class OfBigDecimal implements ValueCodec<BigDecimal> {
        @Override
        public BigDecimal read(BsonReader reader, BsonType type) {
            return switch (type) {
                case DECIMAL128 -> exact(reader.readDecimal128());
                case INT32 -> BigDecimal.valueOf(reader.readInt32());
                case INT64 -> BigDecimal.valueOf(reader.readInt64());
                case DOUBLE -> exact(reader.readDouble());
                default -> throw ReadFailure.unexpected("a decimal number", type);
            };
        }

        @Override
        public void write(BsonWriter writer, BigDecimal value) {
            writer.writeDecimal128(new Decimal128(value));
        }

        private static BigDecimal exact(Decimal128 stored) {
            try {
                return stored.bigDecimalValue();
            } catch (ArithmeticException e) { // not finite, or a negative zero
                throw ReadFailure.unexpected("a decimal number", stored);
            }
        }

        private static BigDecimal exact(double stored) {
            if (!Double.isFinite(stored)) {
                throw ReadFailure.unexpected("a decimal number", stored);
            }
            return BigDecimal.valueOf(stored);
        }
    }
}
