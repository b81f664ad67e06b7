// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.spi.DocumentType;
import dev.ligature.spi.DocumentUnionCodec;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** The document types of a model, as the processor would generate them. */
final class Declarations {
    private final Model model;
    private final List<DocumentType<Thing>> types = new ArrayList<>();

    Declarations(Model model) {
        this.model = model;
        model.types().forEach(type -> types.add(declare(type)));
    }

    DocumentType<Thing> type(Model.Type type) {
        return types.get(type.index());
    }

    QThing<Thing> root(Model.Type type) {
        return new QThing<>(Location.root(type(type)), model, type);
    }

    Model.Type declared(DocumentType<?> type) {
        return model.type(types.indexOf(type));
    }

    /** What a sealed type permits has been declared before it. */
    private DocumentType<Thing> declareSealed(Model.Type type) {
        List<Model.Type> permitted = model.permitted(type);
        DocumentType.Builder<Thing> builder =
                DocumentType.builder(Thing.classOf(type), type.collection()).permits(documentTypes(permitted));
        for (Model.Link link : model.allLinks(type)) {
            builder.linkOf(
                    link.name(),
                    documentTypes(permitted.stream()
                            .filter(each -> each.links().contains(link))
                            .toList()));
        }
        type.fields().forEach(field -> builder.field(field.name(), field.storedName()));
        return builder.codec(registry -> new SealedCodec(type(type), registry)).build();
    }

    private DocumentType<?>[] documentTypes(List<Model.Type> some) {
        return some.stream().map(this::type).toArray(DocumentType<?>[]::new);
    }

    /** Leaves each document to the codec of its type, as the processor's codecs of sealed types do. */
    private static final class SealedCodec extends DocumentUnionCodec<Thing> {
        SealedCodec(DocumentType<Thing> type, CodecRegistry registry) {
            super(type, registry);
        }
    }

    private DocumentType<Thing> declare(Model.Type type) {
        if (type.isSealed()) {
            return declareSealed(type);
        }
        DocumentType.Builder<Thing> builder = DocumentType.builder(Thing.classOf(type), type.collection())
                .codec(registry -> new ThingCodec(type(type), type))
                .id("id", type.ids().idClass(), type.ids().codec(), thing -> thing.id);
        if (type.isPermitted()) {
            builder.discriminator(Model.Type.DISCRIMINATOR, type.name()).root(() -> types.get(type.family()));
        }
        type.fields().forEach(field -> builder.field(field.name(), field.storedName()));
        type.links().stream().filter(Model.Link::isNested).forEach(link -> builder.field(link.box(), link.boxName()));
        for (Model.Link link : type.links()) {
            if (link.isBackLink()) {
                builder.backLink(
                        link.name(),
                        link.shape(),
                        String.valueOf(link.mirrored()),
                        link.onDelete(),
                        () -> types.get(link.target()));
            } else if (link.isNested()) {
                int index = type.links().indexOf(link);
                builder.link(
                        way(link, thing -> ((Thing) thing).boxes[index]),
                        Box.LINK,
                        link.inBox().storedName(),
                        link.shape(),
                        link.storage(),
                        box -> ((Box) box).link,
                        () -> types.get(link.target()));
            } else {
                builder.link(
                        link.name(), link.storedName(), link.shape(), link.storage(), () -> types.get(link.target()));
            }
        }
        return builder.build();
    }

    private static LinkWay way(Model.Link link, Function<Object, @Nullable Object> boxes) {
        return switch (link.holder()) {
            case OWN -> LinkWay.empty();
            case SINGLE -> LinkWay.empty().through(link.box(), link.boxName(), boxes);
            case LISTED -> LinkWay.empty().through(link.box(), link.boxName(), boxes, LinkHolder.LISTED);
            case MAPPED -> LinkWay.empty().through(link.box(), link.boxName(), boxes, LinkHolder.MAPPED);
        };
    }
}
