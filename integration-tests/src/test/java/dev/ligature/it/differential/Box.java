// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.NumberPath;
import dev.ligature.spi.LinkMember;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Location;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** An embedded value with a number and a link. */
final class Box {
    static final String NUMBER = "n";
    static final String LINK = "link";
    static final String STORED_NUMBER = "n_";
    /** The keys of a map of boxes. */
    static final List<String> KEYS = List.of("a", "b", "c");

    @Nullable
    Integer n;

    /** A {@code Ref}, a list of them, or null. */
    @Nullable
    Object link;

    /** What a member holds: a box, a list or a map of them, or null. */
    static @Nullable Object read(BsonSource source, Model.Link link, LinkMember type) {
        if (source.isNull()) {
            return null;
        }
        source.startDocument();
        return switch (link.holder()) {
            case OWN -> throw new IllegalArgumentException(link + " is in no box");
            case SINGLE -> box(source, type);
            case LISTED -> {
                List<Box> boxes = new ArrayList<>();
                while (source.advance()) {
                    source.startDocument();
                    boxes.add(box(source, type));
                }
                yield boxes;
            }
            case MAPPED -> {
                Map<String, Box> boxes = new LinkedHashMap<>();
                while (source.advance()) {
                    String key = source.name();
                    source.startDocument();
                    boxes.put(key, box(source, type));
                }
                yield boxes;
            }
        };
    }

    /** The form in which a member holds some boxes: those of a map by the keys in their order. */
    static Object held(Model.Link link, List<Box> boxes) {
        return switch (link.holder()) {
            case OWN -> throw new IllegalArgumentException(link + " is in no box");
            case SINGLE -> boxes.get(0);
            case LISTED -> boxes;
            case MAPPED -> {
                Map<String, Box> byKey = new LinkedHashMap<>();
                boxes.forEach(box -> byKey.put(KEYS.get(byKey.size()), box));
                yield byKey;
            }
        };
    }

    /** The same of stored boxes. */
    static BsonValue stored(Model.Link link, List<BsonDocument> boxes) {
        return switch (link.holder()) {
            case OWN -> throw new IllegalArgumentException(link + " is in no box");
            case SINGLE -> boxes.get(0);
            case LISTED -> new BsonArray(boxes);
            case MAPPED -> {
                BsonDocument byKey = new BsonDocument();
                boxes.forEach(box -> byKey.append(KEYS.get(byKey.size()), box));
                yield byKey;
            }
        };
    }

    /** The boxes that a member holds. */
    @SuppressWarnings("unchecked") // as held(…) has put them
    static List<Box> all(@Nullable Object held) {
        if (held == null) {
            return List.of();
        }
        return held instanceof Box box
                ? List.of(box)
                : held instanceof Map<?, ?> map ? List.copyOf(((Map<String, Box>) map).values()) : (List<Box>) held;
    }

    private static Box box(BsonSource source, LinkMember type) {
        Box box = new Box();
        while (source.advance()) {
            switch (source.name()) {
                case STORED_NUMBER -> box.n = Reads.value(source, ValueCodecs.INTEGER);
                case "link_" ->
                    box.link = type.shape().isList() ? Links.readRefs(source, type) : Links.readRef(source, type);
                default -> source.skip();
            }
        }
        return box;
    }

    static void write(BsonSink sink, Object held, LinkType type) {
        if (held instanceof Box box) {
            box.write(sink, type);
        } else if (held instanceof List<?> boxes) {
            sink.startArray();
            for (int i = 0; i < boxes.size(); i++) {
                sink.writeIndex(i);
                ((Box) boxes.get(i)).write(sink, type);
            }
            sink.end();
        } else {
            sink.startDocument();
            ((Map<?, ?>) held).forEach((key, box) -> {
                sink.writeName((String) key);
                ((Box) box).write(sink, type);
            });
            sink.end();
        }
    }

    @SuppressWarnings("unchecked") // links are as read(…) has put them
    private void write(BsonSink sink, LinkType type) {
        sink.startDocument();
        if (n != null) {
            sink.writeName(STORED_NUMBER);
            ValueCodecs.INTEGER.write(sink, n);
        }
        if (link instanceof List<?> list) {
            sink.writeName("link_");
            Links.writeRefs(sink, type, (List<Ref<Object>>) list);
        } else if (link != null) {
            sink.writeName("link_");
            Links.writeRef(sink, type, (Ref<?>) link);
        } else if (type.storage() == LinkStorage.DBREF) {
            sink.writeName("link_");
            sink.writeNull();
        }
        sink.end();
    }

    /** As the processor's paths of embedded values. */
    static final class Path<R> extends EmbeddedPath<R, Box> {
        final NumberPath<R, Integer> n;
        private final Location<R> location;
        private final Model model;
        private final Model.Type target;
        private final boolean isList;

        Path(Location<R> location, Model model, Model.Link link) {
            super(location, NoCodec.INSTANCE);
            this.location = location;
            this.model = model;
            this.target = model.type(link.target());
            this.isList = link.shape().isList();
            n = new NumberPath<>(
                    link.shape().isOptional() ? location.field(STORED_NUMBER) : location.optional(STORED_NUMBER),
                    ValueCodecs.INTEGER);
        }

        QThing<R> link() {
            return QThing.at(location.throughEmbedded("link_"), model, target, isList);
        }
    }

    /** As the processor's paths of lists of embedded values. */
    static <R> ListPath<R, List<Box>, Box, Path<Box>> list(
            Location<R> location, Function<Location<Box>, Path<Box>> path) {
        return new ListPath<>(location, ValueCodecs.list(NoCodec.INSTANCE), NoCodec.INSTANCE, path);
    }

    /** No condition compares whole boxes. */
    private enum NoCodec implements ValueCodec<Box> {
        INSTANCE;

        @Override
        public Box read(BsonSource source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(BsonSink sink, Box value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ValueCodec<Box> bind(CodecRegistry registry) {
            return this;
        }
    }
}
