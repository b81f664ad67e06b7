// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.it.differential.Change.Draft;
import dev.ligature.it.differential.Change.End;
import dev.ligature.it.differential.Change.Packed;
import dev.ligature.it.differential.Change.Verb;
import dev.ligature.query.WriteRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What inserting, saving and replacing store. */
final class Writing {
    static final String WRITTEN = "written";

    private final World world;
    private final Model model;
    private final Contents contents;

    Writing(World world) {
        this.world = world;
        this.model = world.model();
        this.contents = Contents.of(world);
    }

    /**
     * The effect of a write, or null where it fails half-way or nothing is promised.
     *
     * @param ids those of the drafts, the given ones among them; of a draft that was not written there may be none
     */
    @Nullable
    Effect of(Change.Write write, List<@Nullable Object> ids) {
        List<Draft> drafts = write.drafts();
        Draft root = drafts.get(0);
        if (write.verb() == Verb.REPLACE && root.id() == null) {
            return Effect.failure(DocumentWriteException.class, contents);
        }
        boolean follows = write.rule() == WriteRule.WRITE;
        if (!follows
                && drafts(root).anyMatch(each -> each > 0 && drafts.get(each).id() == null)) {
            return Effect.failure(UnsavedLinkException.class, contents);
        }
        if (!follows && root.id() == null && drafts(root).anyMatch(each -> each == 0)) {
            return null; // a record cannot link to itself before it has an id
        }
        Set<Integer> written = follows ? reached(drafts) : Set.of(0);
        for (int each : written) {
            Draft draft = drafts.get(each);
            BsonDocument stored =
                    draft.id() == null ? null : contents.inCollection(draft.type(), Values.bson(draft.id()));
            if (stored == null && draft.id() != null && write.verb() == Verb.REPLACE) {
                return written.size() == 1 ? Effect.failure(DocumentNotFoundException.class, contents) : null;
            }
            boolean isTaken = stored != null && each == 0 && write.verb() == Verb.INSERT;
            boolean changesId = stored != null && write.verb() == Verb.REPLACE && !isPlain(draft.type(), stored);
            if (isTaken || changesId) {
                return null;
            }
        }
        for (int each : written) {
            put(drafts.get(each).type(), document(drafts.get(each), each, ids), write.verb());
        }
        return Effect.of(WRITTEN, contents);
    }

    private static Stream<Integer> drafts(Draft draft) {
        return draft.ends().map(End::draft).filter(each -> each >= 0);
    }

    private static Set<Integer> reached(List<Draft> drafts) {
        Set<Integer> reached = new LinkedHashSet<>(List.of(0));
        List<Integer> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            drafts(drafts.get(open.remove(0))).filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private BsonDocument document(Draft draft, int position, List<@Nullable Object> ids) {
        Model.Type type = model.type(draft.type());
        BsonDocument document = new BsonDocument("_id", Values.bson(ids.get(position)));
        if (type.isPermitted()) {
            document.append(Model.Type.DISCRIMINATOR, new BsonString(type.name()));
        }
        draft.values()
                .forEach((member, value) -> document.append(type.field(member).storedName(), Values.bson(value)));
        for (Model.Link link : type.forwardLinks()) {
            if (!link.isNested()) {
                append(link, draft.links().get(link.name()), ids, document);
            } else if (draft.boxes().containsKey(link.name())) {
                List<BsonDocument> boxes = draft.boxes().get(link.name()).stream()
                        .map(packed -> box(link.inBox(), packed, ids))
                        .toList();
                document.append(link.boxName(), Box.stored(link, boxes));
            }
        }
        return document;
    }

    private BsonDocument box(Model.Link link, Packed packed, List<@Nullable Object> ids) {
        BsonDocument box = new BsonDocument();
        if (packed.n() != null) {
            box.append(Box.STORED_NUMBER, Values.bson(packed.n()));
        }
        append(link, packed.isLinked() ? packed.ends() : null, ids, box);
        return box;
    }

    private void append(Model.Link link, @Nullable List<End> ends, List<@Nullable Object> ids, BsonDocument document) {
        if (ends != null) {
            List<BsonValue> values = ends.stream()
                    .map(end -> end.draft() >= 0 ? ids.get(end.draft()) : end.id())
                    .map(id -> SavedForm.declared(model, link, Values.bson(id)))
                    .toList();
            document.append(link.storedName(), link.shape().isList() ? new BsonArray(values) : values.get(0));
        } else if (link.storage() == LinkStorage.DBREF) {
            document.append(link.storedName(), BsonNull.VALUE);
        }
    }

    /** The effect of a document that is read, changed and written again, or null where the server refuses it. */
    @Nullable
    Effect of(Change.Resave resave) {
        Model.Type type = model.type(resave.root());
        Row row = world.find(type.index(), Values.bson(resave.id()));
        Walk walk = new Walk(world);
        if (row == null) {
            return Effect.of("null", contents);
        }
        Set<Walk.At> written = new LinkedHashSet<>(List.of(walk.at(type, row)));
        if (resave.fetches() && resave.rule() == WriteRule.WRITE) {
            type.forwardLinks().forEach(link -> written.addAll(walk.fetched(walk.at(type, row), link)));
        }
        for (Walk.At at : written) {
            if (resave.verb() == Verb.REPLACE
                    && !isPlain(at.type().index(), at.row().stored())) {
                return null;
            }
            BsonDocument document = SavedForm.of(model, at.type(), at.row());
            if (at.row() == row && resave.field() != null) {
                document.put(type.field(resave.field()).storedName(), Values.bson(resave.value()));
            }
            put(at.type().index(), document, resave.verb());
        }
        return Effect.of(WRITTEN, contents);
    }

    /** Whether an id is stored as Ligature stores it: a replacement by one of another type is refused. */
    private boolean isPlain(int type, BsonDocument stored) {
        return Values.bson(model.type(type).ids().read(stored.get("_id"))).equals(stored.get("_id"));
    }

    /** A replacement is all there is then; whoever saves leaves what is not declared. */
    private void put(int type, BsonDocument document, Verb verb) {
        BsonDocument stored = contents.inCollection(type, document.get("_id"));
        if (stored == null || verb == Verb.REPLACE) {
            contents.put(type, document);
            return;
        }
        for (Model.Type declared : model.sharing(model.type(type))) {
            declared.fields().forEach(field -> stored.remove(field.storedName()));
            declared.forwardLinks()
                    .forEach(link -> stored.remove(link.isNested() ? link.boxName() : link.storedName()));
        }
        stored.remove(Model.Type.DISCRIMINATOR);
        document.forEach(stored::putIfAbsent);
        contents.put(type, stored);
    }
}
