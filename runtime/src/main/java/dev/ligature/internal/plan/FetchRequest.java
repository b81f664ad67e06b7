// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read with documents, or of them: some of their links, or what a projection shows; and how.
 *
 * @param depth how many levels of all links; 0 for none
 * @param paths links named one by one, each with the links before it
 * @param depths the depths of single links, which override {@code depth}
 * @param projection what is shown of the documents; null for all of them
 * @param missing what happens to links to documents that do not exist
 */
public record FetchRequest(
        int depth,
        List<List<LinkType>> paths,
        Map<List<LinkType>, Integer> depths,
        @Nullable ProjectionNode projection,
        MissingTargets missing,
        FetchStrategy strategy) {
    /** Documents as they are. */
    public static final FetchRequest NOTHING =
            new FetchRequest(0, List.of(), Map.of(), null, MissingTargets.KEEP, FetchStrategy.AUTO);

    public FetchRequest {
        paths = List.copyOf(paths);
        depths = Map.copyOf(depths);
    }

    public FetchRequest withDepth(int levels) {
        return new FetchRequest(levels, paths, depths, projection, missing, strategy);
    }

    public FetchRequest withPath(List<LinkType> path) {
        List<List<LinkType>> more = new ArrayList<>(paths);
        more.add(path);
        return new FetchRequest(depth, more, depths, projection, missing, strategy);
    }

    public FetchRequest withDepth(List<LinkType> path, int levels) {
        Map<List<LinkType>, Integer> more = new HashMap<>(depths);
        more.put(path, levels);
        return new FetchRequest(depth, paths, more, projection, missing, strategy);
    }

    public FetchRequest withProjection(ProjectionNode shown) {
        return new FetchRequest(depth, paths, depths, shown, missing, strategy);
    }

    public FetchRequest withMissing(MissingTargets rule) {
        return new FetchRequest(depth, paths, depths, projection, rule, strategy);
    }

    public FetchRequest withStrategy(FetchStrategy choice) {
        return new FetchRequest(depth, paths, depths, projection, missing, choice);
    }

    /** Whether something is named that a projection does not allow. */
    public boolean isOfDocuments() {
        return namesLinks() || missing != MissingTargets.KEEP;
    }

    private boolean namesLinks() {
        return depth > 0 || !paths.isEmpty() || !depths.isEmpty();
    }

    /** Whether any link is followed. */
    boolean followsLinks() {
        return projection == null ? namesLinks() : !projection.edges().isEmpty();
    }
}
