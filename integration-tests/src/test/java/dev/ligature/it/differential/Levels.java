// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a fetch asks for: how many levels are followed through the link at the end of a path. */
record Levels(Query.Fetch fetch) {
    /** Of a fetch, whose paths are taken without the steps that narrow them: only one type has the links behind such a step. */
    static Levels of(Query.Fetch fetch) {
        Map<List<String>, Integer> depths = new HashMap<>();
        fetch.depths().forEach((path, depth) -> depths.put(links(path), depth));
        return new Levels(new Query.Fetch(
                fetch.depth(), fetch.paths().stream().map(Levels::links).toList(), depths));
    }

    /**
     * The levels through a link, 0 for not at all.
     *
     * @param remaining what the document before the link still has of a depth
     */
    int through(List<String> path, int remaining) {
        Integer own = fetch.depths().get(path);
        if (own != null) {
            return own;
        }
        return remaining > 0 ? remaining : isNamed(path) ? 1 : 0;
    }

    /** Whether a path is one that is named, or leads to one. */
    boolean isNamed(List<String> path) {
        return fetch.paths().stream().anyMatch(named -> startsWith(named, path))
                || fetch.depths().keySet().stream().anyMatch(named -> startsWith(named, path));
    }

    private static List<String> links(List<String> path) {
        return path.stream().filter(step -> !Model.isNarrowing(step)).toList();
    }

    static List<String> longer(List<String> path, String member) {
        List<String> longer = new ArrayList<>(path);
        longer.add(member);
        return List.copyOf(longer);
    }

    /** The number of links followed, each as often as it is on a path. */
    int joins(Model model, Model.Type root) {
        return followed(model, root, List.of(), fetch.depth()).size();
    }

    /**
     * Whether a list of links is followed from documents that are themselves linked and hold DBRefs.
     *
     * @param holdsDbRefs whether documents of a type do
     */
    boolean joinsListsBesideDbRefs(Model model, Model.Type root, Predicate<Model.Type> holdsDbRefs) {
        return followed(model, root, List.of(), fetch.depth()).stream()
                .anyMatch(each -> each.level > 1
                        && !each.link.isBackLink()
                        && each.link.isList()
                        && holdsDbRefs.test(each.owner));
    }

    private record Followed(Model.Type owner, Model.Link link, int level) {}

    private List<Followed> followed(Model model, Model.Type type, List<String> path, int remaining) {
        List<Followed> followed = new ArrayList<>();
        for (Model.Link link : model.allLinks(type)) {
            List<String> linkPath = longer(path, link.name());
            int levels = through(linkPath, remaining);
            if (levels > 0) {
                followed.add(new Followed(type, link, linkPath.size()));
                followed.addAll(followed(model, model.type(link.target()), linkPath, levels - 1));
            }
        }
        return followed;
    }

    private static boolean startsWith(List<String> path, List<String> prefix) {
        return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
    }
}
