// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The next smaller worlds, those that take out most first. */
final class SmallerWorlds {
    private SmallerWorlds() {}

    /** The world without a document. */
    static World without(World world, int type, int row) {
        return with(world, type, Smaller.without(world.rows().get(type), row));
    }

    /** The worlds with less in one document. */
    static List<World> rows(World world, int type, int index) {
        BsonDocument document = world.rows().get(type).get(index).stored();
        List<BsonDocument> smaller = new ArrayList<>();
        for (String name : document.keySet()) {
            boolean isRequired = name.equals("_id")
                    || name.equals(Model.Type.DISCRIMINATOR)
                    || world.model().type(type).forwardLinks().stream()
                            .anyMatch(link -> link.storedName().equals(name)
                                    && !link.shape().isOptional());
            if (!isRequired) {
                smaller.add(without(document, name));
            }
            if (document.get(name) instanceof BsonArray entries) {
                for (int i = 0; i < entries.size(); i++) {
                    smaller.add(with(document, name, new BsonArray(Smaller.without(entries, i))));
                }
            }
        }
        return smaller.stream()
                .map(each -> {
                    List<Row> rows = new ArrayList<>(world.rows().get(type));
                    rows.set(index, new Row(each));
                    return with(world, type, rows);
                })
                .toList();
    }

    private static BsonDocument without(BsonDocument document, String name) {
        BsonDocument fewer = document.clone();
        fewer.remove(name);
        return fewer;
    }

    private static BsonDocument with(BsonDocument document, String name, BsonValue value) {
        BsonDocument changed = document.clone();
        changed.put(name, value);
        return changed;
    }

    /** The worlds whose types declare less; what a back link mirrors stays as long as there is the back link. */
    static List<World> models(World world) {
        List<World> smaller = new ArrayList<>();
        for (Model.Type type : world.model().types()) {
            if (type.isSealed() || type.isPermitted()) {
                continue; // what they have in common would have to go from all of them
            }
            if (type.isImmutable()) {
                smaller.add(with(
                        world,
                        new Model.Type(type.index(), type.ids(), false, type.fields(), type.links()),
                        row -> row));
            }
            for (int i = 0; i < type.fields().size(); i++) {
                String name = type.fields().get(i).storedName();
                Model.Type fewer = new Model.Type(
                        type.index(), type.ids(), type.isImmutable(), Smaller.without(type.fields(), i), type.links());
                smaller.add(with(world, fewer, row -> new Row(without(row.stored(), name))));
            }
            for (int i = 0; i < type.links().size(); i++) {
                Model.Link link = type.links().get(i);
                if (!isMirrored(world.model(), type, link)) {
                    Model.Type fewer = new Model.Type(
                            type.index(),
                            type.ids(),
                            type.isImmutable(),
                            type.fields(),
                            Smaller.without(type.links(), i));
                    String name = link.isNested() ? link.boxName() : link.storedName();
                    smaller.add(with(world, fewer, row -> new Row(without(row.stored(), name))));
                }
            }
        }
        return smaller;
    }

    private static boolean isMirrored(Model model, Model.Type type, Model.Link link) {
        return model.types().stream()
                .flatMap(each -> each.links().stream())
                .anyMatch(each -> each.isBackLink()
                        && each.target() == type.index()
                        && link.name().equals(each.mirrored()));
    }

    private static World with(World world, Model.Type changed, Function<Row, Row> row) {
        List<Model.Type> types = new ArrayList<>(world.model().types());
        types.set(changed.index(), changed);
        List<List<Row>> rows = new ArrayList<>(world.rows());
        rows.set(changed.index(), rows.get(changed.index()).stream().map(row).toList());
        return new World(new Model(types), rows);
    }

    private static World with(World world, int type, List<Row> changed) {
        List<List<Row>> rows = new ArrayList<>(world.rows());
        rows.set(type, changed);
        return new World(world.model(), rows);
    }
}
