// Generated from com.example.HouseCard; edits are overwritten.
package com.example;

import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.ProjectionType;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodec;
import dev.ligature.spi.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.ObjectId;

/** Reads {@link HouseCard} projections of {@code House} documents. */
@DocumentGenerated(HouseCard.class)
final class HouseCardProjection extends ProjectionCodec<HouseCard> {
    /** The fields and links that are read. */
    static final ProjectionType<HouseCard> TYPE = ProjectionType.builder(
            HouseCard.class, HouseCodec.TYPE, HouseCardProjection::new)
            .member("id", "id")
            .member("name", "name")
            .member("rooms", "rooms")
            .member("tags", "tags")
            .member("street", "address.street")
            .member("doorId", "door.id")
            .member("doorHeight", "door.height")
            .member("next", "next.name")
            .member("nextDoorHeight", "next.door.height")
            .member("neighbours", "neighbours.id")
            .member("link", "door")
            .member("heights", "otherDoors.height")
            .member("besides", "otherDoors.otherHouses.id")
            .read(house -> house.fields("name", "rooms", "tags", "address.street")
                    .links("door", "next", "neighbours", "otherDoors")
                    .through("door", door -> door.fields("height"))
                    .through("next", next -> next.fields("name")
                            .links("door")
                            .through("door", nextDoor -> nextDoor.fields("height")))
                    .through("otherDoors", otherDoors -> otherDoors.fields("height")
                            .through("otherHouses", otherDoorsOtherHouses -> otherDoorsOtherHouses.links("otherDoors"))))
            .build();

    private static final ValueCodec<List<String>> TAGS = ValueCodecs.list(ValueCodecs.STRING);

    /** Makes the codec; {@code registry} gives the codecs of types that Ligature does not map itself. */
    HouseCardProjection(CodecRegistry registry) {
        super(TYPE);
    }

    @Override
    public Fragment read(int node, BsonReader reader, ExtraFields extra) {
        return switch (node) {
            case 0 -> readHouse(reader, extra);
            case 1 -> readDoor(reader, extra);
            case 2 -> readNext(reader, extra);
            case 3 -> readNextDoor(reader, extra);
            case 4 -> readOtherDoors(reader, extra);
            case 5 -> readOtherDoorsOtherHouses(reader, extra);
            default -> throw unknownNode(node);
        };
    }

