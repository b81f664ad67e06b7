// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Generates data: missing and null members, members that nobody declares, empty lists, nulls and duplicates in lists, shared and
 * dangling targets, links in the form that is not declared, numbers in other types and, in some worlds, special ones.
 */
final class Worlds {
    /** More documents than a random model's semi-join bounds, few enough for targets to be shared. */
    private static final List<Integer> SIZES = List.of(0, 1, 2, 4, 6, 9, 14, 30);

    private final Choices choices;
    private final Model model;
    private final boolean mixesForms;
    private final boolean isPlain;
    private final List<Integer> sizes = new ArrayList<>();
    private final Map<Model.Link, Integer> lastUnique = new LinkedHashMap<>();

    private Worlds(Choices choices, Model model) {
        this.choices = choices;
        this.model = model;
        this.mixesForms = choices.percent(60);
        this.isPlain = choices.percent(60);
    }

    static World generate(Choices choices, Models.Kind kind) {
        return new Worlds(choices, Models.generate(choices, kind)).generate();
    }

    private World generate() {
        model.types().forEach(type -> sizes.add(choices.of(SIZES)));
        model.types().stream()
                .filter(Model.Type::isPermitted)
                .forEach(type -> sizes.set(type.index(), sizes.get(type.family())));
        for (Model.Type type : model.types()) {
            for (Model.Link link : type.links()) {
                boolean single = link.isBackLink() && !link.shape().isList();
                if (single && choices.percent(90)) {
                    lastUnique.put(model.mirror(link), 0);
                }
            }
        }
        List<List<Row>> rows = new ArrayList<>();
        for (Model.Type type : model.types()) {
            List<Row> rowsOfType = new ArrayList<>();
            for (int number = 1; number <= sizes.get(type.index()); number++) {
                if (isOf(type, number) && choices.percent(90)) { // the ids in between dangle where they are linked to
                    rowsOfType.add(new Row(document(type, number)));
                }
            }
            rows.add(rowsOfType);
        }
        return new World(model, rows);
    }

    /** Types that share a collection share its ids. */
    private boolean isOf(Model.Type type, int number) {
        return !type.isSealed() && (!type.isPermitted() || (number % 3 == 0) == (type.index() % 2 == 0));
    }

    private BsonDocument document(Model.Type type, int number) {
        BsonDocument document =
                new BsonDocument("_id", type.ids().stored(type.ids().id(number), choices));
        if (type.isPermitted()) {
            document.append(Model.Type.DISCRIMINATOR, new BsonString(type.name()));
        }
        for (Model.Field field : type.fields()) {
            if (!choices.percent(15)) {
                document.append(
                        field.storedName(),
                        choices.percent(10) ? BsonNull.VALUE : field.kind().stored(value(field.kind()), choices));
            }
        }
        for (Model.Link link : type.forwardLinks()) {
            if (link.isNested()) {
                if (!choices.percent(15)) {
                    document.append(link.boxName(), choices.percent(5) ? BsonNull.VALUE : boxes(link));
                }
                continue;
            }
            boolean optional = link.shape().isOptional();
            if (!(optional && choices.percent(20))) {
                document.append(link.storedName(), optional && choices.percent(10) ? BsonNull.VALUE : stored(link));
            }
        }
        if (choices.percent(20)) {
            document.append("undeclared", new BsonDocument("by", new BsonString("others")));
        }
        return document;
    }

    /** What a member holds that has boxes. */
    private BsonValue boxes(Model.Link link) {
        return switch (link.holder()) {
            case OWN -> throw new IllegalArgumentException(link + " is in no box");
            case SINGLE -> box(link);
            case LISTED -> {
                BsonArray boxes = new BsonArray();
                for (int left = choices.upTo(3); left > 0; left--) {
                    boxes.add(box(link));
                }
                yield boxes;
            }
            case MAPPED -> {
                BsonDocument boxes = new BsonDocument();
                Box.KEYS.stream().filter(key -> choices.percent(50)).forEach(key -> boxes.append(key, box(link)));
                yield boxes;
            }
        };
    }

    private BsonDocument box(Model.Link link) {
        BsonDocument box = new BsonDocument();
        if (!choices.percent(15)) {
            box.append(Box.STORED_NUMBER, choices.percent(10) ? BsonNull.VALUE : new BsonInt32(choices.upTo(3)));
        }
        boolean isOptional = link.shape().isOptional();
        if (!(isOptional && choices.percent(20))) {
            box.append(link.inBox().storedName(), isOptional && choices.percent(10) ? BsonNull.VALUE : stored(link));
        }
        return box;
    }

    private Object value(FieldKind kind) {
        Object value = kind.value(choices);
        return isPlain && FieldKind.isSpecial(value) ? value(kind) : value;
    }

    private BsonValue stored(Model.Link link) {
        if (!link.shape().isList()) {
            return target(link);
        }
        BsonArray entries = new BsonArray();
        for (int left = choices.upTo(4); left > 0; left--) {
            entries.add(choices.percent(4) ? BsonNull.VALUE : target(link));
        }
        return entries;
    }

    /** A link to a document, and sometimes to none; to each once where a single back link mirrors it. */
    private BsonValue target(Model.Link link) {
        IdKind ids = model.type(link.target()).ids();
        BsonValue id = ids.stored(ids.id(targetNumber(link)), choices);
        boolean mixes = mixesForms && !(link.isNested() && link.isList()); // in arrays not all servers gather DBRefs
        boolean isDbRef = (link.storage() == LinkStorage.DBREF) != (mixes && choices.percent(20));
        return isDbRef ? dbRef(model.type(link.target()).collection(), id) : id;
    }

    private int targetNumber(Model.Link link) {
        Integer last = lastUnique.get(link);
        if (last != null) {
            int next = last + 1 + choices.upTo(1);
            lastUnique.put(link, next);
            return next;
        }
        int most = sizes.get(link.target()) + 1;
        int number = 1 + choices.upTo(most);
        return choices.percent(40) ? Math.min(number, 2) : number;
    }

    /** As other mappers write them, too: with the name of the database, fields of their own, or the id first. */
    private BsonValue dbRef(String collection, BsonValue id) {
        BsonDocument plain = dbRef(collection).append("$id", id);
        if (!mixesForms) {
            return plain;
        }
        return switch (choices.upTo(9)) {
            case 0 -> plain.append("$db", new BsonString("elsewhere"));
            case 1 -> plain.append("$db", new BsonString("elsewhere")).append("since", new BsonInt32(1));
            case 2 -> new BsonDocument("$id", id).append("$ref", new BsonString(collection));
            default -> plain;
        };
    }

    private static BsonDocument dbRef(String collection) {
        return new BsonDocument("$ref", new BsonString(collection));
    }
}
