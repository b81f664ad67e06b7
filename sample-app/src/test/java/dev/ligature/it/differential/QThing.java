package dev.ligature.it.differential;

import dev.ligature.path.ComparablePath;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import java.util.List;

/** The paths of a document of a random model, as the processor's query classes have them. */
class QThing<R> extends DocumentPath<R, Thing> {
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

    NumberPath<R, Integer> number(String member) {
        return new NumberPath<>(location.field(type.field(member).storedName()), ValueCodecs.INTEGER);
    }

    StringPath<R> text(String member) {
        return new StringPath<>(location.field(type.field(member).storedName()));
    }

    ListPath<R, List<Integer>, Integer, NumberPath<Integer, Integer>> numbers(String member) {
        return new ListPath<>(
                location.field(type.field(member).storedName()),
                ValueCodecs.list(ValueCodecs.INTEGER),
                ValueCodecs.INTEGER,
                element -> new NumberPath<>(element, ValueCodecs.INTEGER));
    }

    QThing<R> link(String member) {
        Model.Type target = model.type(type.link(member).target());
        LinkType link = location.document().link(member);
        return link.isList()
                ? new Links<>(location.through(link), model, target)
                : new QThing<>(location.through(link), model, target);
    }

    QThing<R> through(List<String> members) {
        QThing<R> path = this;
        for (String member : members) {
            path = path.link(member);
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