    private HouseFragment readHouse(BsonReader reader, ExtraFields extra) {
        HouseFragment house = new HouseFragment(node(0));
        String field = "";
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "_id" -> house.readId(reader, type);
                    case "name" -> house.name = Reads.string(reader, type);
                    case "rooms" -> {
                        if (isPresent(reader, type)) {
                            house.rooms = Reads.int32(reader, type);
                            house.roomsFound = true;
                        }
                    }
                    case "tags" -> house.tags = Reads.value(reader, type, TAGS);
                    case "address" -> readHouseAddress(reader, type, house);
                    case "door" -> house.readLink(0, reader, type);
                    case "next" -> house.readLink(1, reader, type);
                    case "neighbours" -> house.readLink(2, reader, type);
                    case "otherDoors" -> house.readLink(3, reader, type);
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(house, field, e);
        }
        return house;
    }

    private void readHouseAddress(BsonReader reader, BsonType bsonType, HouseFragment house) {
        if (!startEmbedded(reader, bsonType)) {
            return;
        }
        String field = "";
        try {
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "street" -> house.addressStreet = Reads.string(reader, type);
                    default -> reader.skipValue();
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw embeddedFailure(field, e);
        }
    }

    private DoorFragment readDoor(BsonReader reader, ExtraFields extra) {
        DoorFragment door = new DoorFragment(node(1));
        String field = "";
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "_id" -> door.readId(reader, type);
                    case "height" -> {
                        if (isPresent(reader, type)) {
                            door.height = Reads.int32(reader, type);
                            door.heightFound = true;
                        }
                    }
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(door, field, e);
        }
        return door;
    }

    private NextFragment readNext(BsonReader reader, ExtraFields extra) {
        NextFragment next = new NextFragment(node(2));
        String field = "";
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "_id" -> next.readId(reader, type);
                    case "name" -> next.name = Reads.string(reader, type);
                    case "door" -> next.readLink(0, reader, type);
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(next, field, e);
        }
        return next;
    }

    private NextDoorFragment readNextDoor(BsonReader reader, ExtraFields extra) {
        NextDoorFragment nextDoor = new NextDoorFragment(node(3));
        String field = "";
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "_id" -> nextDoor.readId(reader, type);
                    case "height" -> {
                        if (isPresent(reader, type)) {
                            nextDoor.height = Reads.int32(reader, type);
                            nextDoor.heightFound = true;
                        }
                    }
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(nextDoor, field, e);
        }
        return nextDoor;
    }

    private OtherDoorsFragment readOtherDoors(BsonReader reader, ExtraFields extra) {
        OtherDoorsFragment otherDoors = new OtherDoorsFragment(node(4));
        String field = "";
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "_id" -> otherDoors.readId(reader, type);
                    case "height" -> {
                        if (isPresent(reader, type)) {
                            otherDoors.height = Reads.int32(reader, type);
                            otherDoors.heightFound = true;
                        }
                    }
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(otherDoors, field, e);
        }
        return otherDoors;
    }

    private OtherDoorsOtherHousesFragment readOtherDoorsOtherHouses(BsonReader reader,
            ExtraFields extra) {
        OtherDoorsOtherHousesFragment otherDoorsOtherHouses = new OtherDoorsOtherHousesFragment(node(5));
        String field = "";
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                switch (field) {
                    case "_id" -> otherDoorsOtherHouses.readId(reader, type);
                    case "otherDoors" -> otherDoorsOtherHouses.readLink(0, reader, type);
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(otherDoorsOtherHouses, field, e);
        }
        return otherDoorsOtherHouses;
    }

    @Override
    public HouseCard create(Fragment root) {
        HouseFragment house = (HouseFragment) root;
        DoorFragment door = (DoorFragment) house.target(0);
        NextFragment next = (NextFragment) house.target(1);
        NextDoorFragment nextDoor = next == null ? null : (NextDoorFragment) next.target(0);
        requireFound(house.roomsFound, house, "rooms");
        requireFound(door != null && door.heightFound, house, "doorHeight");
        return new HouseCard(
                (ObjectId) house.id(),
                required(house.name, house, "name"),
                house.rooms,
                required(house.tags, house, "tags"),
                required(house.addressStreet, house, "street"),
                required((Long) house.linkedId(0), house, "doorId"),
                door.height,
                Optional.ofNullable(next == null ? null : next.name),
                nextDoor != null && nextDoor.heightFound ? nextDoor.height : null,
                neighbours(house),
                required(house.ref(0), house, "link"),
                heights(house),
                besides(house));
    }

    private static List<ObjectId> neighbours(HouseFragment house) {
        List<ObjectId> values = new ArrayList<>();
        List<ObjectId> ids = house.linkedIds(2);
        if (ids != null) {
            values.addAll(ids);
        }
        return values;
    }

    private static List<Integer> heights(HouseFragment house) {
        List<Integer> values = new ArrayList<>();
        for (Fragment each : house.targets(2)) {
            OtherDoorsFragment otherDoors = (OtherDoorsFragment) each;
            if (otherDoors.heightFound) {
                values.add(otherDoors.height);
            }
        }
        return values;
    }

    private static List<ObjectId> besides(HouseFragment house) {
        List<ObjectId> values = new ArrayList<>();
        for (Fragment each : house.targets(2)) {
            OtherDoorsFragment otherDoors = (OtherDoorsFragment) each;
            for (Fragment each_ : otherDoors.targets(0)) {
                OtherDoorsOtherHousesFragment otherDoorsOtherHouses = (OtherDoorsOtherHousesFragment) each_;
                values.add((ObjectId) otherDoorsOtherHouses.id());
            }
        }
        return values;
    }

    /** What is read of a {@code House}. */
    private static final class HouseFragment extends Fragment {
        private String name;

        private int rooms;

        private boolean roomsFound;

        private List<String> tags;

        private String addressStreet;

        HouseFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What is read of a {@code Door}. */
    private static final class DoorFragment extends Fragment {
        private int height;

        private boolean heightFound;

        DoorFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What is read of a {@code House}. */
    private static final class NextFragment extends Fragment {
        private String name;

        NextFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What is read of a {@code Door}. */
    private static final class NextDoorFragment extends Fragment {
        private int height;

        private boolean heightFound;

        NextDoorFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What is read of a {@code Door}. */
    private static final class OtherDoorsFragment extends Fragment {
        private int height;

        private boolean heightFound;

        OtherDoorsFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What is read of a {@code House}. */
    private static final class OtherDoorsOtherHousesFragment extends Fragment {
        OtherDoorsOtherHousesFragment(ProjectionNode node) {
            super(node);
        }
    }
}
