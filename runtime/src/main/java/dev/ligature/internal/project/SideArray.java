package dev.ligature.internal.project;

import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a join has put beside a root, in no order and perhaps several times; found by id. */
final class SideArray {
    /** Up to here a look at each fragment is faster than a map. */
    private static final int SCAN = 8;

    private final List<Fragment> fragments;
    private @Nullable Map<Object, Fragment> byId;
    private @Nullable Referrers referrers;

    SideArray(List<Fragment> fragments) {
        this.fragments = fragments;
    }

    @Nullable
    Fragment find(Object id) {
        if (fragments.size() <= SCAN) {
            for (Fragment fragment : fragments) {
                if (id.equals(fragment.id())) {
                    return fragment;
                }
            }
            return null;
        }
        Map<Object, Fragment> map = byId;
        if (map == null) {
            map = new HashMap<>(fragments.size() * 2);
            for (Fragment fragment : fragments) {
                map.putIfAbsent(fragment.id(), fragment);
            }
            byId = map;
        }
        return map.get(id);
    }

    /** Those that refer to an id by the link that a back link mirrors. */
    List<Fragment> referrers(ProjectionNode.Edge edge, Object id) {
        Referrers known = referrers;
        if (known == null) {
            known = new Referrers(edge);
            fragments.forEach(known::add);
            referrers = known;
        }
        return known.of(id);
    }
}
