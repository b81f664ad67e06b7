// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.path.ComparablePath;
import dev.ligature.path.Condition;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.FieldPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.LinkPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.MapPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.path.TemporalPath;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;
import java.util.Optional;

/** The paths of a document of a random model, as the processor's query classes have them; only a run tells a link from a root. */
class QThing<R> extends DocumentPath<R, Thing> implements LinkPath<R, Thing, Object> {
    private final Location<R> location;
    private final Model model;
    private final Model.Type type;

    QThing(Location<R> location, Model model, Model.Type type) {
        super(location);
        this.location = location;
        this.model = model;
        this.type = type;
    }

    Model.Type type() {
        return type;
    }

    ComparablePath<R, Object> id() {
        return new ComparablePath<>(location.field("_id"), location.document().idCodec());
    }

    /** A field, or one within it or in a single box; the id by its name {@code id}. */
    FieldPath<R, ?> field(String path) {
        if (path.equals("id")) {
            return id();
        }
        Optional<Model.Link> box = type.boxOf(path);
        if (box.isPresent()) {
            return new Box.Path<>(location.field(box.get().boxName()), model, box.get()).n;
        }
        Model.Field field = type.field(path);
        int dot = path.indexOf('.');
        if (dot >= 0) {
            return inner(type.field(path.substring(0, dot)), path.substring(dot + 1));
        }
        Location<R> at = location.field(field.storedName());
        return switch (field.kind()) {
            case NUMBER -> new NumberPath<>(at, ValueCodecs.INTEGER);
            case REAL -> new NumberPath<>(at, ValueCodecs.DOUBLE);
            case DECIMAL -> new NumberPath<>(at, ValueCodecs.BIG_DECIMAL);
            case DATE -> new TemporalPath<>(at, ValueCodecs.INSTANT);
            case TEXT -> new StringPath<>(at);
            case NUMBERS, REALS -> list(path);
            case COUNTS -> counts(at);
            case PART -> new Part.Path<>(at);
        };
    }

    private FieldPath<R, ?> inner(Model.Field field, String name) {
        Location<R> at = location.field(field.storedName());
        if (field.kind() == FieldKind.COUNTS) {
            return counts(at).key(name);
        }
        Part.Path<R> part = new Part.Path<>(at);
        return name.equals("n") ? part.n : part.t;
    }

    private static <R> MapPath<R, Integer, NumberPath<R, Integer>> counts(Location<R> at) {
        return new MapPath<>(
                at, ValueCodecs.map(ValueCodecs.INTEGER), value -> new NumberPath<>(value, ValueCodecs.INTEGER));
    }

    /** A list of plain values. */
    ListPath<R, Object, Object, ComparablePath<Object, Object>> list(String member) {
        Model.Field field = type.field(member);
        ValueCodec<Object> element = field.kind().element().codec();
        return new ListPath<>(
                location.field(field.storedName()),
                field.kind().codec(),
                element,
                each -> new ComparablePath<>(each, element));
    }

    /** A step of a path: through a link, or to one of the types of a sealed one. */
    QThing<R> step(String step) {
        return Model.isNarrowing(step) ? narrowedTo(model.narrowed(step)) : link(step);
    }

    private QThing<R> narrowedTo(Model.Type permitted) {
        return new QThing<>(location.narrowed(documentType(permitted)), model, permitted);
    }

    /** Holds for documents of one of the types of a sealed one. */
    Condition<R> isOf(String name) {
        return ofType(documentType(model.named(name)));
    }

    private DocumentType<?> documentType(Model.Type permitted) {
        return location.document().permitted().stream()
                .filter(each -> each.discriminator().values().contains(permitted.name()))
                .findFirst()
                .orElseThrow();
    }

    QThing<R> link(String member) {
        Model.Link declared = type.link(member);
        Model.Type target = model.type(declared.target());
        Location<R> end = declared.isNested()
                ? location.field(declared.boxName())
                        .throughEmbedded(declared.inBox().storedName())
                : location.through(location.document().link(member));
        return at(end, model, target, declared.isList());
    }

    /** The paths of the documents at the end of a link. */
    static <R> QThing<R> at(Location<R> location, Model model, Model.Type type, boolean isList) {
        return isList ? new Links<>(location, model, type) : new QThing<>(location, model, type);
    }

    /** A list of boxes with a link. */
    ListPath<R, List<Box>, Box, Box.Path<Box>> boxes(String member) {
        Model.Link link = type.link(member);
        return Box.list(location.field(link.boxName()), element -> new Box.Path<>(element, model, link));
    }

    QThing<R> through(List<String> members) {
        QThing<R> path = this;
        for (String member : members) {
            path = path.step(member);
        }
        return path;
    }

    @SuppressWarnings("unchecked") // the types of a random model are those of things
    private static DocumentType<Thing> documentType(Location<?> location) {
        return (DocumentType<Thing>) location.document();
    }

    /** A list of links. */
    static final class Links<R> extends QThing<R> implements LinkListPath<R, Thing, QThing<Thing>> {
        private final QThing<Thing> linked;

        Links(Location<R> location, Model model, Model.Type type) {
            super(location, model, type);
            linked = new QThing<>(Location.root(documentType(location)), model, type);
        }

        @Override
        public QThing<Thing> linkedPath() {
            return linked;
        }
    }
}
