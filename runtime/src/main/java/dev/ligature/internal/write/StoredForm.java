package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.stored.DeclaredForm;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The forms of a stored link: the target's id, bare or in a DBRef. One is declared and written, both are found and
 * removed.
 *
 * @param database the name of the database in which the link is stored
 */
record StoredForm(LinkType link, String database) {
    /** What a stored value means for a link. */
    enum Kind {
        /** As the link is declared. */
        DECLARED,
        /** A link in the form that is not declared. */
        OTHER,
        /** A DBRef that names another collection or another database. */
        FOREIGN,
        /** Half a DBRef, or a value that cannot be an id. */
        WITHOUT_ID
    }

    /** The kind of a value that is not null. */
    Kind of(BsonValue value) {
        boolean dbRefs = link.storage() == LinkStorage.DBREF;
        if (!DeclaredForm.isDbRef(value)) {
            return !dbRefs ? Kind.DECLARED : isId(value) ? Kind.OTHER : Kind.WITHOUT_ID;
        }
        BsonDocument dbRef = value.asDocument();
        if (!isId(bare(dbRef))) {
            return Kind.WITHOUT_ID;
        }
        return isForeign(dbRef) ? Kind.FOREIGN : dbRefs ? Kind.DECLARED : Kind.OTHER;
    }

    private static boolean isId(BsonValue value) {
        return !value.isNull() && !value.isArray() && !value.isRegularExpression() && !DeclaredForm.isDbRef(value);
    }

    private boolean isForeign(BsonDocument dbRef) {
        return !new BsonString(link.target().collection()).equals(dbRef.get("$ref"))
                || !new BsonString(database).equals(dbRef.get("$db", new BsonString(database)));
    }

    /** A value of the {@linkplain Kind#OTHER other form} in the declared one. */
    BsonValue declared(BsonValue value) {
        return link.storage() == LinkStorage.DBREF ? dbRef(link, value) : bare(value);
    }

    /** Ids in the form in which a link stores them. */
    static BsonArray declared(LinkType link, Collection<BsonValue> ids) {
        BsonArray values = new BsonArray(ids.size());
        ids.forEach(id -> values.add(link.storage() == LinkStorage.DBREF ? dbRef(link, id) : id));
        return values;
    }

    /** Ids in both forms, for code that looks for them or removes them. */
    static BsonArray inBothForms(LinkType link, Collection<BsonValue> ids) {
        BsonArray values = new BsonArray(2 * ids.size());
        for (BsonValue id : ids) {
            values.add(id);
            values.add(dbRef(link, id));
        }
        return values;
    }

    /** An id as a DBRef. */
    static BsonDocument dbRef(LinkType link, BsonValue id) {
        return new BsonDocument("$ref", new BsonString(link.target().collection())).append("$id", id);
    }

    /** The path to the ids of a link's DBRefs, whichever form is declared. */
    static String dbRefPath(LinkType link) {
        return link.storedName() + ".$id";
    }

    /** The id in a stored link of either form. For a DBRef without {@code $id}, the whole value. */
    static BsonValue bare(BsonValue stored) {
        return DeclaredForm.isDbRef(stored) && stored.asDocument().containsKey("$id")
                ? stored.asDocument().get("$id")
                : stored;
    }

    /**
     * Whether a value stands for itself in a query. A regular expression does not, nor does a document of operators.
     */
    static boolean isQueryable(BsonValue value) {
        return !value.isRegularExpression() && !DeclaredForm.isDbRef(value);
    }

    /** Whether all servers take a value for a DBRef wherever they would not accept a document of operators. */
    static boolean isPlainDbRef(BsonValue value) {
        return DeclaredForm.isDbRef(value)
                && !value.asDocument().getFirstKey().equals("$db")
                && value.asDocument().containsKey("$ref")
                && value.asDocument().containsKey("$id");
    }

    /** Ids as messages show them; only the first ones if there are many. */
    static String show(List<BsonValue> ids) {
        return ids.size() == 1
                ? show(ids.get(0))
                : ids.stream()
                        .limit(10)
                        .map(StoredForm::show)
                        .collect(Collectors.joining(", ", "[", ids.size() > 10 ? ", …]" : "]"));
    }

    /** An id as messages show it. */
    static String show(BsonValue id) {
        if (id.isObjectId()) {
            return id.asObjectId().getValue().toHexString();
        }
        return Excerpt.of(id.isString() ? id.asString().getValue() : id);
    }

    /** An id as users see it. A value that cannot be an id of the type is shown as it is stored. */
    static Object decoded(DocumentType<?> type, BsonValue id) {
        Object decoded = type.readId(id);
        return decoded == null ? id : decoded;
    }
}
