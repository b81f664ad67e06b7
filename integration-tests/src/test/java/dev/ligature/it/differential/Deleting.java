// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.RequiredLinkException;
import dev.ligature.annotation.OnDelete;
import dev.ligature.it.differential.Walk.At;
import dev.ligature.query.DeleteRule;
import dev.ligature.spi.LinkShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** What deletes do, worked out over sets of documents. */
final class Deleting {
    private final World world;
    private final Model model;
    private final Walk walk;

    Deleting(World world) {
        this.world = world;
        this.model = world.model();
        this.walk = new Walk(world);
    }

    Effect of(Change.Delete delete) {
        Model.Type root = model.type(delete.root());
        List<At> named = new Reference(world)
                .matching(delete.root(), delete.condition()).stream()
                        .map(row -> walk.at(root, row))
                        .toList();
        Set<At> deleted = deleted(root, named, delete.rule());
        boolean restricted = referrers(deleted, OnDelete.RESTRICT).findAny().isPresent();
        boolean required = referrers(deleted, OnDelete.UNLINK).anyMatch(each -> each.link.shape() == LinkShape.ONE);
        if (restricted || required) {
            return Effect.failure(
                    restricted ? DeleteRestrictedException.class : RequiredLinkException.class, Contents.of(world));
        }
        Contents contents = Contents.of(world);
        referrers(deleted, OnDelete.UNLINK).toList().forEach(each -> unlink(each, deleted, contents));
        deleted.forEach(at -> contents.remove(at.type().index(), at.row().id()));
        return Effect.of(named.size(), contents);
    }

    private Set<At> deleted(Model.Type root, List<At> named, DeleteRule rule) {
        Set<At> deleted = cascaded(named);
        if (rule == DeleteRule.DO_NOTHING) {
            return deleted;
        }
        Set<At> linked = closure(named, this::targets);
        linked.removeAll(deleted);
        if (rule == DeleteRule.DELETE_ORPHANS) {
            linked.removeAll(kept(root, deleted, linked));
        }
        linked.addAll(deleted);
        return cascaded(linked);
    }

    /** Those of the linked documents to which a document links that stays, and all that they link to. */
    private Set<At> kept(Model.Type root, Set<At> deleted, Set<At> linked) {
        Set<At> kept = new LinkedHashSet<>();
        for (Model.Type type : reachable(root)) {
            for (Row row : world.rowsOf(type.index())) {
                At at = walk.at(type, row);
                for (Model.Link link : type.forwardLinks()) {
                    Collection<At> targets = walk.fetched(at, link);
                    boolean stays = !deleted.contains(at) && !linked.contains(at);
                    if (stays
                            && targets.stream()
                                    .anyMatch(target -> linked.contains(target) && finds(row, link, target))) {
                        kept.addAll(targets);
                    }
                }
            }
        }
        kept.retainAll(linked);
        return closure(kept, at -> targets(at).stream().filter(linked::contains).toList());
    }

    private Set<Model.Type> reachable(Model.Type root) {
        return closure(model.sharing(root), type -> type.links().stream()
                .flatMap(link -> model.sharing(model.type(link.target())).stream())
                .toList());
    }

    private Set<At> cascaded(Collection<At> some) {
        return closure(some, at -> at.type().links().stream()
                .filter(link -> link.isBackLink() && link.onDelete() == OnDelete.CASCADE)
                .flatMap(link -> referrers(at, link))
                .map(Referrer::at)
                .toList());
    }

    private Collection<At> targets(At at) {
        return at.type().forwardLinks().stream()
                .flatMap(link -> walk.fetched(at, link).stream())
                .toList();
    }

    private static <E> Set<E> closure(Collection<E> from, Function<E, Collection<E>> next) {
        Set<E> all = new LinkedHashSet<>(from);
        List<E> open = new ArrayList<>(all);
        while (!open.isEmpty()) {
            for (E each : next.apply(open.remove(open.size() - 1))) {
                if (all.add(each)) {
                    open.add(each);
                }
            }
        }
        return all;
    }

    /** A document that links to another. */
    private record Referrer(At at, Model.Link link) {}

    /** The documents that refer to deleted ones and stay. */
    private Stream<Referrer> referrers(Set<At> deleted, OnDelete rule) {
        return deleted.stream()
                .flatMap(at -> at.type().links().stream()
                        .filter(link -> link.isBackLink() && link.onDelete() == rule)
                        .flatMap(link -> referrers(at, link)))
                .filter(referrer -> !deleted.contains(referrer.at))
                .distinct();
    }

    private Stream<Referrer> referrers(At at, Model.Link backLink) {
        Model.Link mirror = model.mirror(backLink);
        Model.Type owner = model.type(backLink.target());
        return world.rowsOf(owner.index()).stream()
                .filter(row -> finds(row, mirror, at))
                .map(row -> new Referrer(walk.at(owner, row), mirror));
    }

    private static boolean finds(Row row, Model.Link link, At target) {
        return row.entries(link).stream()
                .filter(entry -> Walk.isFound(entry, link))
                .anyMatch(entry -> Values.equal(entry.id(), target.row().id()));
    }

    private void unlink(Referrer referrer, Set<At> deleted, Contents contents) {
        BsonDocument document = Objects.requireNonNull(
                contents.get(referrer.at.type().index(), referrer.at.row().id()));
        Relating.remove(document, referrer.link, entry -> {
            Row target = walk.find(referrer.link, entry);
            return target != null && deleted.contains(walk.at(model.type(referrer.link.target()), target));
        });
    }
}
