// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.DocumentWriteException;
import dev.ligature.InvalidLinkException;
import dev.ligature.InvalidValueException;
import dev.ligature.LigatureException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.LinkList;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.UnstorableTextException;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Encodes documents one after the other. If one cannot be stored, the error says where. */
final class DocumentEncoder {
    /**
     * Documents are put one after the other into arrays of this size: an array for each would create many more objects.
     */
    private static final int MOST_ROOM = 1 << 16;

    private final BsonSink sink = new BsonSink();
    private byte[] room = new byte[0];
    private int used;

    /** @throws LigatureException when the document cannot be stored */
    RawBsonDocument encode(DocumentCodec<Object> codec, Object document) {
        write(codec, document);
        int length = sink.length();
        if (length > room.length - used) {
            room = new byte[Math.max(length, Math.min(MOST_ROOM, 2 * room.length))];
            used = 0;
        }
        System.arraycopy(sink.bytes(), 0, room, used, length);
        RawBsonDocument encoded = new RawBsonDocument(room, used, length);
        used += length;
        return encoded;
    }

    /**
     * The update that gives the stored document the declared fields of one in memory.
     *
     * @throws LigatureException when the document cannot be stored
     */
    BsonDocument encodeUpdate(DocumentCodec<Object> codec, Object document, DeclaredFields fields, BsonValue id) {
        write(codec, document);
        return fields.update(sink.bytes(), sink.length(), id);
    }

    private void write(DocumentCodec<Object> codec, Object document) {
        sink.clear();
        try {
            codec.write(sink, document);
        } catch (UnsavedLinkException | InvalidLinkException e) {
            requireStorableLinks(codec, document);
            throw e;
        } catch (LigatureException e) {
            throw e;
        } catch (UnstorableTextException e) {
            throw new InvalidValueException(
                    codec.typeOf(document) + "." + codec.typeOf(document).memberPath(sink.field()) + " of "
                            + Excerpt.of(codec.idOf(document)) + ": " + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            throw new DocumentWriteException(
                    codec.typeOf(document) + " " + Excerpt.of(codec.idOf(document)) + ", field \""
                            + Excerpt.of(sink.field()) + "\", cannot be stored: " + Excerpt.ofCause(e),
                    e);
        }
    }

    /** An embedded value does not know where it is. */
    private static void requireStorableLinks(DocumentCodec<Object> codec, Object document) {
        for (LinkType link : StoredLinks.of(codec.type())) {
            Object held = codec.link(document, link.index());
            if (link.holder() == LinkHolder.SINGLE) {
                requireStorable(link, held, () -> link.place(document, 0));
            } else if (held instanceof List<?> entries) {
                for (int i = 0; i < entries.size(); i++) {
                    int entry = i;
                    requireStorable(link, entries.get(entry), () -> link.place(document, entry));
                }
            }
        }
    }

    private static void requireStorable(LinkType link, @Nullable Object held, Supplier<String> place) {
        if (held instanceof Ref<?> ref) {
            Links.requireStorable(place, link.target(), ref);
        } else if (held instanceof List<?> list) {
            List<?> stored = list instanceof LinkList<?> links ? links.stored() : list;
            for (int i = 0; i < stored.size(); i++) {
                int position = i;
                requireStorable(link, stored.get(position), () -> place.get() + "[" + position + "]");
            }
        }
    }
}
