// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.internal.SizeHint;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.ValueCodec;
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
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Lists, sets, arrays and maps of values. */
final class ContainerCodecs {
    private ContainerCodecs() {}

    static <E> void writeElement(BsonSink sink, @Nullable E value, ValueCodec<E> element) {
        if (value == null) {
            sink.writeNull();
        } else {
            element.write(sink, value);
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

        /** A stored null is a null element, whatever the declaration says: nothing is lost. */
        List<E> read(BsonSource source) {
            return read(source, true);
        }

        @SuppressWarnings("NullAway") // null elements, where they are accepted
        List<E> read(BsonSource source, boolean acceptsNulls) {
            Reads.require(BsonTypes.ARRAY, "an array", source);
            int expected = size.expected();
            ArrayList<E> values = new ArrayList<>(expected);
            source.startDocument();
            if (acceptsNulls && codec instanceof ElementCodec<E> elements) {
                elements.readAll(source, values);
            } else {
                while (source.advance()) {
                    values.add(acceptsNulls ? Reads.value(source, codec) : codec.read(source));
                }
            }
            if (size.hasRead(values.size(), expected)) {
                values.trimToSize();
            }
            return values;
        }

        void write(BsonSink sink, Collection<E> values) {
            sink.startArray();
            if (codec instanceof ElementCodec<E> elements) {
                elements.writeAll(sink, values);
            } else {
                int index = 0;
                for (E value : values) {
                    sink.writeIndex(index++);
                    writeElement(sink, value, codec);
                }
            }
            sink.end();
        }

        Elements<E> bind(CodecRegistry registry) {
            return new Elements<>(codec.bind(registry), size);
        }
    }

    record OfList<E>(Elements<E> elements) implements ValueCodec<List<E>> {
        @Override
        public List<E> read(BsonSource source) {
            return elements.read(source);
        }

        @Override
        public void write(BsonSink sink, List<E> values) {
            elements.write(sink, values);
        }

        @Override
        public ValueCodec<List<E>> bind(CodecRegistry registry) {
            return new OfList<>(elements.bind(registry));
        }
    }

    record OfSet<E>(Elements<E> elements) implements ValueCodec<Set<E>> {
        @Override
        public Set<E> read(BsonSource source) {
            return new LinkedHashSet<>(elements.read(source));
        }

        @Override
        public void write(BsonSink sink, Set<E> values) {
            elements.write(sink, values);
        }

        @Override
        public ValueCodec<Set<E>> bind(CodecRegistry registry) {
            return new OfSet<>(elements.bind(registry));
        }
    }

    record OfArray<E>(Elements<E> elements, IntFunction<E[]> newArray) implements ValueCodec<E[]> {
        @Override
        public E[] read(BsonSource source) {
            return elements.read(source).toArray(newArray);
        }

        @Override
        public void write(BsonSink sink, E[] values) {
            elements.write(sink, Arrays.asList(values));
        }

        @Override
        public ValueCodec<E[]> bind(CodecRegistry registry) {
            return new OfArray<>(elements.bind(registry), newArray);
        }
    }

    record OfCollection<E>(Elements<E> elements) implements ValueCodec<Collection<E>> {
        @Override
        public Collection<E> read(BsonSource source) {
            return elements.read(source);
        }

        @Override
        public void write(BsonSink sink, Collection<E> values) {
            elements.write(sink, values);
        }

        @Override
        public ValueCodec<Collection<E>> bind(CodecRegistry registry) {
            return new OfCollection<>(elements.bind(registry));
        }
    }

    /** An array of primitives. A stored null is refused, like any other value that does not fit. */
    record OfPrimitives<E, A>(Elements<E> elements, Function<List<E>, A> fromList, Function<A, List<E>> toList)
            implements ValueCodec<A> {
        @Override
        public A read(BsonSource source) {
            return fromList.apply(elements.read(source, false));
        }

        @Override
        public void write(BsonSink sink, A values) {
            elements.write(sink, toList.apply(values));
        }
    }

    record OfMap<V>(ValueCodec<V> value) implements ValueCodec<Map<String, V>> {
        @Override
        @SuppressWarnings("NullAway") // as for elements of arrays
        public Map<String, V> read(BsonSource source) {
            Reads.require(BsonTypes.DOCUMENT, "a document", source);
            Map<String, V> values = new LinkedHashMap<>();
            source.startDocument();
            while (source.advance()) {
                values.put(source.name(), Reads.value(source, value));
            }
            return values;
        }

        @Override
        public void write(BsonSink sink, Map<String, V> values) {
            sink.startDocument();
            for (Map.Entry<String, V> entry : values.entrySet()) {
                sink.writeName(entry.getKey());
                writeElement(sink, entry.getValue(), value);
            }
            sink.end();
        }

        @Override
        public ValueCodec<Map<String, V>> bind(CodecRegistry registry) {
            return new OfMap<>(value.bind(registry));
        }
    }
}
