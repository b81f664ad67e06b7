package dev.ligature.internal.execute;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.ReadFailure;
import dev.ligature.internal.StoredId;
import dev.ligature.spi.DocumentType;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonValue;
import org.bson.codecs.BsonArrayCodec;
import org.bson.codecs.DecoderContext;

/** Says of a stored document that cannot be read which one it is, also where its id is what does not fit. */
public final class Damage {
    private static final BsonArrayCodec ARRAYS = new BsonArrayCodec();

    private Damage() {}

    /** The failure of a document that comes alone or with others that are joined to it. */
    static DocumentReadException of(DocumentType<?> type, BsonDocument stored, RuntimeException failure) {
        Object id = StoredId.decode(type, stored.get("_id"));
        DocumentReadException named = failure instanceof DocumentReadException unread // of a joined one perhaps
                ? unread
                : ReadFailure.of(type, id, failure);
        return id == null && isUnnamed(named, type) ? withStoredId(named, stored) : named;
    }

    /**
     * The failure of one of the joined documents in an array.
     *
     * @param start of the array
     */
    public static RuntimeException in(
            DocumentType<?> type, BsonReader reader, BsonReaderMark start, RuntimeException failure) {
        if (!(failure instanceof DocumentReadException unread) || !isUnnamed(unread, type)) {
            return failure;
        }
        start.reset();
        List<BsonValue> joined = ARRAYS.decode(reader, DecoderContext.builder().build());
        return joined.stream()
                .map(BsonValue::asDocument)
                .filter(stored -> StoredId.decode(type, stored.get("_id")) == null)
                .findFirst()
                .map(stored -> withStoredId(unread, stored))
                .orElse(unread);
    }

    private static boolean isUnnamed(DocumentReadException failure, DocumentType<?> type) {
        return failure.id().isEmpty() && failure.document().equals(type.toString());
    }

    private static DocumentReadException withStoredId(DocumentReadException failure, BsonDocument stored) {
        BsonValue id = stored.get("_id");
        String shown = id == null ? "no _id" : Excerpt.of(new BsonDocument("_id", id).toJson());
        return new DocumentReadException(
                failure.document(), null, failure.getMessage() + ". Stored is " + shown + ".", failure.getCause());
    }
}
