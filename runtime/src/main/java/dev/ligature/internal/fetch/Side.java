package dev.ligature.internal.fetch;

import dev.ligature.internal.DeclaredForm;
import dev.ligature.internal.IdIndex;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The documents that a join has put beside a root, found by id. */
final class Side {
    private final LinkType link;
    private final DocumentCodec<Object> codec;
    private final List<Object> documents;
    private final IdIndex<Object> byId;
    private @Nullable Map<Object, List<Object>> byReferred;

    Side(LinkType link, DocumentCodec<Object> codec, List<Object> documents) {
        this.link = link;
        this.codec = codec;
        this.documents = documents;
        this.byId = new IdIndex<>(documents, this::identified);
    }

    /** The document with an id, or null. */
    @Nullable
    Object find(Object id) {
        return byId.find(id);
    }

    /** The documents that refer to an id, for a back link. */
    List<Object> referrers(Object id) {
        Map<Object, List<Object>> map = byReferred;
        if (map == null) {
            map = new HashMap<>();
            for (Object document : documents) {
                addReferrer(map, codec, link.mirror(), document, document);
            }
            byReferred = map;
        }
        return map.getOrDefault(id, List.of());
    }

    private Object identified(Object document) {
        return Objects.requireNonNull(codec.idOf(document), "a document that was read has an id");
    }

    /** Enters a referring document under each id to which it refers in the declared form: by no other can a server find it. */
    static void addReferrer(
            Map<Object, List<Object>> byReferred,
            DocumentCodec<Object> codec,
            LinkType mirror,
            Object document,
            Object entry) {
        DeclaredForm.forEach(codec.link(document, mirror.index()), ref -> {
            Object id = ref.id();
            if (id != null) {
                List<Object> entries = byReferred.computeIfAbsent(id, key -> new ArrayList<>(1));
                if (entries.isEmpty() || entries.get(entries.size() - 1) != entry) { // a list may hold an id twice
                    entries.add(entry);
                }
            }
        });
    }
}
