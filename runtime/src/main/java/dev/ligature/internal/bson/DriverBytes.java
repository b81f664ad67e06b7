// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.bson;

import dev.ligature.spi.bson.BsonSource;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/** Documents of the driver that are bytes already. */
public final class DriverBytes {
    private DriverBytes() {}

    /** A copy of a document. */
    public static BsonSource of(RawBsonDocument document) {
        ByteBuf buffer = document.getByteBuffer();
        int size = buffer.remaining();
        byte[] bytes = new byte[size + BsonSource.SLACK];
        buffer.get(bytes, 0, size);
        return BsonSource.of(bytes, size);
    }
}
