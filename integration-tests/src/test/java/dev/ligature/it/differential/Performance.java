// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Change.Assignment;
import dev.ligature.path.ComparablePath;
import dev.ligature.path.FieldPath;
import dev.ligature.path.LinkPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.Update;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Find;
import dev.ligature.repository.Repository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Does what a change says and compares the answer, and all that is stored then, with what the reference says. */
final class Performance {
    private final Stored stored;
    private final Change change;
    private final Model.Type root;

    Performance(Stored stored, Change change) {
        this.stored = stored;
        this.change = change;
        this.root = stored.model().type(change.root());
    }

    /** The first difference, or null; what is stored is the world from now on. */
    @Nullable
    Difference run() {
        World before = stored.world();
        Drafts drafts = change instanceof Change.Write write ? new Drafts(stored.model(), write.drafts()) : null;
        if (drafts == null && expected(before, List.of()) == null) {
            return null; // nothing is promised
        }
        String told = Difference.told(() -> perform(drafts));
        Contents contents = stored.read();
        stored.becomes(contents.world());
        Effect expected = expected(before, drafts == null ? List.of() : drafts.ids());
        return expected == null ? null : expected.difference(change.getClass().getSimpleName(), told, contents, before);
    }

    private @Nullable Effect expected(World before, List<@Nullable Object> ids) {
        if (change instanceof Change.Update update) {
            return new Updating(before).of(update);
        }
        if (change instanceof Change.Delete delete) {
            return new Deleting(before).of(delete);
        }
        if (change instanceof Change.Attach attach) {
            return new Relating(before).of(attach);
        }
        if (change instanceof Change.Detach detach) {
            return new Relating(before).of(detach);
        }
        if (change instanceof Change.DetachAll detachAll) {
            return new Relating(before).of(detachAll);
        }
        if (change instanceof Change.Dangling dangling) {
            return new Relating(before).of(dangling);
        }
        if (change instanceof Change.Repair repair) {
            return new Relating(before).of(repair);
        }
        if (change instanceof Change.Restore restore) {
            return new Relating(before).of(restore);
        }
        return change instanceof Change.Resave resave
                ? new Writing(before).of(resave)
                : new Writing(before).of((Change.Write) change, ids);
    }

    private @Nullable Object perform(@Nullable Drafts drafts) {
        Repository<Thing, Object> repository = stored.repository(root);
        if (change instanceof Change.Update update) {
            return find(update.condition())
                    .update(updates(update.assignments()))
                    .block();
        }
        if (change instanceof Change.Delete delete) {
            return find(delete.condition()).delete(delete.rule()).block();
        }
        if (change instanceof Change.Attach attach) {
            return repository
                    .attach(attach.id(), link(attach.link()), attach.others())
                    .block();
        }
        if (change instanceof Change.Detach detach) {
            return repository
                    .detach(detach.id(), link(detach.link()), detach.others())
                    .block();
        }
        if (change instanceof Change.DetachAll detachAll) {
            LinkPath<Thing, ?, ?>[] links = links(detachAll.links());
            return repository
                    .detachAll(detachAll.id(), links[0], Arrays.copyOfRange(links, 1, links.length))
                    .block();
        }
        if (change instanceof Change.Dangling dangling) {
            return repository
                    .dangling(link(dangling.link()))
                    .map(each -> each.documentId() + "." + each.place() + " " + each.targetId())
                    .sort()
                    .collectList()
                    .block();
        }
        if (change instanceof Change.Repair repair) {
            return repository.repair(link(repair.link()), repair.rule()).block();
        }
        if (change instanceof Change.Restore restore) {
            return repository.restore(link(restore.link())).block();
        }
        if (change instanceof Change.Resave resave) {
            return resaved(repository, resave);
        }
        Change.Write write = (Change.Write) change;
        Drafts things = Objects.requireNonNull(drafts);
        things.written(Objects.requireNonNull(
                written(repository, things.root(), write.verb(), write.rule()).block()));
        return Writing.WRITTEN;
    }

    private @Nullable Object resaved(Repository<Thing, Object> repository, Change.Resave resave) {
        List<String> links = resave.fetches()
                ? root.forwardLinks().stream().map(Model.Link::name).toList()
                : List.of();
        Thing thing = repository.findById(resave.id()).fetch(links(links)).block();
        if (thing == null) {
            return null;
        }
        if (resave.field() != null) {
            thing.set(resave.field(), resave.value());
        }
        written(repository, thing, resave.verb(), resave.rule()).block();
        return Writing.WRITTEN;
    }

    private static Mono<Thing> written(
            Repository<Thing, Object> repository, Thing thing, Change.Verb verb, WriteRule rule) {
        return switch (verb) {
            case INSERT -> repository.insert(thing, rule);
            case SAVE -> repository.save(thing, rule);
            case REPLACE -> repository.replace(thing, rule);
        };
    }

    private Find<Thing, Object> find(Cond condition) {
        Repository<Thing, Object> repository = stored.repository(root);
        return condition instanceof Cond.Everything
                ? repository.find()
                : repository.find(Conditions.of(stored.root(root), condition));
    }

    private QThing<Thing> link(String member) {
        return stored.root(root).link(member);
    }

    @SuppressWarnings("unchecked") // an array of generics
    private LinkPath<Thing, ?, ?>[] links(List<String> members) {
        return members.stream().map(this::link).toArray(LinkPath[]::new);
    }

    @SuppressWarnings("unchecked") // an array of generics
    private Update<Thing>[] updates(List<Assignment> assignments) {
        List<Update<Thing>> updates = new ArrayList<>();
        assignments.forEach(each -> updates.add(update(each)));
        return updates.toArray(Update[]::new);
    }

    @SuppressWarnings("unchecked") // the generator gives values of the field's kind
    private Update<Thing> update(Assignment assignment) {
        FieldPath<Thing, Object> field =
                (FieldPath<Thing, Object>) stored.root(root).field(assignment.field());
        Object value = assignment.value();
        return switch (assignment.operator()) {
            case SET -> field.set(value);
            case UNSET -> field.unset();
            case MIN -> ((ComparablePath<Thing, Object>) field).min(value);
            case MAX -> ((ComparablePath<Thing, Object>) field).max(value);
            case INC -> ((NumberPath<Thing, Integer>) (FieldPath<Thing, ?>) field).inc((Integer) value);
            case PUSH -> ((ListPath<Thing, ?, Object, ?>) (FieldPath<Thing, ?>) field).push(value);
            case ADD_TO_SET -> ((ListPath<Thing, ?, Object, ?>) (FieldPath<Thing, ?>) field).addToSet(value);
            case PULL -> ((ListPath<Thing, ?, Object, ?>) (FieldPath<Thing, ?>) field).pull(value);
        };
    }
}
