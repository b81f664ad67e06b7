// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.DocumentReadException;
import dev.ligature.DocumentWriteException;
import dev.ligature.InvalidValueException;
import dev.ligature.internal.bson.DriverInput;
import dev.ligature.internal.bson.DriverOutput;
import dev.ligature.internal.bson.Spare;
import dev.ligature.internal.bson.StoredValue;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.UnstorableTextException;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonObjectId;
import org.bson.BsonReader;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.CollectibleCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated document codecs. Besides reading and writing, it gives access to the id and the links of a
 * document, so that the runtime needs no reflection. It is also a codec of the driver, which you can put into a
 * registry of your own.
 *
 * @param <T> the document
 */
public abstract class DocumentCodec<T> extends StructureCodec implements CollectibleCodec<T> {
    private final DocumentType<T> type;
    private final @Nullable FieldNames ownKey;
    private final Spare<DriverInput> inputs = new Spare<>(DriverInput::new);
    private final Spare<DriverOutput> outputs = new Spare<>(DriverOutput::new);

    protected DocumentCodec(DocumentType<T> type) {
        this.type = type;
        this.ownKey = isToldByDiscriminator(type)
                ? FieldNames.of(Objects.requireNonNull(type.discriminator()).key())
                : null;
    }

    private static boolean isToldByDiscriminator(DocumentType<?> type) {
        return type.discriminator() != null && !type.isSealed();
    }

    public final DocumentType<T> type() {
        return type;
    }

    /**
     * Reads the document that is the current value, and hands fields that it does not declare to {@code extra}. Links
     * are not fetched.
     *
     * @throws DocumentReadException if it does not fit its declaration
     */
    public final T read(BsonSource source, ExtraFields extra) {
        int depth = source.depth();
        int position = source.position();
        try {
            Reads.require(BsonTypes.DOCUMENT, "a document", source);
            requireOwnType(source);
            return readDocument(source, extra);
        } catch (RuntimeException e) {
            throw UnreadDocument.failure(type, source, depth, position, e);
        }
    }

    /** Refuses a document of another type that shares the collection. */
    private void requireOwnType(BsonSource source) {
        if (ownKey != null) {
            Discriminator own = Objects.requireNonNull(type.discriminator());
            String found = source.peekString(ownKey);
            if (found == null || !own.values().contains(found)) {
                throw own.refused(found);
            }
        }
    }

    /** Reads a document whose discriminator has been looked at; see {@link #read}. */
    final T readKnown(BsonSource source, ExtraFields extra) {
        int depth = source.depth();
        int position = source.position();
        try {
            return readDocument(source, extra);
        } catch (RuntimeException e) {
            throw UnreadDocument.failure(type, source, depth, position, e);
        }
    }

    /**
     * Reads a document that comes from a server, and so has an id; see {@link #read}.
     *
     * @throws DocumentReadException if it does not fit its declaration, or has no id
     */
    public final T readStored(BsonSource source, ExtraFields extra) {
        int depth = source.depth();
        int position = source.position();
        T document = read(source, extra);
        if (idOf(document) == null) { // an object may have no id yet, a stored document has one
            throw UnreadDocument.failure(type, source, depth, position, ReadFailure.missing("_id"));
        }
        return document;
    }

    /** Reads the document that is the current value. */
    protected abstract T readDocument(BsonSource source, ExtraFields extra);

    /** Writes a document. */
    public abstract void write(BsonSink sink, T document);

    /**
     * Returns the document with the given id, or without one if it is null: the same object if the member can be set,
     * otherwise a copy.
     */
    public abstract T withId(T document, @Nullable Object id);

    /**
     * Returns the document with the given version: the same object if the member can be set, otherwise a copy.
     * Overridden if the document has a version.
     */
    public T withVersion(T document, long version) {
        throw new IllegalStateException(type + " has no @Version");
    }

    /** The type of the given document: that of this codec, or one that a sealed type permits. */
    public final DocumentType<? extends T> typeOf(T document) {
        return type.typeOf(document);
    }

    /**
     * Whether the type of the given document has a link. Overridden for sealed types, where it may be a link of some of
     * the types that they permit.
     *
     * @param index {@link LinkType#index()}
     */
    public boolean has(T document, int index) {
        return true;
    }

