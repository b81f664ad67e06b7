// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.spi.DocumentType;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * The fields that a declaration knows, and the change that gives a stored document the fields of one in memory. What
 * else is stored stays. The id is not among the fields: it says which document is meant, and is stored in its own form.
 */
final class DeclaredFields {
    private static final String ID = "_id";
    private static final int EMPTY = Integer.BYTES + 1;
    private static final BsonString UNSET = new BsonString("");

    private final List<String> names;
    /** The fields, and the id after them. */
    private final FieldNames fields;

    private DeclaredFields(List<String> names) {
        this.names = names;
        this.fields = FieldNames.of(Stream.concat(names.stream(), Stream.of(ID)).toArray(String[]::new));
    }

    static DeclaredFields of(DocumentType<?> type) {
        return new DeclaredFields(type.storedNames());
    }

    /**
     * The update that sets the fields which an encoded document has, and removes the others. If no document is stored,
     * it creates the same one.
     *
     * @param bytes the document's bytes, at their start
     * @param id the document's id
     */
    BsonDocument update(byte[] bytes, int size, BsonValue id) {
        boolean[] present = new boolean[names.size()];
        int idStart = size;
        int idEnd = size;
        BsonSource source = BsonSource.of(bytes, size);
        source.startDocument();
        int place = FieldNames.START;
        while ((place = fields.next(source, place)) != FieldNames.END) {
            source.skip();
            if (place == names.size()) {
                idStart = source.element();
                idEnd = source.position();
            } else if (place >= 0) { // and not a discriminator
                present[place] = true;
            }
        }
        BsonDocument update = new BsonDocument();
        int sizeWithoutId = size - (idEnd - idStart);
        if (sizeWithoutId > EMPTY) {
            byte[] fields = new byte[sizeWithoutId];
            System.arraycopy(bytes, 0, fields, 0, idStart);
            System.arraycopy(bytes, idEnd, fields, idStart, size - idEnd);
            ByteBuffer.wrap(fields).order(ByteOrder.LITTLE_ENDIAN).putInt(0, sizeWithoutId);
            update.append("$set", new RawBsonDocument(fields));
        }
        BsonDocument absent = absent(present);
        if (!absent.isEmpty()) {
            update.append("$unset", absent);
        }
        // an update must do something, even if it repeats the filter
        return update.isEmpty() ? update.append("$setOnInsert", new BsonDocument("_id", id)) : update;
    }

    private BsonDocument absent(boolean[] present) {
        BsonDocument absent = new BsonDocument();
        for (int place = 0; place < present.length; place++) {
            if (!present[place]) {
                absent.append(names.get(place), UNSET);
            }
        }
        return absent;
    }
}
