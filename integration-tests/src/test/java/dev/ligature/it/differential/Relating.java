// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.RequiredLinkException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.query.RepairRule;
import dev.ligature.query.RestoreResult;
import dev.ligature.spi.LinkShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What attaching, detaching and repairing do to stored links. */
final class Relating {
    private final World world;
    private final Model model;
    private final Contents contents;

    Relating(World world) {
        this.world = world;
        this.model = world.model();
        this.contents = Contents.of(world);
    }

    /** Both ends of links to be changed: the ids of the documents that store them, and of the targets. */
    private record Ends(int owner, Model.Link link, List<BsonValue> owners, List<BsonValue> targets) {}

    private Ends ends(int root, Object id, String member, List<Object> others) {
        Model.Link named = model.type(root).link(member);
        List<BsonValue> ids = others.stream().map(Values::bson).distinct().toList();
        return named.isBackLink()
                ? new Ends(named.target(), model.mirror(named), ids, List.of(Values.bson(id)))
                : new Ends(root, named, List.of(Values.bson(id)), ids);
    }

    /** The effect, or null where the server may keep a number that is set in another type. */
    @Nullable
    Effect of(Change.Attach attach) {
        Ends ends = ends(attach.root(), attach.id(), attach.link(), attach.others());
        boolean mayBeKept = !ends.link.shape().isList()
                && ends.owners.stream()
                        .map(owner -> contents.get(ends.owner, owner))
                        .anyMatch(document -> document != null && holdsInAnotherType(document, ends));
        return mayBeKept ? null : changed(ends, true, document -> attach(document, ends.link, ends.targets));
    }

    private boolean holdsInAnotherType(BsonDocument document, Ends ends) {
        BsonValue target = SavedForm.declared(model, ends.link, ends.targets.get(0));
        return owners(document, ends.link).stream()
                .map(owner -> owner.get(ends.link.lastStoredName()))
                .anyMatch(stored -> Values.equal(stored, target) && !target.equals(stored));
    }

    private static List<BsonDocument> owners(BsonDocument document, Model.Link link) {
        return new Row(document).owners(link).stream().map(Row::stored).toList();
    }

    private void attach(BsonDocument document, Model.Link link, List<BsonValue> targets) {
        List<BsonValue> declared = targets.stream()
                .map(target -> SavedForm.declared(model, link, target))
                .toList();
        owners(document, link).forEach(owner -> {
            if (link.shape().isList()) {
                add(owner, link.lastStoredName(), declared);
            } else {
                owner.put(link.lastStoredName(), declared.get(0));
            }
        });
    }

    private static void add(BsonDocument owner, String name, List<BsonValue> values) {
        BsonValue stored = owner.get(name);
        BsonArray list = Values.isAbsent(stored) ? new BsonArray() : stored.asArray();
        for (BsonValue value : values) {
            if (list.stream().noneMatch(each -> Values.equal(each, value))) {
                list.add(value);
            }
        }
        owner.put(name, list);
    }

    Effect of(Change.Detach detach) {
        Ends ends = ends(detach.root(), detach.id(), detach.link(), detach.others());
        if (ends.link.shape() == LinkShape.ONE) {
            return Effect.failure(RequiredLinkException.class, contents);
        }
        return changed(ends, false, document -> remove(document, ends.link, entry -> isAmong(entry, ends.targets)));
    }

    private static boolean isAmong(Row.Entry entry, List<BsonValue> ids) {
        return ids.stream().anyMatch(id -> Values.equal(entry.id(), id));
    }

    /**
     * A change of the owners of links. Those that are there are changed also when others are not.
     *
     * @param needsBox whether an owner that lacks the box of the link counts as not there
     */
    private Effect changed(Ends ends, boolean needsBox, Consumer<BsonDocument> change) {
        long changed = 0;
        boolean areThere = true;
        for (BsonValue owner : ends.owners) {
            BsonDocument document = contents.get(ends.owner, owner);
            areThere &= document != null
                    && !(needsBox && owners(document, ends.link).isEmpty());
            changed += document != null && changes(document, change) ? 1 : 0;
        }
        return areThere ? Effect.of(changed, contents) : Effect.failure(DocumentNotFoundException.class, contents);
    }

