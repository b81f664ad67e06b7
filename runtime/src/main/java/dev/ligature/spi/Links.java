// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.UnsavedLinkException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import java.util.List;
import java.util.function.Supplier;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Reads and writes link members. */
public final class Links {
    private static final FieldNames DB_REF = FieldNames.of("$ref", "$id");
    private static final int REF = 0;
    private static final int ID = 1;

    /** Bytes of an ObjectId in an array: its type, a position of one digit with its end, and itself. */
    private static final int OBJECT_ID_ENTRY = 1 + 2 + 12;
    /** Bytes that a DBRef adds to its id, besides the name of the collection. */
    private static final int AROUND_DB_REF = 21;
    /** The room of a new list if nobody knows how many entries come. */
    private static final int UNKNOWN = 10;

    private static final LinkAccess.Refs REFS = LinkAccess.REFS.get();
    private static final LinkAccess.BackRefs BACK_REFS = LinkAccess.BACK_REFS.get();

    private Links() {}

    /** A stored reference in either form, or null for a BSON null. */
    public static <T> @Nullable Ref<T> readRef(BsonSource source, LinkMember link) {
        return readRef(source, link, link.target());
    }

    private static <T> @Nullable Ref<T> readRef(BsonSource source, LinkMember link, DocumentType<?> target) {
        if (source.type() == BsonTypes.OBJECT_ID
                && target.idClass() == ObjectId.class) { // nearly always: no call between
            return stored(source.readObjectId(), link, link.declaredStorage == LinkStorage.ID);
        }
        return source.isNull() ? null : ref(link, id(source, link, target));
    }

    /** A reference that is not fetched, from what {@link #readId} returns. */
    static <T> Ref<T> ref(LinkMember link, Object stored) {
        return stored(UndeclaredForm.idOf(stored), link, !(stored instanceof UndeclaredForm));
    }

    @SuppressWarnings("unchecked") // a reference is to whatever its link is to
    private static <T> Ref<T> stored(Object id, LinkMember link, boolean asDeclared) {
        return (Ref<T>) REFS.stored(id, link, asDeclared);
    }

    /**
     * The id of a stored reference, or null for a BSON null. {@link UndeclaredForm} is around one that is not stored as
     * its link declares.
     */
    static @Nullable Object readId(BsonSource source, LinkMember link) {
        return source.isNull() ? null : id(source, link, link.target());
    }

    private static Object id(BsonSource source, LinkMember link, DocumentType<?> target) {
        boolean isDbRef = source.isOperator();
        Object id = isDbRef ? readDbRef(source, target) : target.idCodec().read(source);
        return isDbRef == (link.declaredStorage == LinkStorage.DBREF) ? id : new UndeclaredForm(id);
    }

    /** A stored list of references, with its order, its duplicates and its nulls; or null for a BSON null. */
    public static <T> @Nullable List<Ref<T>> readRefs(BsonSource source, LinkMember link) {
        if (source.isNull()) {
            return null;
        }
        DocumentType<?> target = link.target();
        if (source.type() != BsonTypes.ARRAY) {
            throw Reads.unexpected("an array of links to " + target, source);
        }
        source.startDocument();
        LinkList<Ref<T>> refs = new LinkList<>(entries(source.room(), link, target));
        while (source.advance()) {
            refs.addStored(readRef(source, link, target));
        }
        return refs;
    }

    /**
     * How many entries an array of the given size may have. If all ids have one size, this shows before they are read.
     */
    private static int entries(int bytes, LinkMember link, DocumentType<?> target) {
        if (target.idClass() != ObjectId.class) {
            return UNKNOWN;
        }
        int around = link.declaredStorage == LinkStorage.DBREF
                ? AROUND_DB_REF + target.collection().length()
                : 0;
        return bytes / (OBJECT_ID_ENTRY + around) + 1;
    }

    /** The unfetched value of a back link to one document. */
    @SuppressWarnings("unchecked") // a back reference is to whatever its link is to
    public static <T> BackRef<T> unfetched(LinkType link) {
        return (BackRef<T>) BACK_REFS.unfetched(link);
    }

    /** The unfetched value of a back link to a list of documents. It is empty, and filled when it is fetched. */
    public static <T> List<BackRef<T>> unfetchedList() {
        return new LinkList<>();
    }

    /** Writes a field with a reference. */
    public static void writeRef(BsonSink sink, FieldNames names, int place, LinkMember link, Ref<?> ref) {
        sink.writeName(names, place);
        writeRef(sink, link, ref);
    }

    /** Writes a reference in the declared form. */
    public static void writeRef(BsonSink sink, LinkMember link, Ref<?> ref) {
        writeRef(sink, link, link.target(), ref, -1);
    }

    /** Writes a field with a list of references. */
    public static <T> void writeRefs(BsonSink sink, FieldNames names, int place, LinkMember link, List<Ref<T>> refs) {
        sink.writeName(names, place);
        writeRefs(sink, link, refs);
    }

    /** Writes a list of references. The stored ones that a fetch has left out are written in their places. */
    public static <T> void writeRefs(BsonSink sink, LinkMember link, List<Ref<T>> refs) {
        DocumentType<?> target = link.target();
        List<? extends @Nullable Ref<T>> stored = refs instanceof LinkList<Ref<T>> list ? list.stored() : refs;
        sink.startArray();
        for (int i = 0; i < stored.size(); i++) {
            Ref<T> ref = stored.get(i);
            sink.writeIndex(i);
            if (ref == null) {
                sink.writeNull();
            } else {
                writeRef(sink, link, target, ref, i);
            }
        }
        sink.end();
    }

    private static void writeRef(BsonSink sink, LinkMember link, DocumentType<?> target, Ref<?> ref, int position) {
        Object id = ref.id();
        if (id == null || !target.idClass().isInstance(id)) {
            id = storableId(() -> name(link, position), target, id);
        }
        if (link.declaredStorage == LinkStorage.DBREF) {
            sink.startDocument();
            sink.writeString(DB_REF, REF, target.collection());
            sink.writeName(DB_REF, ID);
            target.idCodec().write(sink, id);
            sink.end();
        } else if (id instanceof ObjectId objectId
                && target.idClass() == ObjectId.class) { // nearly always: no call between
            sink.writeObjectId(objectId);
        } else {
            target.idCodec().write(sink, id);
        }
    }

    /**
     * Checks that a reference can be written.
     *
     * @param place where it is, for messages
     * @throws UnsavedLinkException if the document that it points to has no id
     * @throws dev.ligature.InvalidLinkException if its id is of another type
     */
    public static void requireStorable(Supplier<String> place, DocumentType<?> target, Ref<?> ref) {
        storableId(place, target, ref.id());
    }

    private static Object storableId(Supplier<String> place, DocumentType<?> target, @Nullable Object id) {
        if (id == null) {
            throw new UnsavedLinkException(place.get() + " links to a " + target + " that is not saved yet."
                    + " Save it first, or write with WriteRule.WRITE.");
        }
        if (!target.idClass().isInstance(id)) {
            target.checkId(id, place.get());
        }
        return id;
    }

    private static String name(LinkMember link, int position) {
        return position < 0 ? link.toString() : link + "[" + position + "]";
    }

    private static Object readDbRef(BsonSource source, DocumentType<?> target) {
        Object id = null;
        source.startDocument();
        int place = FieldNames.START;
        while ((place = DB_REF.next(source, place)) != FieldNames.END) {
            if (place == ID) {
                id = target.idCodec().read(source);
            } else {
                source.skip();
            }
        }
        if (id == null) {
            throw ReadFailure.unexpected("a DBRef with $id", "one without");
        }
        return id;
    }
}
