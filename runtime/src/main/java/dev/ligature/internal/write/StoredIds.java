package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ValueCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** The ids of a link as they are stored: bare or in a DBRef. One form is declared and written, both are found and removed. */
final class StoredIds {
    private StoredIds() {}

    /** Ids in the form in which a link stores them. */
    static BsonArray declared(LinkType link, Collection<BsonValue> ids) {
        BsonArray values = new BsonArray(ids.size());
        ids.forEach(id -> values.add(link.storage() == LinkStorage.DBREF ? dbRef(link, id) : id));
        return values;
    }

    /** Ids in both forms, for what looks for them or takes them out. */
    static BsonArray inBothForms(LinkType link, Collection<BsonValue> ids) {
        BsonArray values = new BsonArray(2 * ids.size());
        for (BsonValue id : ids) {
            values.add(id);
            values.add(dbRef(link, id));
        }
        return values;
    }

    private static BsonDocument dbRef(LinkType link, BsonValue id) {
        return new BsonDocument("$ref", new BsonString(link.target().collection())).append("$id", id);
    }

    /** The id of a stored document. */
    static BsonValue ofDocument(BsonDocument stored) {
        return Objects.requireNonNull(stored.get("_id"), "a stored document has an id");
    }

    /** The id in a stored link of either form; of a DBRef without {@code $id}, the whole. */
    static BsonValue bare(BsonValue stored) {
        return startsWithDollar(stored) && stored.asDocument().containsKey("$id")
                ? stored.asDocument().get("$id")
                : stored;
    }

    private static boolean startsWithDollar(BsonValue value) {
        return value.isDocument()
                && !value.asDocument().isEmpty()
                && value.asDocument().getFirstKey().startsWith("$");
    }

    /** Whether a value stands for itself in a query. A regular expression does not, and a document of operators neither. */
    static boolean isQueryable(BsonValue value) {
        return !value.isRegularExpression() && !startsWithDollar(value);
    }

    /**
     * What stored ids are compared by: equal where the server takes them for the same, which does not tell the types of numbers
     * apart. Decoded ids would not do, some have no {@code equals}.
     */
    static Object key(BsonValue id) {
        if (id instanceof BsonNumber number) {
            return number(number);
        }
        if (id.isArray()) {
            return id.asArray().stream().map(StoredIds::key).toList();
        }
        if (id.isDocument()) {
            List<Object> fields = new ArrayList<>();
            id.asDocument().forEach((name, value) -> {
                fields.add(name);
                fields.add(key(value));
            });
            return fields;
        }
        return id;
    }

    private static Object number(BsonNumber number) {
        if (number.isDouble()) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? new BigDecimal(value).stripTrailingZeros() : (Object) value;
        }
        if (number.isDecimal128()) {
            Decimal128 value = number.decimal128Value();
            return value.isFinite() ? new BigDecimal(value.toString()).stripTrailingZeros() : value.doubleValue();
        }
        return BigDecimal.valueOf(number.longValue()).stripTrailingZeros();
    }

    /** Ids as messages show them; the first of them when they are many. */
    static String show(List<BsonValue> ids) {
        return ids.size() == 1
                ? show(ids.get(0))
                : ids.stream()
                        .limit(10)
                        .map(StoredIds::show)
                        .collect(Collectors.joining(", ", "[", ids.size() > 10 ? ", …]" : "]"));
    }

    /** An id as messages show it. */
    static String show(BsonValue id) {
        if (id.isObjectId()) {
            return id.asObjectId().getValue().toHexString();
        }
        return id.isString() ? id.asString().getValue() : id.toString();
    }

    /** An id as users see it; a value that cannot be one of the type's as it is stored. */
    static Object decoded(DocumentType<?> type, BsonValue id) {
        ValueCodec<Object> codec = type.idCodec();
        BsonDocumentReader reader = new BsonDocumentReader(new BsonDocument("_id", id));
        reader.readStartDocument();
        BsonType bsonType = reader.readBsonType();
        reader.readName();
        try {
            return codec.read(reader, bsonType);
        } catch (RuntimeException e) {
            return id;
        }
    }
}
