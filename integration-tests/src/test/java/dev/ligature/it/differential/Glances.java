// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.AmbiguousBackLinkException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Compares projections of the documents of a query with what they must show, in the words of {@link Glance}. */
final class Glances {
    private final Asked asked;
    private final Model model;
    private final Walk walk;
    private boolean isAmbiguous;

    Glances(Asked asked) {
        this.asked = asked;
        this.model = asked.stored().model();
        this.walk = new Walk(asked.stored().world());
    }

    @Nullable
    Difference difference(List<Row> rows) {
        Shown shown = asked.query().shown();
        List<String> texts = rows.stream()
                .map(row -> text(walk.at(asked.root(), row), shown, Set.of()))
                .toList();
        String actual = Difference.told(() -> {
            asked.stored().declare(asked.root(), shown);
            return asked.page()
                    .as(Glance.class)
                    .all()
                    .map(Glance::text)
                    .collectList()
                    .block();
        });
        String ambiguous = AmbiguousBackLinkException.class.getSimpleName();
        if (isAmbiguous) {
            return Difference.isFailure(actual, ambiguous) ? null : new Difference("as(…)", ambiguous, actual);
        }
        return actual.equals(texts.toString()) ? null : new Difference("as(…)", texts.toString(), actual);
    }

    private String text(Walk.At at, Shown shown, Set<String> asked) {
        Model.Type type = at.type();
        List<String> parts = new ArrayList<>();
        for (String member : shown.fields().stream().sorted().toList()) {
            Model.Field field = type.field(member);
            if (!Values.isAbsent(at.row().value(field))) {
                parts.add(member + "=" + field.kind().read(at.row().value(field)));
            }
        }
        Set<String> links = new LinkedHashSet<>(asked);
        links.addAll(shown.ids());
        shown.through().keySet().stream()
                .filter(link -> !type.link(link).isBackLink())
                .forEach(links::add);
        links.forEach(link -> parts.add(link + " ids " + ids(at.row(), type.link(link))));
        shown.through().forEach((member, behind) -> parts.add(member + "=" + behind(at, type.link(member), behind)));
        return type.ids().read(at.row().id()) + parts.toString();
    }

    /** What is stored, nulls left out. */
    private @Nullable Object ids(Row row, Model.Link link) {
        if (link.holder() == Model.Holder.SINGLE) {
            List<Row> boxes = row.boxes(link);
            return boxes.isEmpty() ? null : ids(boxes.get(0), link.inBox());
        }
        IdKind ids = model.type(link.target()).ids();
        List<Object> read = row.entries(link).stream()
                .filter(entry -> !entry.isNull())
                .map(entry -> ids.read(entry.id()))
                .toList();
        if (link.isNested()) { // of a list or a map of boxes there is always a list
            return read;
        }
        BsonValue stored = row.stored().get(link.storedName());
        return Values.isAbsent(stored) ? null : link.shape().isList() ? read : read.get(0);
    }

    /** Targets in the order and as often as they are stored, missing ones left out; referrers in the order of their ids. */
    private Object behind(Walk.At at, Model.Link link, Shown shown) {
        List<Walk.At> ends = new ArrayList<>();
        if (link.isBackLink()) {
            Collection<Walk.At> referrers = walk.seen(at, link);
            isAmbiguous |= !link.shape().isList() && referrers.size() > 1;
            ends.addAll(referrers);
        } else {
            for (Row.Entry entry : at.row().entries(link)) {
                Row row = walk.find(link, entry);
                if (row != null) {
                    ends.add(walk.at(model.type(link.target()), row));
                }
            }
        }
        Set<String> mirror = link.isBackLink() ? Set.of(model.mirror(link).name()) : Set.of();
        List<String> texts = ends.stream().map(end -> text(end, shown, mirror)).toList();
        return link.isList() ? texts : texts.isEmpty() ? ActualGraph.NOTHING : texts.get(0);
    }
}
