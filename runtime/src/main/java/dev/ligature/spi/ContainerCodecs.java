package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import dev.ligature.internal.SizeHint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Lists, sets, arrays and maps of values. */
final class ContainerCodecs {
    private ContainerCodecs() {}

    private static <E> void writeElement(BsonWriter writer, @Nullable E value, ValueCodec<E> element) {
        if (value == null) {
            writer.writeNull();
        } else {
            element.write(writer, value);
        }
    }

    /**
     * The elements of an array.
     *
     * @param size of the arrays read so far
     */
    record Elements<E>(ValueCodec<E> codec, SizeHint size) {
        Elements(ValueCodec<E> codec) {
            this(codec, new SizeHint());
        }

        /** A stored null is a null element, whatever the declaration promises: nothing is lost. */
        List<E> read(BsonReader reader, BsonType type) {
            return read(reader, type, true);
        }

        @SuppressWarnings("NullAway") // null elements, where they are accepted
        List<E> read(BsonReader reader, BsonType type, boolean acceptsNulls) {
            if (type != BsonType.ARRAY) {
                throw ReadFailure.unexpected("an array", type);
            }
            int expected = size.expected();
            ArrayList<E> values = new ArrayList<>(expected);
            reader.readStartArray();
            try {
                if (acceptsNulls && codec instanceof ElementCodec<E> elements) {
                    elements.readAll(reader, values);
                } else {
                    for (BsonType each = reader.readBsonType();
                            each != BsonType.END_OF_DOCUMENT;
                            each = reader.readBsonType()) {
                        values.add(acceptsNulls ? Reads.value(reader, each, codec) : codec.read(reader, each));
                    }
                }
            } catch (RuntimeException e) {
                throw ReadFailure.in("[" + values.size() + "]", e);
            }
            reader.readEndArray();
            if (size.hasRead(values.size(), expected)) {
                values.trimToSize();
            }
            return values;
        }

        void write(BsonWriter writer, Collection<E> values) {
            writer.writeStartArray();
            if (codec instanceof ElementCodec<E> elements) {
                elements.writeAll(writer, values);
            } else {
                for (E value : values) {
                    writeElement(writer, value, codec);
                }
            }
            writer.writeEndArray();
        }

        Elements<E> bind(CodecRegistry registry) {
            return new Elements<>(codec.bind(registry), size);
        }
    }

    record OfList<E>(Elements<E> elements) implements ValueCodec<List<E>> {
        @Override
        public List<E> read(BsonReader reader, BsonType type) {
            return elements.read(reader, type);
        }

        @Override
        public void write(BsonWriter writer, List<E> values) {
            elements.write(writer, values);
        }

        @Override
        public ValueCodec<List<E>> bind(CodecRegistry registry) {
            return new OfList<>(elements.bind(registry));
        }
    }

    record OfSet<E>(Elements<E> elements) implements ValueCodec<Set<E>> {
        @Override
        public Set<E> read(BsonReader reader, BsonType type) {
            return new LinkedHashSet<>(elements.read(reader, type));
        }

        @Override
        public void write(BsonWriter writer, Set<E> values) {
            elements.write(writer, values);
        }

        @Override
        public ValueCodec<Set<E>> bind(CodecRegistry registry) {
            return new OfSet<>(elements.bind(registry));
        }
    }

    record OfArray<E>(Elements<E> elements, IntFunction<E[]> newArray) implements ValueCodec<E[]> {
        @Override
        public E[] read(BsonReader reader, BsonType type) {
            return elements.read(reader, type).toArray(newArray);
        }

        @Override
        public void write(BsonWriter writer, E[] values) {
            elements.write(writer, Arrays.asList(values));
        }

        @Override
        public ValueCodec<E[]> bind(CodecRegistry registry) {
            return new OfArray<>(elements.bind(registry), newArray);
        }
    }

    record OfCollection<E>(Elements<E> elements) implements ValueCodec<Collection<E>> {
        @Override
        public Collection<E> read(BsonReader reader, BsonType type) {
            return elements.read(reader, type);
        }

        @Override
        public void write(BsonWriter writer, Collection<E> values) {
            elements.write(writer, values);
        }

        @Override
        public ValueCodec<Collection<E>> bind(CodecRegistry registry) {
            return new OfCollection<>(elements.bind(registry));
        }
    }

    /** An array of primitives: a stored null is refused as any other value that does not fit. */
    record OfPrimitives<E, A>(Elements<E> elements, Function<List<E>, A> fromList, Function<A, List<E>> toList)
            implements ValueCodec<A> {
        @Override
        public A read(BsonReader reader, BsonType type) {
            return fromList.apply(elements.read(reader, type, false));
        }

        @Override
        public void write(BsonWriter writer, A values) {
            elements.write(writer, toList.apply(values));
        }
    }

    record OfMap<V>(ValueCodec<V> value) implements ValueCodec<Map<String, V>> {
        @Override
        @SuppressWarnings("NullAway") // as for elements of arrays
        public Map<String, V> read(BsonReader reader, BsonType type) {
            if (type != BsonType.DOCUMENT) {
                throw ReadFailure.unexpected("a document", type);
            }
            Map<String, V> values = new LinkedHashMap<>();
            reader.readStartDocument();
            for (BsonType each = reader.readBsonType();
                    each != BsonType.END_OF_DOCUMENT;
                    each = reader.readBsonType()) {
                String key = reader.readName();
                try {
                    values.put(key, Reads.value(reader, each, value));
                } catch (RuntimeException e) {
                    throw ReadFailure.in(key, e);
                }
            }
            reader.readEndDocument();
            return values;
        }

        @Override
        public void write(BsonWriter writer, Map<String, V> values) {
            writer.writeStartDocument();
            for (Map.Entry<String, V> entry : values.entrySet()) {
                writer.writeName(entry.getKey());
                writeElement(writer, entry.getValue(), value);
            }
            writer.writeEndDocument();
        }

        @Override
        public ValueCodec<Map<String, V>> bind(CodecRegistry registry) {
            return new OfMap<>(value.bind(registry));
        }
    }
}
