// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated codecs of sealed documents. They leave each document to the codec of its own type, which its
 * discriminator names.
 *
 * @param <T> the sealed type
 */
public abstract class DocumentUnionCodec<T> extends DocumentCodec<T> {
    private static final int NONE = -1;

    private final Discriminator discriminator;
    private final FieldNames keyField;
    private final List<Part<T>> parts;

    /** One of the types. */
    private static final class Part<T> {
        private final Class<?> documentClass;
        private final String value;
        private final DocumentCodec<T> codec;
        /** For each link of the sealed type, the index of the same link of this one; negative if it has none. */
        private final int[] links;

        Part(Class<?> documentClass, String value, DocumentCodec<T> codec, int[] links) {
            this.documentClass = documentClass;
            this.value = value;
            this.codec = codec;
            this.links = links;
        }
    }

    /** @param registry has the codecs of types that Ligature does not map itself */
    protected DocumentUnionCodec(DocumentType<T> type, CodecRegistry registry) {
        super(type);
        this.discriminator = Objects.requireNonNull(type.discriminator(), "discriminator");
        this.keyField = FieldNames.of(discriminator.key());
        this.parts = new ArrayList<>();
        for (DocumentType<?> each : type.permitted()) {
            parts.add(part(type, each, registry));
        }
    }

    @SuppressWarnings("unchecked") // only documents of its own type are handed to a codec
    private static <T> Part<T> part(DocumentType<T> union, DocumentType<?> type, CodecRegistry registry) {
        int[] links = new int[union.links().size()];
        Arrays.fill(links, NONE);
        for (LinkType link : union.links()) {
            if (link.isOf(type)) {
                links[link.index()] = type.link(link.member()).index();
            }
        }
        String value = Objects.requireNonNull(type.discriminator()).values().get(0);
        return new Part<>(type.documentClass(), value, (DocumentCodec<T>) type.newCodec(registry), links);
    }

    /** The discriminator may be anywhere in the document. */
    @Override
    protected final T readDocument(BsonSource source, ExtraFields extra) {
        String found = source.peekString(keyField);
        for (Part<T> part : parts) {
            if (part.value.equals(found)) {
                return part.codec.readKnown(source, extra);
            }
        }
        throw discriminator.refused(found);
    }

    private Part<T> part(T document) {
        for (Part<T> part : parts) {
            if (part.documentClass.isInstance(document)) {
                return part;
            }
        }
        throw new IllegalArgumentException(
                document.getClass().getName() + " is none of the types of " + type() + " that were compiled with it.");
    }

    @Override
    public final void write(BsonSink sink, T document) {
        part(document).codec.write(sink, document);
    }

    @Override
    public final T withId(T document, @Nullable Object id) {
        return part(document).codec.withId(document, id);
    }

    @Override
    public final T withVersion(T document, long version) {
        return part(document).codec.withVersion(document, version);
    }

    @Override
    public final boolean has(T document, int index) {
        return part(document).links[index] >= 0;
    }

    @Override
    public final @Nullable Object link(T document, int index) {
        Part<T> part = part(document);
        int own = part.links[index];
        return own < 0 ? null : part.codec.link(document, own);
    }

    @Override
    public final T withLink(T document, int index, @Nullable Object value) {
        Part<T> part = part(document);
        return part.codec.withLink(document, part.links[index], value);
    }
}