    /**
     * Returns what a link member holds: a {@code Ref} or {@code BackRef}, a {@code List} of them, or null for none. For
     * a link within a list or a map of embedded values, returns a list with this for each value, in the document's
     * order.
     *
     * @param index {@link LinkType#index()}
     */
    public abstract @Nullable Object link(T document, int index);

    /**
     * Returns the document with the given value in a link member: the same object if the member can be set, otherwise a
     * copy. Never called for a link within embedded values: its references are bound in place.
     *
     * @param value as {@link #link} returns it
     */
    public abstract T withLink(T document, int index, @Nullable Object value);

    /** Returns the id of the given document, or null if it has none yet. */
    public final @Nullable Object idOf(T document) {
        return type.idOf(document);
    }

    /**
     * Returns the document with an id: its own or, if the id is an {@code ObjectId} or a {@code UUID}, a new one.
     *
     * @throws DocumentWriteException if it has no id and none can be generated
     */
    public final T identified(T document) {
        if (idOf(document) != null) {
            return document;
        }
        if (type.idClass() == ObjectId.class) {
            return withId(document, new ObjectId());
        }
        if (type.idClass() == UUID.class) {
            return withId(document, UUID.randomUUID());
        }
        throw new DocumentWriteException(type + "." + type.idMember()
                + " is null. Ligature generates only ObjectId and UUID ids: give the document its "
                + type.idClass().getSimpleName() + " id before it is written.");
    }

    /**
     * Returns the given id as it is stored.
     *
     * @param user what uses the id, for the error: {@code House.door} or {@code Door.id}
     * @throws dev.ligature.InvalidLinkException if it is not of the id's class
     */
    public static BsonValue encodeId(DocumentType<?> type, Object id, String user) {
        type.checkId(id, user);
        ValueCodec<?> codec = type.idCodec();
        if (codec == ValueCodecs.OBJECT_ID) {
            return new BsonObjectId((ObjectId) id); // as nearly every id is
        }
        try {
            return StoredValue.of(type.idCodec(), id);
        } catch (UnstorableTextException e) {
            throw new InvalidValueException(user + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the given ids as they are stored, for an {@code $in}. ObjectIds are in ascending order, so a server need
     * not sort them before it walks its index, and reads neighbours together.
     *
     * @throws dev.ligature.InvalidLinkException if one of them is not of the id's class
     */
    public static BsonArray encodeIds(DocumentType<?> type, Collection<?> ids, String user) {
        BsonArray encoded = new BsonArray(ids.size());
        ValueCodec<?> codec = type.idCodec();
        if (codec != ValueCodecs.OBJECT_ID) {
            ids.forEach(id -> encoded.add(encodeId(type, id, user)));
            return encoded;
        }
        byte[][] sorted = new byte[ids.size()][];
        int next = 0;
        for (Object id : ids) {
            type.checkId(id, user);
            sorted[next++] = ((ObjectId) id).toByteArray();
        }
        Arrays.sort(sorted, Arrays::compareUnsigned);
        for (byte[] id : sorted) {
            encoded.add(new BsonObjectId(new ObjectId(id)));
        }
        return encoded;
    }

    @Override
    final String typeName() {
        return type.toString();
    }

    @Override
    public final Class<T> getEncoderClass() {
        return type.documentClass();
    }

    @Override
    public final T decode(BsonReader reader, DecoderContext context) {
        DriverInput input = inputs.take();
        T document = read(taken(input, reader), ExtraFields.SKIP);
        if (input.isSmall()) {
            inputs.keep(input);
        }
        return document;
    }

    private BsonSource taken(DriverInput input, BsonReader reader) {
        try {
            return input.take(reader);
        } catch (RuntimeException e) {
            throw UnreadDocument.untaken(type, e);
        }
    }

    @Override
    public final void encode(BsonWriter writer, T document, EncoderContext context) {
        DriverOutput output = outputs.take();
        write(output.sink(), document);
        output.give(writer);
        if (output.isSmall()) {
            outputs.keep(output);
        }
    }

    @Override
    public final T generateIdIfAbsentFromDocument(T document) {
        return identified(document);
    }

    @Override
    public final boolean documentHasId(T document) {
        return idOf(document) != null;
    }

    @Override
    public final BsonValue getDocumentId(T document) {
        return encodeId(type, identifiedId(document), type + "." + type.idMember());
    }

    private Object identifiedId(T document) {
        Object id = idOf(document);
        if (id == null) {
            throw new IllegalStateException(type + "." + type.idMember() + " is null");
        }
        return id;
    }
}
