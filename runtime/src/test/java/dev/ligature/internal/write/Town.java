// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.load.DocumentCodecs;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Documents whose codecs were made by hand and know neither how to read nor how to write: for what comes before that. A type announces
 * itself with its first document.
 */
final class Town {
    /** A class, which is given its id and its version in place. */
    static final class House {
        static final DocumentType<House> TYPE = DocumentType.builder(House.class, "houses")
                .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, house -> house.id)
                .codec(registry -> new HouseCodec())
                .version("version", "v", house -> house.version)
                .link("door", "d", LinkShape.OPTIONAL, LinkStorage.ID, () -> Door.TYPE)
                .link("neighbours", "n", LinkShape.LIST, LinkStorage.DBREF, () -> House.TYPE)
                .link("lamp", "lamp", LinkShape.OPTIONAL, LinkStorage.ID, () -> Lamp.TYPE)
                .build();

        @Nullable
        ObjectId id;

        long version;

        @Nullable
        Ref<Door> door;

        List<Ref<House>> neighbours = List.of();

        @Nullable
        Ref<Lamp> lamp;

        static House of(Ref<Door> door) {
            House house = new House();
            house.door = door;
            return house;
        }
    }

    /** A record, which is copied. */
    record Door(
            @Nullable ObjectId id, String name, @Nullable Ref<House> house) {
        static final DocumentType<Door> TYPE = DocumentType.builder(Door.class, "doors")
                .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, door -> door.id)
                .codec(registry -> new DoorCodec())
                .link("house", "house", LinkShape.OPTIONAL, LinkStorage.ID, () -> House.TYPE)
                .backLink("houses", LinkShape.LIST, "door", OnDelete.NOTHING, () -> House.TYPE)
                .build();

        static Door of(String name) {
            return new Door(null, name, null);
        }
    }

    /** A record without links. */
    record Lamp(@Nullable ObjectId id) {
        static final DocumentType<Lamp> TYPE = DocumentType.builder(Lamp.class, "lamps")
                .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, lamp -> lamp.id)
                .codec(registry -> new LampCodec())
                .build();
    }

    static final DocumentType<House> HOUSE = House.TYPE;
    static final DocumentType<Door> DOOR = Door.TYPE;
    static final DocumentType<Lamp> LAMP = Lamp.TYPE;

    private Town() {}

    static DocumentCodecs codecs() {
        return new DocumentCodecs(HOUSE, CodecRegistries.fromCodecs());
    }

    /** What all codecs here can do. */
    private abstract static class TownCodec<T> extends DocumentCodec<T> {
        TownCodec(DocumentType<T> type) {
            super(type);
        }

        @Override
        protected T readDocument(BsonSource source, ExtraFields extra) {
            throw new UnsupportedOperationException("reads nothing");
        }

        @Override
        public void write(BsonSink sink, T document) {
            throw new UnsupportedOperationException("writes nothing");
        }

        @Override
        public T withLink(T document, int index, @Nullable Object value) {
            throw new UnsupportedOperationException("changes no link");
        }
    }

    private static final class HouseCodec extends TownCodec<House> {
        HouseCodec() {
            super(House.TYPE);
        }

        @Override
        public House withId(House house, @Nullable Object id) {
            house.id = (ObjectId) id;
            return house;
        }

        @Override
        public House withVersion(House house, long version) {
            house.version = version;
            return house;
        }

        @Override
        public @Nullable Object link(House house, int index) {
            return switch (index) {
                case 0 -> house.door;
                case 1 -> house.neighbours;
                default -> house.lamp;
            };
        }
    }

    private static final class DoorCodec extends TownCodec<Door> {
        DoorCodec() {
            super(Door.TYPE);
        }

        @Override
        public Door withId(Door door, @Nullable Object id) {
            return new Door((ObjectId) id, door.name, door.house);
        }

        @Override
        public @Nullable Object link(Door door, int index) {
            return index == 0 ? door.house : List.of();
        }
    }

    private static final class LampCodec extends TownCodec<Lamp> {
        LampCodec() {
            super(Lamp.TYPE);
        }

        @Override
        public Lamp withId(Lamp lamp, @Nullable Object id) {
            return new Lamp((ObjectId) id);
        }

        @Override
        public @Nullable Object link(Lamp lamp, int index) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