    private static boolean changes(BsonDocument document, Consumer<BsonDocument> change) {
        BsonDocument before = document.clone();
        change.accept(document);
        return !Values.equal(before, document);
    }

    Effect of(Change.DetachAll detachAll) {
        Model.Type type = model.type(detachAll.root());
        List<Model.Link> links = detachAll.links().stream().map(type::link).toList();
        if (links.stream().anyMatch(link -> stored(link).shape() == LinkShape.ONE)) {
            return Effect.failure(RequiredLinkException.class, contents);
        }
        BsonValue id = Values.bson(detachAll.id());
        List<Model.Link> own = links.stream().filter(link -> !link.isBackLink()).toList();
        long changed = 0;
        if (!own.isEmpty()) {
            BsonDocument document = contents.get(type.index(), id);
            if (document == null) {
                return Effect.failure(DocumentNotFoundException.class, contents);
            }
            changed += changes(document, each -> own.forEach(link -> empty(each, link))) ? 1 : 0;
        }
        for (Model.Link link : links) {
            if (link.isBackLink()) {
                changed += detachReferrers(link, id);
            }
        }
        return Effect.of(changed, contents);
    }

    private Model.Link stored(Model.Link link) {
        return link.isBackLink() ? model.mirror(link) : link;
    }

    private static void empty(BsonDocument document, Model.Link link) {
        for (BsonDocument owner : owners(document, link)) {
            if (link.shape().isList()) {
                owner.put(link.lastStoredName(), new BsonArray());
            } else {
                removeMember(owner, link);
            }
        }
    }

    /** Of lists of bare ids what was found is taken out, of others whatever points to the id. */
    private long detachReferrers(Model.Link backLink, BsonValue id) {
        Model.Link link = model.mirror(backLink);
        boolean foundOnly = link.shape().isList() && link.storage() == LinkStorage.ID;
        long changed = 0;
        for (Row row : contents.world().rowsOf(backLink.target())) {
            boolean refers = row.entries(link).stream()
                    .anyMatch(entry -> Walk.isFound(entry, link) && Values.equal(entry.id(), id));
            if (refers) {
                BsonDocument document = Objects.requireNonNull(contents.get(backLink.target(), row.id()));
                remove(
                        document,
                        link,
                        entry -> Values.equal(entry.id(), id) && (!foundOnly || Walk.isFound(entry, link)));
                changed++;
            }
        }
        return changed;
    }

    /** The positions of what dangles, by documents in the order of their ids. */
    Effect of(Change.Dangling dangling) {
        Model.Type type = model.type(dangling.root());
        Model.Link link = type.link(dangling.link());
        List<String> found = new ArrayList<>();
        for (Row row : world.rowsOf(type.index())) {
            places(link, row).forEach((owner, place) -> {
                List<Row.Entry> entries = owner.entries(link.isNested() ? link.inBox() : link);
                for (int i = 0; i < entries.size(); i++) {
                    if (dangles(link, entries.get(i))) {
                        Object target = model.type(link.target())
                                .ids()
                                .read(entries.get(i).id());
                        String position = link.shape().isList() ? "[" + i + "]" : "";
                        found.add(type.ids().read(row.id()) + "." + place + position + " " + target);
                    }
                }
            });
        }
        return Effect.of(found.stream().sorted().toList(), contents);
    }

    /** The documents that store a link, and the places of the links as messages name them. */
    private static Map<Row, String> places(Model.Link link, Row row) {
        Map<Row, String> places = new LinkedHashMap<>();
        for (Row owner : row.owners(link)) {
            int position = places.size();
            places.put(
                    owner,
                    switch (link.holder()) {
                        case OWN, SINGLE -> link.name();
                        case LISTED -> link.box() + "[" + position + "]." + Box.LINK;
                        case MAPPED -> {
                            List<String> keys = List.copyOf(
                                    row.stored().getDocument(link.boxName()).keySet());
                            yield link.box() + "[\"" + keys.get(position) + "\"]." + Box.LINK;
                        }
                    });
        }
        return places;
    }

