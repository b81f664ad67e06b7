// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import org.bson.BsonBinaryWriter;
import org.bson.BsonRegularExpression;
import org.bson.io.BasicOutputBuffer;

/**
 * Writes what a codec of the registry stores. Refuses texts that a server would return as other texts, or not at all.
 */
public final class StorableWriter extends BsonBinaryWriter {
    /** A writer of one document. */
    public StorableWriter(BasicOutputBuffer buffer) {
        super(buffer);
    }

    @Override
    public void writeName(String name) {
        UnstorableTextException.requireWithoutNul("key", name);
        super.writeName(name);
    }

    @Override
    public void writeString(String value) {
        UnstorableTextException.requirePaired("text", value);
        super.writeString(value);
    }

    @Override
    public void writeSymbol(String value) {
        UnstorableTextException.requirePaired("symbol", value);
        super.writeSymbol(value);
    }

    @Override
    public void writeRegularExpression(BsonRegularExpression value) {
        UnstorableTextException.requireWithoutNul("pattern", value.getPattern());
        super.writeRegularExpression(value);
    }
}
