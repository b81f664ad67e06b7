// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.LigatureException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Projections of documents. */
final class ProjectionView<P> implements View<P> {
    private final ProjectionCodec<P> codec;
    /** By {@link dev.ligature.spi.ProjectionNode#index()}. */
    private final FragmentShape[] shapes;

    ProjectionView(ProjectionCodec<P> codec) {
        this.codec = codec;
        this.shapes = new FragmentShape[codec.type().size()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = new FragmentShape(codec, codec.type().node(i));
        }
    }

    @Override
    public Shape root() {
        return shapes[0];
    }

    @Override
    public Shape shape(FetchNode node) {
        return shapes[Objects.requireNonNull(node.shown(), "of a projection").index()];
    }

    @Override
    public Graph graph(Root root, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sides) {
        return new FragmentGraph(this, root, fetch, sides);
    }

    @Override
    public P result(Object root) {
        Fragment fragment = (Fragment) root;
        try {
            return codec.create(fragment);
        } catch (LigatureException e) {
            throw e;
        } catch (RuntimeException e) { // of the record's own constructor
            throw new DocumentReadException(
                    fragment.node().type().toString(),
                    fragment.id(),
                    fragment + ": cannot be shown as " + codec.type() + ": " + Excerpt.ofCause(e),
                    e);
        }
    }

    @Override
    public String shownAs() {
        return codec.type().toString();
    }
}
