// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.InvalidLinkException;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;

/** Writes the ids of a type after checking their class, because ids come in as objects. */
public record CheckedIdCodec(DocumentType<?> type) implements ValueCodec<Object> {
    @Override
    public Object read(BsonSource source) {
        return type.idCodec().read(source);
    }

    /**
     * @throws InvalidLinkException if the id is of another class
     */
    @Override
    public void write(BsonSink sink, Object id) {
        type.checkId(id, type + "." + type.idMember());
        type.idCodec().write(sink, id);
    }
}