    Effect of(Change.Repair repair) {
        Model.Link link = model.type(repair.root()).link(repair.link());
        boolean pulls = link.shape().isList() && repair.rule() == RepairRule.PULL;
        if (!link.shape().isOptional() && !pulls) {
            return Effect.failure(RequiredLinkException.class, contents);
        }
        long changed = 0;
        for (Row row : world.rowsOf(repair.root())) {
            if (row.entries(link).stream().anyMatch(entry -> dangles(link, entry))) {
                BsonDocument document = Objects.requireNonNull(contents.get(repair.root(), row.id()));
                if (pulls) {
                    remove(document, link, entry -> dangles(link, entry));
                } else {
                    removeDangling(document, link);
                }
                changed++;
            }
        }
        return Effect.of(changed, contents);
    }

    /** Takes the link away from those that have it and of which something dangles. */
    private void removeDangling(BsonDocument document, Model.Link link) {
        Model.Link own = link.isNested() ? link.inBox() : link;
        for (BsonDocument owner : owners(document, link)) {
            if (new Row(owner).entries(own).stream().anyMatch(entry -> dangles(link, entry))) {
                removeMember(owner, link);
            }
        }
    }

    /** What names another database is no link to one of our documents; it stays as it is. */
    Effect of(Change.Restore restore) {
        Model.Type type = model.type(restore.root());
        Model.Link link = type.link(restore.link());
        long documents = 0;
        long restored = 0;
        long foreign = 0;
        for (Row row : world.rowsOf(type.index())) {
            BsonDocument document = Objects.requireNonNull(contents.get(type.index(), row.id()));
            documents += isLookedAt(row, link) ? 1 : 0;
            restored += changes(document, each -> owners(each, link).forEach(owner -> restore(owner, link))) ? 1 : 0;
            foreign += row.entries(link).stream().anyMatch(entry -> entry.database() != null) ? 1 : 0;
        }
        return Effect.of(new RestoreResult(documents, restored, foreign, 0, 0), contents);
    }

    /** Whether a document has the member, be it null. No path leads into maps, so all are looked at. */
    private static boolean isLookedAt(Row row, Model.Link link) {
        return link.holder() == Model.Holder.MAPPED
                ? row.stored().containsKey(link.boxName())
                : row.owners(link).stream().anyMatch(owner -> owner.stored().containsKey(link.lastStoredName()));
    }

    private void restore(BsonDocument owner, Model.Link link) {
        BsonValue stored = owner.get(link.lastStoredName());
        if (!Values.isAbsent(stored)) {
            owner.put(
                    link.lastStoredName(),
                    stored.isArray()
                            ? new BsonArray(stored.asArray().stream()
                                    .map(each -> restored(link, each))
                                    .toList())
                            : restored(link, stored));
        }
    }

    private BsonValue restored(Model.Link link, BsonValue value) {
        Row.Entry entry = Row.entry(value);
        boolean stays = entry.isNull() || Walk.isDeclared(entry, link) || entry.database() != null;
        return stays ? value : SavedForm.declared(model, link, entry.id());
    }

    private boolean dangles(Model.Link link, Row.Entry entry) {
        return !entry.isNull() && world.find(link.target(), entry.id()) == null;
    }

    /** Takes entries out of a list, or a link to one away. */
    static void remove(BsonDocument document, Model.Link link, Predicate<Row.Entry> which) {
        for (BsonDocument owner : owners(document, link)) {
            BsonValue stored = owner.get(link.lastStoredName());
            if (Values.isAbsent(stored)) {
                continue;
            }
            if (stored.isArray()) {
                stored.asArray().removeIf(each -> !each.isNull() && which.test(Row.entry(each)));
            } else if (which.test(Row.entry(stored))) {
                removeMember(owner, link);
            }
        }
    }

    /** An absent DBRef is a null, as other mappers have it. */
    private static void removeMember(BsonDocument owner, Model.Link link) {
        if (link.storage() == LinkStorage.DBREF) {
            owner.put(link.lastStoredName(), BsonNull.VALUE);
        } else {
            owner.remove(link.lastStoredName());
        }
    }
}
