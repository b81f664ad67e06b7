// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.HashMap;
import java.util.Map;
import org.bson.codecs.configuration.CodecRegistry;

/** The codecs of a document type and of all that its links reach. Immutable once made. */
public final class DocumentCodecs {
    private final Map<DocumentType<?>, DocumentShape> shapes = new HashMap<>();

    /**
     * Creates all of them, so that a missing codec shows at once.
     *
     * @throws dev.ligature.UnsupportedTypeException if the registry lacks a codec
     */
    public DocumentCodecs(DocumentType<?> root, CodecRegistry registry) {
        add(root, registry);
    }

    @SuppressWarnings("unchecked") // documents are handed to the codec of their own type only
    private void add(DocumentType<?> type, CodecRegistry registry) {
        if (!shapes.containsKey(type)) {
            shapes.put(type, new DocumentShape((DocumentCodec<Object>) type.newCodec(registry)));
            add(type.root(), registry);
            for (LinkType link : type.links()) {
                add(link.target(), registry);
            }
        }
    }

    public DocumentCodec<Object> of(DocumentType<?> type) {
        return shape(type).codec();
    }

    DocumentShape shape(DocumentType<?> type) {
        DocumentShape shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException(type + " is not reached by the links of this repository's document");
        }
        return shape;
    }
}
