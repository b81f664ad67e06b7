// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.RequiredLinkException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.query.RepairRule;
import dev.ligature.query.RestoreResult;
import dev.ligature.spi.LinkShape;
import java.util.ArrayList;
import java.util.List;
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
        return mayBeKept ? null : changed(ends, document -> attach(document, ends.link, ends.targets));
    }

    private boolean holdsInAnotherType(BsonDocument document, Ends ends) {
        BsonValue stored = document.get(ends.link.storedName());
        BsonValue target = SavedForm.declared(model, ends.link, ends.targets.get(0));
        return Values.equal(stored, target) && !target.equals(stored);
    }

    private void attach(BsonDocument document, Model.Link link, List<BsonValue> targets) {
        List<BsonValue> declared = targets.stream()
                .map(target -> SavedForm.declared(model, link, target))
                .toList();
        if (!link.shape().isList()) {
            document.put(link.storedName(), declared.get(0));
            return;
        }
        BsonValue stored = document.get(link.storedName());
        BsonArray list = Values.isAbsent(stored) ? new BsonArray() : stored.asArray();
        for (BsonValue value : declared) {
            if (list.stream().noneMatch(each -> Values.equal(each, value))) {
                list.add(value);
            }
        }
        document.put(link.storedName(), list);
    }

    Effect of(Change.Detach detach) {
        Ends ends = ends(detach.root(), detach.id(), detach.link(), detach.others());
        if (ends.link.shape() == LinkShape.ONE) {
            return Effect.failure(RequiredLinkException.class, contents);
        }
        return changed(ends, document -> remove(document, ends.link, entry -> isAmong(entry, ends.targets)));
    }

    private static boolean isAmong(Row.Entry entry, List<BsonValue> ids) {
        return ids.stream().anyMatch(id -> Values.equal(entry.id(), id));
    }

    /** A change of the owners of links. Those that are there are changed also when others are not. */
    private Effect changed(Ends ends, Consumer<BsonDocument> change) {
        long changed = 0;
        boolean areThere = true;
        for (BsonValue owner : ends.owners) {
            BsonDocument document = contents.get(ends.owner, owner);
            areThere &= document != null;
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
        if (link.shape().isList()) {
            document.put(link.storedName(), new BsonArray());
        } else {
            removeMember(document, link);
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
            List<Row.Entry> entries = row.entries(link);
            for (int i = 0; i < entries.size(); i++) {
                if (dangles(link, entries.get(i))) {
                    Object target =
                            model.type(link.target()).ids().read(entries.get(i).id());
                    found.add(type.ids().read(row.id()) + "." + link.name() + "[" + i + "] " + target);
                }
            }
        }
        return Effect.of(found.stream().sorted().toList(), contents);
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
                    removeMember(document, link);
                }
                changed++;
            }
        }
        return Effect.of(changed, contents);
    }

    /** What names another database is no link to one of our documents; it stays as it is. */
    Effect of(Change.Restore restore) {
        Model.Type type = model.type(restore.root());
        Model.Link link = type.link(restore.link());
        long documents = 0;
        long restored = 0;
        long foreign = 0;
        for (Row row : world.rowsOf(type.index())) {
            BsonValue stored = row.stored().get(link.storedName());
            BsonDocument document = Objects.requireNonNull(contents.get(type.index(), row.id()));
            documents += stored == null ? 0 : 1;
            if (!Values.isAbsent(stored)) {
                BsonValue declared = stored.isArray()
                        ? new BsonArray(stored.asArray().stream()
                                .map(each -> restored(link, each))
                                .toList())
                        : restored(link, stored);
                document.put(link.storedName(), declared);
                restored += declared.equals(stored) ? 0 : 1;
                foreign += row.entries(link).stream().anyMatch(entry -> entry.database() != null) ? 1 : 0;
            }
        }
        return Effect.of(new RestoreResult(documents, restored, foreign, 0, 0), contents);
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
        BsonValue stored = document.get(link.storedName());
        if (Values.isAbsent(stored)) {
            return;
        }
        if (stored.isArray()) {
            stored.asArray().removeIf(each -> !each.isNull() && which.test(Row.entry(each)));
        } else if (which.test(Row.entry(stored))) {
            removeMember(document, link);
        }
    }

    /** An absent DBRef is a null, as other mappers have it. */
    private static void removeMember(BsonDocument document, Model.Link link) {
        if (link.storage() == LinkStorage.DBREF) {
            document.put(link.storedName(), BsonNull.VALUE);
        } else {
            document.remove(link.storedName());
        }
    }
}
