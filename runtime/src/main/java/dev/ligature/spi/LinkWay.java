// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from a document to a link within its embedded values: the members that hold the values, from the document on.
 * Immutable; empty for a link of the document itself.
 */
public final class LinkWay {
    private static final LinkWay EMPTY = new LinkWay(List.of());

    private final List<Step> steps;
    private final LinkHolder holder;

    private LinkWay(List<Step> steps) {
        this.steps = steps;
        LinkHolder most = LinkHolder.SINGLE;
        for (Step step : steps) {
            LinkHolder holder = step.holder();
            most = holder.compareTo(most) > 0 ? holder : most;
        }
        this.holder = most;
    }

    /**
     * A member that holds embedded values.
     *
     * @param containers those around the values, from the outside in: {@code LISTED} for a list, a set and an array,
     *     {@code MAPPED} for a map. Empty for a single value.
     * @param getter the member of a value; null for a value of a type that has no such member
     */
    public record Step(
            String member, String storedName, List<LinkHolder> containers, Function<Object, @Nullable Object> getter) {
        public Step {
            containers = List.copyOf(containers);
        }

        private LinkHolder holder() {
            if (containers.isEmpty()) {
                return LinkHolder.SINGLE;
            }
            return containers.size() > 1 ? LinkHolder.MAPPED : containers.get(0);
        }
    }

    /** The way to a link of the document itself. */
    public static LinkWay empty() {
        return EMPTY;
    }

    /** This way, and on from its end through a member; see {@link Step}. */
    public LinkWay through(
            String member, String storedName, Function<Object, @Nullable Object> getter, LinkHolder... containers) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(member, storedName, Arrays.asList(containers), getter));
        return new LinkWay(List.copyOf(longer));
    }

    /** The members from the document on; not the link. */
    public List<Step> steps() {
        return steps;
    }

    /** What the way leads through. */
    public LinkHolder holder() {
        return holder;
    }

    /** {@code lines.product}: the way to a link, in Java names. */
    String member(String link) {
        return dotted(Step::member, link);
    }

    /** The same in stored names. */
    String storedName(String link) {
        return dotted(Step::storedName, link);
    }

    private String dotted(Function<Step, String> name, String link) {
        return Stream.concat(steps.stream().map(name), Stream.of(link)).collect(Collectors.joining("."));
    }

    /**
     * What a document holds at the end of the way. If the way leads through single values only: what the link's member
     * holds, or null. Otherwise a list with this for each value there.
     */
    @Nullable
    Object held(Object document, Function<Object, @Nullable Object> link) {
        if (holder == LinkHolder.SINGLE) {
            Object value = document;
            for (Step step : steps) {
                value = carried(step.getter.apply(value));
                if (value == null) {
                    return null;
                }
            }
            return carried(link.apply(value));
        }
        List<@Nullable Object> entries = new ArrayList<>();
        collect(document, 0, link, entries);
        return entries;
    }

    private void collect(
            Object value, int depth, Function<Object, @Nullable Object> link, List<@Nullable Object> entries) {
        if (depth == steps.size()) {
            entries.add(carried(link.apply(value)));
        } else {
            enter(steps.get(depth).getter.apply(value), depth, link, entries);
        }
    }

    private void enter(
            @Nullable Object content,
            int depth,
            Function<Object, @Nullable Object> link,
            List<@Nullable Object> entries) {
        Object value = carried(content);
        if (value == null) {
            return;
        }
        if (value instanceof Collection<?> values) {
            for (Object each : values) {
                enter(each, depth, link, entries);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object each : map.values()) {
                enter(each, depth, link, entries);
            }
        } else if (value instanceof Object[] array) {
            for (Object each : array) {
                enter(each, depth, link, entries);
            }
        } else {
            collect(value, depth + 1, link, entries);
        }
    }

    /**
     * Where an entry of what a document holds is: {@code lines[3].product}.
     *
     * @param entry the position in the list that {@link #held} returns; 0 if it returns no list
     */
    String place(Object document, int entry, String link) {
        if (holder == LinkHolder.SINGLE) {
            return member(link);
        }
        String place = new Places(steps, entry, link).find(document);
        return place == null ? member(link) : place;
    }

    private static @Nullable Object carried(@Nullable Object content) {
        return content instanceof Optional<?> optional ? optional.orElse(null) : content;
    }

    /** Goes the way again, and counts. */
    private static final class Places {
        private final List<Step> steps;
        private final String link;
        private int remaining;

        Places(List<Step> steps, int entry, String link) {
            this.steps = steps;
            this.remaining = entry;
            this.link = link;
        }

        @Nullable
        String find(Object document) {
            return find(document, 0, "");
        }

        private @Nullable String find(Object value, int depth, String place) {
            if (depth == steps.size()) {
                return remaining-- == 0 ? place + link : null;
            }
            Step step = steps.get(depth);
            return enter(step.getter.apply(value), depth, place + step.member);
        }

        private @Nullable String enter(@Nullable Object content, int depth, String place) {
            Object value = carried(content);
            if (value == null) {
                return null;
            }
            if (value instanceof Collection<?> values) {
                return elements(values, depth, place);
            }
            if (value instanceof Object[] array) {
                return elements(Arrays.asList(array), depth, place);
            }
            if (value instanceof Map<?, ?> map) {
                for (Map.Entry<?, ?> each : map.entrySet()) {
                    String found = enter(each.getValue(), depth, place + "[\"" + each.getKey() + "\"]");
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
            return find(value, depth + 1, place + ".");
        }

        private @Nullable String elements(Collection<?> values, int depth, String place) {
            int position = 0;
            for (Object each : values) {
                String found = enter(each, depth, place + "[" + position + "]");
                if (found != null) {
                    return found;
                }
                position++;
            }
            return null;
        }
    }
}
