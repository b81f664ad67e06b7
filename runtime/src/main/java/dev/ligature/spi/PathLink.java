// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.annotation.LinkStorage;
import java.util.List;

/**
 * A link on a path, and where it is stored: seen from the document or, in a condition on an element of a list, from the
 * element.
 *
 * @param steps what holds the link there; none for a link of the document or of the element itself
 * @param storedName the stored name of the link's own member
 * @param isOfElement whether it is seen from an element
 */
public record PathLink(LinkType link, List<Step> steps, String storedName, boolean isOfElement) {
    public PathLink {
        steps = List.copyOf(steps);
    }

    /**
     * A member that holds embedded values.
     *
     * @param path its stored name, with the keys that a path names; empty for the rest of the list whose element the
     *     condition is on
     * @param containers the lists and maps around the values that the path does not enter itself, from the outside in
     */
    public record Step(String path, List<LinkHolder> containers) {
        public Step {
            containers = List.copyOf(containers);
        }
    }

    /** A link as it is seen from its document. */
    public static PathLink of(LinkType link) {
        if (!link.isNested()) {
            return new PathLink(link, List.of(), link.storedName(), false);
        }
        List<Step> steps = link.way().steps().stream()
                .map(step -> new Step(step.storedName(), step.containers()))
                .toList();
        return new PathLink(link, steps, lastName(link), false);
    }

    static String lastName(LinkType link) {
        return link.storedName().substring(link.storedName().lastIndexOf('.') + 1);
    }

    /** The stored path, seen from where the condition is. It names the elements of lists and the keys that are given. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            if (!step.path.isEmpty()) {
                path.append(step.path).append('.');
            }
        }
        return path.append(storedName).toString();
    }

    /** The path that holds the target's id; see {@link LinkType#idPath()}. */
    public String idPath() {
        return link.isBackLink() ? link.idPath() : idPath(path());
    }

    /** The path that holds the target's id, where the link is stored at the given one. */
    public String idPath(String path) {
        return link.storage() == LinkStorage.DBREF ? path + ".$id" : path;
    }

    /** Whether the link is seen from its document, wherever it is stored there. */
    public boolean isWhole() {
        return !isOfElement && path().equals(link.storedName());
    }

    /** What it leads through from here. */
    public LinkHolder holder() {
        LinkHolder holder = LinkHolder.SINGLE;
        for (Step step : steps) {
            for (LinkHolder container : step.containers) {
                holder = container.compareTo(holder) > 0 ? container : holder;
            }
        }
        return holder;
    }

    /** Whether several references may be stored here. */
    public boolean isList() {
        return link.shape().isList() || holder() != LinkHolder.SINGLE;
    }

    /** Whether a query reaches the stored values by a dotted path: not within maps, nor within lists of lists. */
    public boolean isDotted() {
        return holder() != LinkHolder.MAPPED
                && steps.stream().allMatch(step -> step.containers.size() < (step.path.isEmpty() ? 1 : 2));
    }

    /** {@code lines.product} in the Java names of the members; a path that names a key in stored ones. */
    @Override
    public String toString() {
        String path = path();
        String stored = link.storedName();
        if (!stored.equals(path) && !stored.endsWith("." + path)) {
            return path;
        }
        String member = link.member();
        int start = 0;
        for (long before = dots(member) - dots(path); before > 0; before--) {
            start = member.indexOf('.', start) + 1;
        }
        return member.substring(start);
    }

    private static long dots(String path) {
        return path.chars().filter(letter -> letter == '.').count();
    }
}
