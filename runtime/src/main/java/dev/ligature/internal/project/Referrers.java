package dev.ligature.internal.project;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.BackLinkFailure;
import dev.ligature.internal.IdOrder;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The documents that refer to others by the link that a back link mirrors. */
final class Referrers {
    private final ProjectionNode.Edge edge;
    private final IdOrder order;
    /** By the id referred to; each referrer once, in the order of their ids. */
    private final Map<Object, Map<Object, Fragment>> byReferred = new HashMap<>();
    /** By the id referred to, one that cannot be read. */
    private final Map<Object, Fragment> damaged = new HashMap<>();

    Referrers(ProjectionNode.Edge edge) {
        this.edge = edge;
        this.order = new IdOrder(edge.link().target());
    }

    /** Links stored as not declared do not count: no query by the declared form finds them. */
    void add(Fragment referrer) {
        Object stored = referrer.stored(edge.slot());
        List<?> entries = stored instanceof List<?> list ? list : stored == null ? List.of() : List.of(stored);
        DocumentReadException failure = referrer.failure();
        if (failure != null) { // its id may be what does not fit
            if (entries.isEmpty()) {
                throw failure; // to whom it refers does not show
            }
            entries.forEach(entry -> damaged.putIfAbsent(entry, referrer));
            return;
        }
        for (Object entry : entries) {
            if (!(entry instanceof OtherForm)) {
                add(entry, referrer);
            }
        }
    }

    private void add(Object id, Fragment referrer) {
        byReferred.computeIfAbsent(id, key -> new TreeMap<>(order)).putIfAbsent(referrer.id(), referrer);
    }

    /** The referrers of an id. */
    List<Fragment> of(Object id) {
        Fragment unread = damaged.get(id);
        if (unread != null) {
            return List.of(unread);
        }
        Map<Object, Fragment> referrers = byReferred.get(id);
        return referrers == null ? List.of() : new ArrayList<>(referrers.values());
    }

    /** What a back link of a document is bound to: a list, or the only referrer; or why there is none. */
    static @Nullable Object bound(Fragment owner, LinkType link, List<Fragment> referrers) {
        if (link.isList()) {
            return referrers;
        }
        if (referrers.size() > 1) {
            return BackLinkFailure.ambiguous(
                    owner, link, referrers.stream().map(Fragment::id).toList());
        }
        return referrers.isEmpty() ? null : referrers.get(0);
    }
}
