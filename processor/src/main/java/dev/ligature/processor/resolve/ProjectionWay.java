// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.ProjectedLink;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.resolve.ProjectedDocument.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way of a path as far as it is followed: the links from the document on, then embedded values.
 *
 * @param documents the one from which the way starts, and one for each link
 * @param owner the name of what has the members, in messages
 * @param members those with which the way may go on
 * @param steps the members on the way
 */
record ProjectionWay(List<ProjectedDocument> documents, String owner, List<Member> members, List<Member> steps) {
    ProjectionWay {
        documents = List.copyOf(documents);
        members = List.copyOf(members);
        steps = List.copyOf(steps);
    }

    static ProjectionWay from(ProjectedDocument document) {
        return new ProjectionWay(
                List.of(document), document.model().names().displayName(), document.members(), List.of());
    }

    /** A way and the member at its end. */
    record End(ProjectionWay way, Member member) {
        /** {@code door.height}. */
        String path() {
            return way.pathTo(member);
        }

        /** The link at the end. */
        ProjectedLink link() {
            return new ProjectedLink(way.embedded(), (MemberModel.Reference) member.model());
        }

        /**
         * The list or the map with the values that have the member, unless it is a link: plain values are shown with what
         * holds them.
         */
        @Nullable
        Member container() {
            return member.model() instanceof MemberModel.Reference ? null : way.container();
        }

        /** The member without which there is nothing to show, or null. */
        @Nullable
        Member mayBeAbsent() {
            return member.mayBeAbsent() ? member : way.absent();
        }
    }

    ProjectionWay into(ProjectedDocument target, Member link) {
        List<ProjectedDocument> longer = new ArrayList<>(documents);
        longer.add(target);
        return new ProjectionWay(longer, target.model().names().displayName(), target.members(), longer(link));
    }

    ProjectionWay into(ProjectedDocument.Embedded value, Member field) {
        return new ProjectionWay(documents, value.displayName(), value.members(), longer(field));
    }

    /** The document in which the way has arrived. */
    ProjectedDocument document() {
        return documents.get(documents.size() - 1);
    }

    private List<Member> longer(Member step) {
        List<Member> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    String pathTo(Member member) {
        return longer(member).stream().map(Member::name).collect(Collectors.joining("."));
    }

    List<ProjectedLink> links() {
        List<ProjectedLink> links = new ArrayList<>();
        List<FieldModel> within = new ArrayList<>();
        for (Member step : steps) {
            if (step.model() instanceof FieldModel field) {
                within.add(field);
            } else if (step.model() instanceof MemberModel.Reference link) {
                links.add(new ProjectedLink(within, link));
                within.clear();
            }
        }
        return links;
    }

    /** The embedded values since the last link. */
    List<FieldModel> embedded() {
        List<FieldModel> within = new ArrayList<>();
        for (Member step : steps) {
            if (step.model() instanceof FieldModel field) {
                within.add(field);
            } else {
                within.clear();
            }
        }
        return within;
    }

    /** The first list or map of embedded values since the last link, or null. */
    @Nullable
    private Member container() {
        return steps.subList(steps.size() - embedded().size(), steps.size()).stream()
                .filter(step -> !(((FieldModel) step.model()).value() instanceof ValueModel.Embedded))
                .findFirst()
                .orElse(null);
    }

    boolean isMany() {
        return links().stream().anyMatch(ProjectedLink::isList);
    }

    /** The first member on the way that may be absent, or null. */
    @Nullable
    Member absent() {
        return steps.stream().filter(Member::mayBeAbsent).findFirst().orElse(null);
    }

    /** The same without the embedded values since the last link. */
    @Nullable
    Member absentLink() {
        return steps.subList(0, steps.size() - embedded().size()).stream()
                .filter(Member::mayBeAbsent)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Member member(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
