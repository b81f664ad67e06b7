package dev.ligature.internal.write;

import dev.ligature.spi.DocumentType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * The fields that a declaration knows, and the change that gives a stored document those that one in memory has: what else is stored
 * stays. The id is not among them. It says which document is meant, and is stored in its own form.
 */
final class DeclaredFields {
    private static final byte[] ID = {'_', 'i', 'd'};
    private static final int EMPTY = Integer.BYTES + 1;
    private static final BsonString UNSET = new BsonString("");

    private final List<String> names;
    private final byte[][] encodedNames;

    private DeclaredFields(List<String> names) {
        this.names = names;
        this.encodedNames = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    static DeclaredFields of(DocumentType<?> type) {
        return new DeclaredFields(type.storedNames());
    }

    /**
     * The update that sets the fields which an encoded document has and removes the others. It makes the same document where none is
     * stored.
     *
     * @param bytes the document's, at their start
     * @param id the document's
     */
    BsonDocument update(byte[] bytes, int size, BsonValue id) {
        boolean[] present = new boolean[encodedNames.length];
        int idStart = size;
        int idEnd = size;
        int expected = 0;
        EncodedElements elements = new EncodedElements(bytes, size);
        while (elements.advance()) {
            if (elements.isNamed(ID)) {
                idStart = elements.start();
                idEnd = elements.next();
            } else {
                int place = place(elements, expected);
                if (place >= 0) {
                    present[place] = true;
                    expected = place + 1;
                }
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
        // an update must do something, be it what the filter says
        return update.isEmpty() ? update.append("$setOnInsert", new BsonDocument("_id", id)) : update;
    }

    /** The place of an element's name, which is nearly always the next one; -1 of one that is not declared, a discriminator. */
    private int place(EncodedElements elements, int expected) {
        for (int i = 0; i < encodedNames.length; i++) {
            int place = (expected + i) % encodedNames.length;
            if (elements.isNamed(encodedNames[place])) {
                return place;
            }
        }
        return -1;
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
