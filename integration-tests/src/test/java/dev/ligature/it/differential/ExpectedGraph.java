// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DanglingLinkException;
import dev.ligature.query.MissingTargets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a root and all that is fetched with it must look like, in the words of {@link ActualGraph}; or why it must fail. */
final class ExpectedGraph {
    private final Walk walk;
    private final Model model;
    private final Query query;
    private final Levels levels;
    private final Set<Object> visits = new HashSet<>();
    private final Set<Fetched> fetched = new HashSet<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private final Set<Walk.At> told = new HashSet<>();

    /** A link of a document that is fetched; by whatever path it was reached, a document is one object. */
    private record Fetched(Walk.At owner, Model.Link link) {}

    /** A document, and what of the fetch is still to come from it. */
    private record Visit(Walk.At at, List<String> path, int remaining) {}

    ExpectedGraph(World world, Query query) {
        this.walk = new Walk(world);
        this.model = world.model();
        this.query = query;
        this.levels = Levels.of(query.fetch());
    }

    /** The names of the exceptions of which one is expected; none when the fetch works. */
    Set<String> failures() {
        return failures;
    }

    /** The text of a root. */
    String of(Row row) {
        visits.clear();
        fetched.clear();
        told.clear();
        Walk.At root = walk.at(model.type(query.root()), row);
        visit(root, List.of(), query.fetch().depth());
        return failures.isEmpty() ? document(root) : "";
    }

    private void visit(Walk.At at, List<String> path, int remaining) {
        if (!visits.add(new Visit(at, levels.isNamed(path) ? path : List.of("anywhere"), remaining))) {
            return;
        }
        for (Model.Link link : at.type().links()) {
            List<String> linkPath = Levels.longer(path, link.name());
            int through = levels.through(linkPath, remaining);
            if (through > 0) {
                fetched.add(new Fetched(at, link));
                Collection<Walk.At> targets = walk.fetched(at, link);
                check(at, link, targets.size());
                targets.forEach(target -> visit(target, linkPath, through - 1));
            }
        }
    }

    private void check(Walk.At at, Model.Link link, int targets) {
        if (link.isBackLink()) {
            if (!link.shape().isList() && targets > 1) {
                failures.add(AmbiguousBackLinkException.class.getSimpleName());
            }
        } else if (query.missing() == MissingTargets.FAIL
                && at.row().entries(link).stream().anyMatch(entry -> isMissing(link, entry))) {
            failures.add(DanglingLinkException.class.getSimpleName());
        }
    }

    private boolean isMissing(Model.Link link, Row.Entry entry) {
        return !entry.isNull() && walk.find(link, entry) == null;
    }

    private String document(Walk.At at) {
        String name = at.type().name() + at.type().ids().read(at.row().id());
        if (!told.add(at)) {
            return name;
        }
        List<String> parts = new ArrayList<>();
        for (Model.Field field : at.type().fields()) {
            parts.add(field.name() + "=" + field.kind().read(at.row().value(field)));
        }
        for (Model.Link link : at.type().links()) {
            boolean isFetched = fetched.contains(new Fetched(at, link));
            parts.add(link.name() + "="
                    + (link.isBackLink() ? referrers(at, link, isFetched) : targets(at, link, isFetched)));
        }
        return name + parts;
    }

    /** Of boxes in a list or a map there is one entry for each box. */
    private String targets(Walk.At at, Model.Link link, boolean isFetched) {
        if (!link.isNested()) {
            return targets(at.row(), link, isFetched);
        }
        List<String> boxes = at.row().boxes(link).stream()
                .map(box -> targets(box, link.inBox(), isFetched))
                .toList();
        return link.holder() != Model.Holder.SINGLE
                ? boxes.toString()
                : boxes.isEmpty() ? ActualGraph.NOTHING : boxes.get(0);
    }

    private String targets(Row row, Model.Link link, boolean isFetched) {
        if (Values.isAbsent(row.stored().get(link.storedName()))) {
            return ActualGraph.NOTHING;
        }
        boolean drop = isFetched
                && query.missing() == MissingTargets.DROP
                && link.shape().isList();
        List<String> texts = row.entries(link).stream()
                .filter(entry -> !(drop && isMissing(link, entry)))
                .map(entry -> target(link, entry, isFetched))
                .toList();
        return link.shape().isList() ? texts.toString() : texts.get(0);
    }

    private String target(Model.Link link, Row.Entry entry, boolean isFetched) {
        if (entry.isNull()) {
            return ActualGraph.NOTHING;
        }
        Model.Type target = model.type(link.target());
        Object id = target.ids().read(entry.id());
        Row row = walk.find(link, entry);
        return !isFetched
                ? ActualGraph.notFetched(id)
                : row == null ? ActualGraph.missing(id) : document(walk.at(target, row));
    }

    private String referrers(Walk.At at, Model.Link link, boolean isFetched) {
        Collection<Walk.At> referrers = isFetched ? walk.fetched(at, link) : List.of();
        return switch (link.shape()) {
            case LIST -> referrers.stream().map(this::document).toList().toString();
            case OPTIONAL_LIST ->
                isFetched ? referrers.stream().map(this::document).toList().toString() : ActualGraph.NOTHING;
            case ONE, OPTIONAL ->
                referrers.isEmpty()
                        ? none(link, isFetched)
                        : document(Objects.requireNonNull(referrers.iterator().next()));
        };
    }

    private static String none(Model.Link link, boolean isFetched) {
        return link.shape().isOptional()
                ? ActualGraph.NOTHING
                : isFetched ? ActualGraph.missing("") : ActualGraph.notFetched("");
    }
}
