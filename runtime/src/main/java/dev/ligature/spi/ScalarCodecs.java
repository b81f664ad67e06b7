// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.CompactDecimal;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of the most frequent values. Each is a class of its own, so an element of a list costs one virtual call,
 * and not one for each function of a generic codec. The types that lists hold most often also have loops of their own,
 * which are alike on purpose.
 */
final class ScalarCodecs {
    private ScalarCodecs() {}

    static final class OfString implements ElementCodec<String> {
        @Override
        public String read(BsonSource source) {
            Reads.require(BsonTypes.STRING, "a string", source);
            return source.readString();
        }

        @Override
        public void write(BsonSink sink, String value) {
            sink.writeString(value);
        }

        @Override
        public void readAll(BsonSource source, List<@Nullable String> values) {
            while (source.advance()) {
                values.add(Reads.string(source));
            }
        }

        @Override
        public void writeAll(BsonSink sink, Collection<? extends @Nullable String> values) {
            int index = 0;
            for (String value : values) {
                sink.writeIndex(index++);
                if (value == null) {
                    sink.writeNull();
                } else {
                    write(sink, value);
                }
            }
        }
    }

    static final class OfObjectId implements ElementCodec<ObjectId> {
        @Override
        public ObjectId read(BsonSource source) {
            Reads.require(BsonTypes.OBJECT_ID, "an ObjectId", source);
            return source.readObjectId();
        }

        @Override
        public void write(BsonSink sink, ObjectId value) {
            sink.writeObjectId(value);
        }

        @Override
        public void readAll(BsonSource source, List<@Nullable ObjectId> values) {
            while (source.advance()) {
                values.add(Reads.objectId(source));
            }
        }

        @Override
        public void writeAll(BsonSink sink, Collection<? extends @Nullable ObjectId> values) {
            int index = 0;
            for (ObjectId value : values) {
                sink.writeIndex(index++);
                if (value == null) {
                    sink.writeNull();
                } else {
                    write(sink, value);
                }
            }
        }
    }

    static final class OfBoolean implements ValueCodec<Boolean> {
        @Override
        public Boolean read(BsonSource source) {
            return Reads.bool(source);
        }

        @Override
        public void write(BsonSink sink, Boolean value) {
            sink.writeBoolean(value);
        }
    }

    static final class OfInteger implements ElementCodec<Integer> {
        @Override
        public Integer read(BsonSource source) {
            return Reads.int32(source);
        }

        @Override
        public void write(BsonSink sink, Integer value) {
            sink.writeInt32(value);
        }

        @Override
        public void readAll(BsonSource source, List<@Nullable Integer> values) {
            while (source.advance()) {
                values.add(source.type() == BsonTypes.INT32 ? (Integer) source.readInt32() : Reads.value(source, this));
            }
        }

        @Override
        public void writeAll(BsonSink sink, Collection<? extends @Nullable Integer> values) {
            int index = 0;
            for (Integer value : values) {
                sink.writeIndex(index++);
                if (value == null) {
                    sink.writeNull();
                } else {
                    write(sink, value);
                }
            }
        }
    }

    static final class OfLong implements ElementCodec<Long> {
        @Override
        public Long read(BsonSource source) {
            return Reads.int64(source);
        }

        @Override
        public void write(BsonSink sink, Long value) {
            sink.writeInt64(value);
        }

        @Override
        public void readAll(BsonSource source, List<@Nullable Long> values) {
            while (source.advance()) {
                values.add(source.type() == BsonTypes.INT64 ? (Long) source.readInt64() : Reads.value(source, this));
            }
        }

        @Override
        public void writeAll(BsonSink sink, Collection<? extends @Nullable Long> values) {
            int index = 0;
            for (Long value : values) {
                sink.writeIndex(index++);
                if (value == null) {
                    sink.writeNull();
                } else {
                    write(sink, value);
                }
            }
        }
    }

    static final class OfDouble implements ElementCodec<Double> {
        @Override
        public Double read(BsonSource source) {
            return Reads.float64(source);
        }

        @Override
        public void write(BsonSink sink, Double value) {
            sink.writeDouble(value);
        }

        @Override
        public void readAll(BsonSource source, List<@Nullable Double> values) {
            while (source.advance()) {
                values.add(
                        source.type() == BsonTypes.DOUBLE ? (Double) source.readDouble() : Reads.value(source, this));
            }
        }

        @Override
        public void writeAll(BsonSink sink, Collection<? extends @Nullable Double> values) {
            int index = 0;
            for (Double value : values) {
                sink.writeIndex(index++);
                if (value == null) {
                    sink.writeNull();
                } else {
                    write(sink, value);
                }
            }
        }
    }

    static final class OfInstant implements ValueCodec<Instant> {
        @Override
        public Instant read(BsonSource source) {
            return Instant.ofEpochMilli(Reads.dateTime(source));
        }

        @Override
        public void write(BsonSink sink, Instant value) {
            sink.writeDateTime(value.toEpochMilli());
        }
    }

    static final class OfBigDecimal implements ValueCodec<BigDecimal> {
        @Override
        public BigDecimal read(BsonSource source) {
            return switch (source.type()) {
                case BsonTypes.DECIMAL128 -> readDecimal(source);
                case BsonTypes.INT32 -> BigDecimal.valueOf(source.readInt32());
                case BsonTypes.INT64 -> BigDecimal.valueOf(source.readInt64());
                case BsonTypes.DOUBLE -> exact(source.readDouble());
                default -> throw Reads.unexpected("a decimal number", source);
            };
        }

        @Override
        public void write(BsonSink sink, BigDecimal value) {
            Decimal128 stored = CompactDecimal.of(value);
            sink.writeDecimal128(stored.getHigh(), stored.getLow());
        }

        private static BigDecimal readDecimal(BsonSource source) {
            int position = source.position();
            try {
                return source.readDecimal();
            } catch (ArithmeticException e) {
                source.rewind(position);
                throw ReadFailure.unexpected("a decimal number", source.readDecimal128());
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
