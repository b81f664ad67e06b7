package dev.ligature.internal.plan;

import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which links a user wants fetched.
 *
 * @param depth how many levels of all links; 0 for none
 * @param paths links named one by one, each with the links before it
 * @param depths the depths of single links, which win over {@code depth}
 */
public record FetchRequest(int depth, List<List<LinkType>> paths, Map<List<LinkType>, Integer> depths) {
    /** Nothing. */
    public static final FetchRequest NOTHING = new FetchRequest(0, List.of(), Map.of());

    public FetchRequest {
        paths = List.copyOf(paths);
        depths = Map.copyOf(depths);
    }

    public FetchRequest withDepth(int levels) {
        return new FetchRequest(levels, paths, depths);
    }

    public FetchRequest withPath(List<LinkType> path) {
        List<List<LinkType>> more = new ArrayList<>(paths);
        more.add(path);
        return new FetchRequest(depth, more, depths);
    }

    public FetchRequest withDepth(List<LinkType> path, int levels) {
        Map<List<LinkType>, Integer> more = new HashMap<>(depths);
        more.put(path, levels);
        return new FetchRequest(depth, paths, more);
    }
}
