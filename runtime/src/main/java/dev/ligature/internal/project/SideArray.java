package dev.ligature.internal.project;

import dev.ligature.internal.IdIndex;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a join has put beside a root, in no order and perhaps several times; found by id. */
final class SideArray {
    private final List<Fragment> fragments;
    private final IdIndex<Fragment> byId;
    private @Nullable Referrers referrers;

    SideArray(List<Fragment> fragments) {
        this.fragments = fragments;
        this.byId = new IdIndex<>(fragments, Fragment::id);
    }

    @Nullable
    Fragment find(Object id) {
        return byId.find(id);
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
