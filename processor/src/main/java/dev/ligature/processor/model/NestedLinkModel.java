// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A link within the embedded values of a document.
 *
 * @param way the members that hold the values, from the document on
 * @param link the link; if several subtypes of a sealed type have it, one that must be there, if there is one
 * @param accesses how to get to the link from the values at the end of the way
 */
public record NestedLinkModel(List<Step> way, LinkModel link, List<Access> accesses) {
    public NestedLinkModel {
        way = List.copyOf(way);
        accesses = List.copyOf(accesses);
    }

    /**
     * A member that holds embedded values.
     *
     * @param field the member; if subtypes of a sealed type have it, that of the first
     * @param containers those around the values, from the outside in; empty for a single value
     * @param accesses how to get to the member from the values before it
     */
    public record Step(FieldModel field, List<LinkHolder> containers, List<Access> accesses) {
        public Step {
            containers = List.copyOf(containers);
            accesses = List.copyOf(accesses);
        }

        /** A list of lists is as a map: no path leads through it. */
        LinkHolder holder() {
            if (containers.isEmpty()) {
                return LinkHolder.SINGLE;
            }
            return containers.size() > 1 ? LinkHolder.MAPPED : containers.get(0);
        }
    }

    /**
     * A member of values of one type.
     *
     * @param owner the type, with wildcards as arguments
     * @param isOnly whether no other type of values stands there
     */
    public record Access(TypeName owner, boolean isOnly, MemberModel member) {}

    /** {@code lines.product}. */
    public String member() {
        return joined(way.stream().map(step -> step.field().name()), link.name());
    }

    /** The same in stored names. */
    public String storedName() {
        return joined(way.stream().map(step -> step.field().storedName()), link.storedName());
    }

    private static String joined(Stream<String> way, String last) {
        return Stream.concat(way, Stream.of(last)).collect(Collectors.joining("."));
    }

    /** What the way leads through. */
    public LinkHolder holder() {
        return way.stream().map(Step::holder).reduce(LinkHolder.SINGLE, LinkHolder::and);
    }
}
