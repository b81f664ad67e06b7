package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.stored.DeclaredForm;
import dev.ligature.spi.LinkType;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Tells the forms of stored links apart.
 *
 * @param database the name of the one that the link is stored in
 */
record StoredForm(LinkType link, String database) {
    /** What a stored value is to a link. */
    enum Kind {
        /** As the link is declared. */
        DECLARED,
        /** A link all the same, in the form that is not declared. */
        OTHER,
        /** A DBRef that names another collection or another database. */
        FOREIGN,
        /** Half a DBRef, or a value that can be no id. */
        WITHOUT_ID
    }

    /** The kind of a value that is not null. */
    Kind of(BsonValue value) {
        boolean dbRefs = link.storage() == LinkStorage.DBREF;
        if (!DeclaredForm.isDbRef(value)) {
            return !dbRefs ? Kind.DECLARED : isId(value) ? Kind.OTHER : Kind.WITHOUT_ID;
        }
        BsonDocument dbRef = value.asDocument();
        if (!isId(StoredIds.bare(dbRef))) {
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
        return link.storage() == LinkStorage.DBREF ? StoredIds.dbRef(link, value) : StoredIds.bare(value);
    }
}
