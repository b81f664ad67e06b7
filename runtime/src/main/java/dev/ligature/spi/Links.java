package dev.ligature.spi;

import dev.ligature.UnsavedLinkException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import dev.ligature.internal.ReadFailure;
import dev.ligature.internal.project.OtherForm;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Reads and writes link members. */
public final class Links {
    private Links() {}

    /** A stored reference in either form, or null for a BSON null. */
    public static <T> @Nullable Ref<T> readRef(BsonReader reader, BsonType type, LinkType link) {
        return readRef(reader, type, link, link.target());
    }

    private static <T> @Nullable Ref<T> readRef(
            BsonReader reader, BsonType type, LinkType link, DocumentType<?> target) {
        if (type == BsonType.OBJECT_ID && target.idClass() == ObjectId.class) { // nearly always: no call between
            return LinkAccess.refs().stored(reader.readObjectId(), link, link.storage() == LinkStorage.ID);
        }
        if (type == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        return ref(link, id(reader, type, link, target));
    }

    /** A reference that is not fetched, by what {@link #readId} returns. */
    static <T> Ref<T> ref(LinkType link, Object stored) {
        return LinkAccess.refs().stored(OtherForm.idOf(stored), link, !(stored instanceof OtherForm));
    }

    /** The id of a stored reference, or null for a BSON null; {@link OtherForm} around one stored as its link does not declare. */
    static @Nullable Object readId(BsonReader reader, BsonType type, LinkType link) {
        if (type == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        return id(reader, type, link, link.target());
    }

    private static Object id(BsonReader reader, BsonType type, LinkType link, DocumentType<?> target) {
        boolean isDbRef = type == BsonType.DOCUMENT && isDbRef(reader);
        Object id = isDbRef ? readDbRef(reader, target) : target.idCodec().read(reader, type);
        return isDbRef == (link.storage() == LinkStorage.DBREF) ? id : new OtherForm(id);
    }

    /** A stored list of references, with its order, its duplicates and its nulls; or null for a BSON null. */
    public static <T> @Nullable List<Ref<T>> readRefs(BsonReader reader, BsonType type, LinkType link) {
        if (type == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        if (type != BsonType.ARRAY) {
            throw ReadFailure.unexpected("an array of links to " + link.target(), type);
        }
        DocumentType<?> target = link.target();
        int expected = link.size().expected();
        LinkList<Ref<T>> refs = new LinkList<>(expected);
        reader.readStartArray();
        try {
            for (BsonType each = reader.readBsonType();
                    each != BsonType.END_OF_DOCUMENT;
                    each = reader.readBsonType()) {
                refs.addStored(readRef(reader, each, link, target));
            }
        } catch (RuntimeException e) {
            throw ReadFailure.in("[" + refs.size() + "]", e);
        }
        reader.readEndArray();
        if (link.size().hasRead(refs.size(), expected)) {
            refs.trimToSize();
        }
        return refs;
    }

    /** The unfetched value of a back link to one document. */
    public static <T> BackRef<T> unfetched(LinkType link) {
        return LinkAccess.backRefs().unfetched(link);
    }

    /** The unfetched value of a back link to a list of documents: empty, filled when it is fetched. */
    public static <T> List<BackRef<T>> unfetchedList() {
        return new LinkList<>();
    }

    /** Writes a reference in the declared form. */
    public static void writeRef(BsonWriter writer, LinkType link, Ref<?> ref) {
        writeRef(writer, link, link.target(), ref, -1);
    }

    /** Writes a list of references, with the stored ones that a fetch has left out of it in their places. */
    public static <T> void writeRefs(BsonWriter writer, LinkType link, List<Ref<T>> refs) {
        DocumentType<?> target = link.target();
        List<? extends @Nullable Ref<T>> stored = refs instanceof LinkList<Ref<T>> list ? list.stored() : refs;
        writer.writeStartArray();
        for (int i = 0; i < stored.size(); i++) {
            Ref<T> ref = stored.get(i);
            if (ref == null) {
                writer.writeNull();
            } else {
                writeRef(writer, link, target, ref, i);
            }
        }
        writer.writeEndArray();
    }

    private static void writeRef(BsonWriter writer, LinkType link, DocumentType<?> target, Ref<?> ref, int position) {
        Object id = ref.id();
        if (id == null) {
            throw new UnsavedLinkException(name(link, position) + " links to a " + target + " that is not saved yet."
                    + " Save it first, or write with WriteRule.WRITE.");
        }
        if (!target.idClass().isInstance(id)) {
            target.checkId(id, name(link, position));
        }
        if (link.storage() == LinkStorage.DBREF) {
            writer.writeStartDocument();
            writer.writeString("$ref", target.collection());
            writer.writeName("$id");
            target.idCodec().write(writer, id);
            writer.writeEndDocument();
        } else if (id instanceof ObjectId objectId
                && target.idClass() == ObjectId.class) { // nearly always: no call between
            writer.writeObjectId(objectId);
        } else {
            target.idCodec().write(writer, id);
        }
    }

    private static String name(LinkType link, int position) {
        return position < 0 ? link.toString() : link + "[" + position + "]";
    }

    /** Whether the document at hand is a DBRef rather than an embedded id. */
    private static boolean isDbRef(BsonReader reader) {
        var mark = reader.getMark();
        reader.readStartDocument();
        boolean dbRef = reader.readBsonType() != BsonType.END_OF_DOCUMENT
                && reader.readName().startsWith("$");
        mark.reset();
        return dbRef;
    }

    private static Object readDbRef(BsonReader reader, DocumentType<?> target) {
        Object id = null;
        reader.readStartDocument();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            if (reader.readName().equals("$id")) {
                id = target.idCodec().read(reader, type);
            } else {
                reader.skipValue();
            }
        }
        reader.readEndDocument();
        if (id == null) {
            throw ReadFailure.unexpected("a DBRef with $id", "one without");
        }
        return id;
    }
}
