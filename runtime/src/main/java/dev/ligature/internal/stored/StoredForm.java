// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a stored link: the target's id, bare or in a DBRef. One of them is declared and written. Only the
 * declared form refers, because servers join and find by it, and what is decided on this side must not see more than
 * they do. A fetch along a link reads both forms, and what removes links removes both.
 *
 * @param database the name of the database that holds the link
 * @see <a href="https://www.mongodb.com/docs/manual/reference/database-references/">Database references</a>
 */
public record StoredForm(LinkType link, String database) {
    /** What a stored value means to a link. */
    public enum Kind {
        /** A link in the form that is declared. */
        DECLARED,
        /** A link in the form that is not declared. */
        OTHER,
        /** A DBRef that names another collection or another database. */
        FOREIGN,
        /** Half a DBRef, or a value that cannot be an id. */
        WITHOUT_ID
    }

    /** From here on, not every whole number is a double. */
    private static final long MOST_OF_DOUBLES = 1L << 53;

    /** The kind of a value that is not null. */
    public Kind of(BsonValue value) {
        boolean dbRefs = link.storage() == LinkStorage.DBREF;
        if (!isDbRef(value)) {
            return !dbRefs ? Kind.DECLARED : isId(value) ? Kind.OTHER : Kind.WITHOUT_ID;
        }
        BsonDocument dbRef = value.asDocument();
        if (!isId(bare(dbRef))) {
            return Kind.WITHOUT_ID;
        }
        return isForeign(dbRef) ? Kind.FOREIGN : dbRefs ? Kind.DECLARED : Kind.OTHER;
    }

    private static boolean isId(BsonValue value) {
        return !value.isNull() && !value.isArray() && !value.isRegularExpression() && !isDbRef(value);
    }

    private boolean isForeign(BsonDocument dbRef) {
        return !new BsonString(link.target().collection()).equals(dbRef.get("$ref"))
                || !new BsonString(database).equals(dbRef.get("$db", new BsonString(database)));
    }

    /** The given value of the {@linkplain Kind#OTHER other form} in the declared one. */
    public BsonValue declared(BsonValue value) {
        return declared(link, bare(value));
    }

    /** The given id in the form in which the link stores it. */
    public static BsonValue declared(LinkType link, BsonValue id) {
        return link.storage() == LinkStorage.DBREF ? dbRef(link, id) : id;
    }

    /** The given ids in the form in which the link stores them. */
    public static BsonArray declared(LinkType link, Collection<BsonValue> ids) {
        BsonArray values = new BsonArray(ids.size());
        ids.forEach(id -> values.add(declared(link, id)));
        return values;
    }

    /** The given ids in both forms, to look for them or to remove them. */
    public static BsonArray inBothForms(LinkType link, Collection<BsonValue> ids) {
        BsonArray values = new BsonArray(2 * ids.size());
        for (BsonValue id : ids) {
            values.add(id);
            values.add(dbRef(link, id));
            equalNumbers(id).forEach(equal -> values.add(dbRef(link, equal)));
        }
        return values;
    }

    /** A whole number in the types in which it is not given. Not every server finds {@code {$id: 10.0}} by {@code {$id: 10}}. */
    private static List<BsonValue> equalNumbers(BsonValue id) {
        if (!id.isNumber()) {
            return List.of();
        }
        BsonNumber given = id.asNumber();
        long number = id.isDecimal128() ? (long) given.doubleValue() : given.longValue();
        boolean isExact = !id.isDecimal128() || Math.abs(number) < MOST_OF_DOUBLES;
        if (given.doubleValue() != number || !isExact) {
            return List.of();
        }
        List<BsonValue> equal = new ArrayList<>();
        if (number == (int) number) {
            equal.add(new BsonInt32((int) number));
        }
        equal.add(new BsonInt64(number));
        if (number == (long) (double) number) {
            equal.add(new BsonDouble(number));
        }
        equal.add(new BsonDecimal128(new Decimal128(number)));
        equal.remove(id);
        return equal;
    }

    /** The given id as a DBRef. */
    public static BsonDocument dbRef(LinkType link, BsonValue id) {
        return new BsonDocument("$ref", new BsonString(link.target().collection())).append("$id", id);
    }

    /** The path to the ids of the link's DBRefs, whichever form is declared; see {@link StoredWay#hasPath}. */
    public static String dbRefPath(LinkType link) {
        return link.storedName() + ".$id";
    }

    /** The id in a stored link of either form; if it is a DBRef without {@code $id}, the whole of it. */
    public static BsonValue bare(BsonValue stored) {
        return isDbRef(stored) && stored.asDocument().containsKey("$id")
                ? stored.asDocument().get("$id")
                : stored;
    }

    /** Hands out the id of each reference that a stored document holds of a link in the declared form. */
    public static void forEachReferred(LinkType link, BsonDocument stored, Consumer<BsonValue> referred) {
        StoredWay.forEach(link, stored, content -> forEachDeclared(link, content, referred));
    }

    /** Hands out the id of each reference that the link's stored value holds in the declared form. */
    public static void forEachDeclared(LinkType link, @Nullable BsonValue stored, Consumer<BsonValue> referred) {
        if (stored == null || stored.isNull()) {
            return;
        }
        if (stored.isArray()) {
            stored.asArray().forEach(each -> forEachDeclared(link, each, referred));
            return;
        }
        boolean isDbRef = isDbRef(stored);
        if (isDbRef != (link.storage() == LinkStorage.DBREF)) {
            return;
        }
        BsonValue id = isDbRef ? stored.asDocument().get("$id") : stored;
        if (id != null && !id.isNull()) {
            referred.accept(id);
        }
    }

    /** The ids to which a stored document refers through the link, in the declared form, as far as they can be read. */
    public static List<Object> readableIds(LinkType link, BsonDocument stored) {
        List<Object> ids = new ArrayList<>();
        forEachReferred(link, stored, value -> {
            Object id = link.target().readId(value);
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Whether a stored value is a DBRef, or half of one, rather than an id that is a document. */
    public static boolean isDbRef(BsonValue stored) {
        if (!stored.isDocument()) {
            return false;
        }
        BsonDocument document = stored.asDocument();
        return !document.isEmpty() && document.getFirstKey().startsWith("$");
    }

    /**
     * Whether a value stands for itself in a query. A regular expression does not, and neither does a document of
     * operators.
     */
    public static boolean isQueryable(BsonValue value) {
        return !value.isRegularExpression() && !isDbRef(value);
    }

    /** Whether all servers take a value for a DBRef where they would refuse a document of operators. */
    public static boolean isPlainDbRef(BsonValue value) {
        return isDbRef(value)
                && !value.asDocument().getFirstKey().equals("$db")
                && value.asDocument().containsKey("$ref")
                && value.asDocument().containsKey("$id");
    }
}
