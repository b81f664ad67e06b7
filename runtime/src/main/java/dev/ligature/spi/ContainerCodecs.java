package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.util.ArrayList;
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

    /** A stored null is a null element, whatever the declaration promises: nothing is lost. */
    private static <E> List<E> readArray(BsonReader reader, BsonType type, ValueCodec<E> element) {
        return readArray(reader, type, element, true);
    }

    @SuppressWarnings("NullAway") // null elements, where they are accepted
    private static <E> List<E> readArray(
            BsonReader reader, BsonType type, ValueCodec<E> element, boolean acceptsNulls) {
        if (type != BsonType.ARRAY) {
            throw ReadFailure.unexpected("an array", type);
        }
        List<E> values = new ArrayList<>();
        reader.readStartArray();
        try {
            for (BsonType each = reader.readBsonType();
                    each != BsonType.END_OF_DOCUMENT;
                    each = reader.readBsonType()) {
                values.add(acceptsNulls ? Reads.value(reader, each, element) : element.read(reader, each));
            }
        } catch (RuntimeException e) {
            throw ReadFailure.in("[" + values.size() + "]", e);
        }
        reader.readEndArray();
        return values;
    }

    private static <E> void writeElement(BsonWriter writer, @Nullable E value, ValueCodec<E> element) {
        if (value == null) {
            writer.writeNull();
        } else {
            element.write(writer, value);
        }
    }

    record OfList<E>(ValueCodec<E> element) implements ValueCodec<List<E>> {
        @Override
        public List<E> read(BsonReader reader, BsonType type) {
            return readArray(reader, type, element);
        }

        @Override
        public void write(BsonWriter writer, List<E> values) {
            writer.writeStartArray();
            for (E value : values) {
                writeElement(writer, value, element);
            }
            writer.writeEndArray();
        }

        @Override
        public ValueCodec<List<E>> bind(CodecRegistry registry) {
            return new OfList<>(element.bind(registry));
        }
    }

    record OfSet<E>(ValueCodec<E> element) implements ValueCodec<Set<E>> {
        @Override
        public Set<E> read(BsonReader reader, BsonType type) {
            return new LinkedHashSet<>(readArray(reader, type, element));
        }

        @Override
        public void write(BsonWriter writer, Set<E> values) {
            writer.writeStartArray();
            for (E value : values) {
                writeElement(writer, value, element);
            }
            writer.writeEndArray();
        }

        @Override
        public ValueCodec<Set<E>> bind(CodecRegistry registry) {
            return new OfSet<>(element.bind(registry));
        }
    }

    record OfArray<E>(ValueCodec<E> element, IntFunction<E[]> newArray) implements ValueCodec<E[]> {
        @Override
        public E[] read(BsonReader reader, BsonType type) {
            return readArray(reader, type, element).toArray(newArray);
        }

        @Override
        public void write(BsonWriter writer, E[] values) {
            writer.writeStartArray();
            for (E value : values) {
                writeElement(writer, value, element);
            }
            writer.writeEndArray();
        }

        @Override
        public ValueCodec<E[]> bind(CodecRegistry registry) {
            return new OfArray<>(element.bind(registry), newArray);
        }
    }

    record OfCollection<E>(ValueCodec<E> element) implements ValueCodec<Collection<E>> {
        @Override
        public Collection<E> read(BsonReader reader, BsonType type) {
            return readArray(reader, type, element);
        }

        @Override
        public void write(BsonWriter writer, Collection<E> values) {
            writer.writeStartArray();
            for (E value : values) {
                writeElement(writer, value, element);
            }
            writer.writeEndArray();
        }

        @Override
        public ValueCodec<Collection<E>> bind(CodecRegistry registry) {
            return new OfCollection<>(element.bind(registry));
        }
    }

    /** An array of primitives: a stored null is refused as any other value that does not fit. */
    record OfPrimitives<E, A>(ValueCodec<E> element, Function<List<E>, A> fromList, Function<A, List<E>> toList)
            implements ValueCodec<A> {
        @Override
        public A read(BsonReader reader, BsonType type) {
            return fromList.apply(readArray(reader, type, element, false));
        }

        @Override
        public void write(BsonWriter writer, A values) {
            writer.writeStartArray();
            for (E value : toList.apply(values)) {
                element.write(writer, value);
            }
            writer.writeEndArray();
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
