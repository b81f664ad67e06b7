// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What collections hold while it is changed: documents by their ids. */
final class Contents {
    private final Model model;
    private final List<Map<Object, BsonDocument>> documents = new ArrayList<>();

    Contents(Model model) {
        this.model = model;
        model.types().forEach(type -> documents.add(new LinkedHashMap<>()));
    }

    static Contents of(World world) {
        Contents contents = new Contents(world.model());
        for (Model.Type type : world.model().types()) {
            world.rows()
                    .get(type.index())
                    .forEach(row -> contents.put(type.index(), row.stored().clone()));
        }
        return contents;
    }

    /** Puts a document in the place of what the collection had by its id, be it of another type. */
    void put(int type, BsonDocument document) {
        BsonValue id = Objects.requireNonNull(document.get("_id"));
        Model.Type own = model.typeOf(model.type(type), new Row(document));
        model.sharing(own).stream()
                .filter(each -> !each.equals(own))
                .forEach(each -> documents.get(each.index()).remove(Values.key(id)));
        documents.get(own.index()).put(Values.key(id), document);
    }

    @Nullable
    BsonDocument get(int type, BsonValue id) {
        return find(model.permitted(model.type(type)), id);
    }

    /** The document with an id in the collection of a type, of whatever type it is. */
    @Nullable
    BsonDocument inCollection(int type, BsonValue id) {
        return find(model.sharing(model.type(type)), id);
    }

    private @Nullable BsonDocument find(List<Model.Type> types, BsonValue id) {
        return types.stream()
                .map(each -> documents.get(each.index()).get(Values.key(id)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void remove(int type, BsonValue id) {
        documents.get(type).remove(Values.key(id));
    }

    World world() {
        return new World(
                model,
                documents.stream()
                        .map(each -> each.values().stream().map(Row::new).toList())
                        .toList());
    }

    /**
     * The first document that others have not, or not so; null when there is none. The order of fields does not matter, and a server
     * may keep a number that it had before where another type of the same value is set.
     */
    @Nullable
    String without(Contents others, World before) {
        for (Model.Type type : model.types()) {
            for (BsonDocument document : documents.get(type.index()).values()) {
                BsonValue id = Objects.requireNonNull(document.get("_id"));
                Row known = before.find(type.index(), id);
                if (!isSame(document, others.get(type.index(), id), known == null ? null : known.stored())) {
                    return type.name() + " " + document.toJson();
                }
            }
        }
        return null;
    }

    private static boolean isSame(BsonDocument one, @Nullable BsonDocument other, @Nullable BsonDocument before) {
        return other != null
                && one.keySet().equals(other.keySet())
                && one.keySet().stream()
                        .allMatch(name ->
                                isSame(one.get(name), other.get(name), before == null ? null : before.get(name)));
    }

    private static boolean isSame(@Nullable BsonValue one, @Nullable BsonValue other, @Nullable BsonValue before) {
        boolean isKept = Objects.equals(one, before) || Objects.equals(other, before);
        return Objects.equals(one, other) || (isKept && Values.equal(one, other));
    }
}
