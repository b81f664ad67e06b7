// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Change.Draft;
import dev.ligature.it.differential.Change.End;
import dev.ligature.it.differential.Change.Packed;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drafts as documents in memory that refer to each other, and the ids that they get. */
final class Drafts {
    private final Model model;
    private final List<Draft> drafts;
    private final List<Thing> things = new ArrayList<>();
    private final List<@Nullable Object> ids = new ArrayList<>();

    Drafts(Model model, List<Draft> drafts) {
        this.model = model;
        this.drafts = drafts;
        for (Draft draft : drafts) {
            Thing thing = Thing.of(model.type(draft.type()));
            thing.id = draft.id();
            draft.values().forEach(thing::set);
            things.add(thing);
            ids.add(draft.id());
        }
        for (int i = 0; i < drafts.size(); i++) {
            link(things.get(i), drafts.get(i));
        }
    }

    private void link(Thing thing, Draft draft) {
        Model.Type type = model.type(draft.type());
        check(type, draft);
        for (int i = 0; i < type.links().size(); i++) {
            Model.Link link = type.links().get(i);
            List<End> ends = draft.links().get(link.name());
            if (ends != null) {
                thing.links[i] = held(link, ends);
            }
            List<Packed> packed = draft.boxes().get(link.name());
            if (packed != null) {
                List<Box> boxes = packed.stream().map(each -> box(link, each)).toList();
                thing.boxes[i] = Box.held(link, boxes);
            }
        }
    }

    /** @throws java.util.NoSuchElementException if a draft links by a link that is not declared */
    private static void check(Model.Type type, Draft draft) {
        draft.links().keySet().forEach(type::link);
        draft.boxes().keySet().forEach(type::link);
    }

    private Object held(Model.Link link, List<End> ends) {
        List<Ref<Thing>> refs = new ArrayList<>(ends.stream().map(this::ref).toList());
        return link.shape().isList() ? refs : refs.get(0);
    }

    private Box box(Model.Link link, Packed packed) {
        Box box = new Box();
        box.n = packed.n();
        box.link = packed.isLinked() ? held(link, packed.ends()) : null;
        return box;
    }

    private Ref<Thing> ref(End end) {
        return end.draft() >= 0 ? Ref.of(things.get(end.draft())) : Ref.to(Objects.requireNonNull(end.id()));
    }

    Thing root() {
        return things.get(0);
    }

    /** Takes the ids of what was written: of a record that got one there is a copy. */
    void written(Thing root) {
        written(0, root, new ArrayList<>());
    }

    private void written(int position, Thing thing, List<Integer> seen) {
        if (seen.contains(position)) {
            return;
        }
        seen.add(position);
        ids.set(position, thing.id);
        Draft draft = drafts.get(position);
        Model.Type type = model.type(draft.type());
        for (int i = 0; i < type.links().size(); i++) {
            Model.Link link = type.links().get(i);
            written(draft.links().getOrDefault(link.name(), List.of()), thing.links[i], seen);
            List<Packed> packed = draft.boxes().getOrDefault(link.name(), List.of());
            List<Box> boxes = Box.all(thing.boxes[i]);
            for (int box = 0; box < packed.size(); box++) {
                written(packed.get(box).ends(), boxes.get(box).link, seen);
            }
        }
    }

    private void written(List<End> ends, @Nullable Object held, List<Integer> seen) {
        for (int entry = 0; entry < ends.size(); entry++) {
            int target = ends.get(entry).draft();
            Object ref = held instanceof List<?> list ? list.get(entry) : held;
            if (target >= 0 && ref instanceof Ref<?> written) {
                written(target, (Thing) written.get(), seen);
            }
        }
    }

    /** The ids by position; null of one that has none yet. */
    List<@Nullable Object> ids() {
        return ids;
    }
}
