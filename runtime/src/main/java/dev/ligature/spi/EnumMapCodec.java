// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.codecs.configuration.CodecRegistry;

/** Stores a map with enum constants as keys as a document, whose fields have the stored names of the constants. */
record EnumMapCodec<K extends Enum<K>, V>(EnumNames<K> keys, FieldNames fields, ValueCodec<V> value)
        implements ValueCodec<Map<K, V>> {
    EnumMapCodec(EnumNames<K> keys, ValueCodec<V> value) {
        this(keys, FieldNames.of(keys.names()), value);
    }

    /** In the stored order, so that nothing changes when it is written again. */
    @Override
    @SuppressWarnings("NullAway") // null values, as in other maps
    public Map<K, V> read(BsonSource source) {
        Reads.require(BsonTypes.DOCUMENT, "a document", source);
        Map<K, V> values = new LinkedHashMap<>();
        source.startDocument();
        int place = FieldNames.START;
        while ((place = fields.next(source, place)) != FieldNames.END) {
            if (place < 0) {
                throw ReadFailure.unexpected("a key that is one of " + keys, '"' + source.name() + '"');
            }
            values.put(keys.constant(place), Reads.value(source, value));
        }
        return values;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // not stored: the names are in the order of the constants
    public void write(BsonSink sink, Map<K, V> values) {
        sink.startDocument();
        for (Map.Entry<K, V> entry : values.entrySet()) {
            K key = Objects.requireNonNull(entry.getKey(), "a key of the map is null");
            sink.writeName(fields, key.ordinal());
            ContainerCodecs.writeElement(sink, entry.getValue(), value);
        }
        sink.end();
    }

    @Override
    public ValueCodec<Map<K, V>> bind(CodecRegistry registry) {
        return new EnumMapCodec<>(keys, fields, value.bind(registry));
    }
}
