package dev.ligature.internal.execute;

import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.HashMap;
import java.util.Map;
import org.bson.codecs.configuration.CodecRegistry;

/** The codecs of a document type and of all that its links reach. Immutable once made. */
public final class DocumentCodecs {
    private final Map<DocumentType<?>, DocumentCodec<Object>> codecs = new HashMap<>();

    /**
     * Makes them all, so that a missing codec shows at once.
     *
     * @throws dev.ligature.UnsupportedTypeException when the registry lacks a codec
     */
    public DocumentCodecs(DocumentType<?> root, CodecRegistry registry) {
        add(root, registry);
    }

    @SuppressWarnings("unchecked") // documents are handed to the codec of their own type only
    private void add(DocumentType<?> type, CodecRegistry registry) {
        if (!codecs.containsKey(type)) {
            codecs.put(type, (DocumentCodec<Object>) type.newCodec(registry));
            for (LinkType link : type.links()) {
                add(link.target(), registry);
            }
        }
    }

    public DocumentCodec<Object> of(DocumentType<?> type) {
        DocumentCodec<Object> codec = codecs.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(type + " is not reached by the links of this repository's document");
        }
        return codec;
    }
}
