// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec that reads and writes the elements of an array in loops of its own. The JVM's compiler inlines what it has
 * seen a loop call. A loop that all codecs share would pay a virtual call per element.
 *
 * @param <V> the element
 */
interface ElementCodec<V> extends ValueCodec<V> {
    /** Reads the elements of the array that is open, and leaves it. */
    void readAll(BsonSource source, List<@Nullable V> values);

    /** Writes the elements of an array. A null element is written as a BSON null. */
    void writeAll(BsonSink sink, Collection<? extends @Nullable V> values);
}
