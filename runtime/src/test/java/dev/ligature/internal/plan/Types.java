// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.path.ComparablePath;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import org.bson.types.ObjectId;

/** Declarations as the processor writes them, made by hand; plans need no codecs. */
final class Types {
    static final class House {}

    static final class Door {}

    static final DocumentType<House> HOUSE = DocumentType.builder(House.class, "houses")
            .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, house -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("plans need no codec");
            })
            .link("door", "door", LinkShape.ONE, LinkStorage.ID, () -> Types.DOOR)
            .link("doors", "all", LinkShape.LIST, LinkStorage.ID, () -> Types.DOOR)
            .link("refs", "refs", LinkShape.LIST, LinkStorage.DBREF, () -> Types.DOOR)
            .build();

    static final DocumentType<Door> DOOR = DocumentType.builder(Door.class, "doors")
            .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, door -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("plans need no codec");
            })
            .backLink("house", LinkShape.ONE, "door", OnDelete.NOTHING, () -> HOUSE)
            .backLink("houses", LinkShape.LIST, "doors", OnDelete.NOTHING, () -> HOUSE)
            .build();

    static final QHouse<House> house = new QHouse<>(Location.root(HOUSE));
    static final QDoor<Door> door = new QDoor<>(Location.root(DOOR));

    private Types() {}

    static class QHouse<R> extends DocumentPath<R, House> {
        final StringPath<R> name;
        final ListPath<R, List<String>, String, StringPath<String>> tags;
        private final Location<R> location;

        QHouse(Location<R> location) {
            super(location);
            this.location = location;
            this.name = new StringPath<>(location.field("name"));
            this.tags = new ListPath<>(
                    location.field("tags"), ValueCodecs.list(ValueCodecs.STRING), ValueCodecs.STRING, StringPath::new);
        }

        QDoor<R> door() {
            return new QDoor<>(location.through(HOUSE.link("door")));
        }

        QDoors<R> doors() {
            return new QDoors<>(location.through(HOUSE.link("doors")));
        }

        QDoors<R> refs() {
            return new QDoors<>(location.through(HOUSE.link("refs")));
        }
    }

    static final class QHouses<R> extends QHouse<R> implements LinkListPath<R, House, QHouse<House>> {
        QHouses(Location<R> location) {
            super(location);
        }

        @Override
        public QHouse<House> linkedPath() {
            return house;
        }
    }

    static class QDoor<R> extends DocumentPath<R, Door> {
        final ComparablePath<R, ObjectId> id;
        final NumberPath<R, Integer> height;
        private final Location<R> location;

        QDoor(Location<R> location) {
            super(location);
            this.location = location;
            this.id = new ComparablePath<>(location.field("_id"), ValueCodecs.OBJECT_ID);
            this.height = new NumberPath<>(location.field("height"), ValueCodecs.INTEGER);
        }

        QHouse<R> house() {
            return new QHouse<>(location.through(DOOR.link("house")));
        }

        QHouses<R> houses() {
            return new QHouses<>(location.through(DOOR.link("houses")));
        }
    }

    static final class QDoors<R> extends QDoor<R> implements LinkListPath<R, Door, QDoor<Door>> {
        QDoors(Location<R> location) {
            super(location);
        }

        @Override
        public QDoor<Door> linkedPath() {
            return door;
        }
    }
}
