// Generated from com.example.HouseCard; edits are overwritten.
package com.example;

import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.ProjectionType;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Reads {@link HouseCard} projections of {@code House} documents. */
@Generated("dev.ligature.processor.DocumentProcessor")
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

    private static final FieldNames HOUSE_ADDRESS_FIELDS = FieldNames.of("street");

    private static final FieldNames HOUSE_FIELDS = FieldNames.of("_id", "name", "rooms", "tags",
            "address", "door", "next", "neighbours", "otherDoors");

    private static final FieldNames DOOR_FIELDS = FieldNames.of("_id", "height");

    private static final FieldNames NEXT_FIELDS = FieldNames.of("_id", "name", "door");

    private static final FieldNames OTHER_DOORS_OTHER_HOUSES_FIELDS = FieldNames.of("_id",
            "otherDoors");

    /** Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself. */
    HouseCardProjection(CodecRegistry registry) {
        super(TYPE);
    }

    @Override
    protected Fragment readFragment(int index, BsonSource source, ExtraFields extra) {
        return switch (index) {
            case 0 -> readHouse(node(index), source, extra);
            case 1, 3, 4 -> readDoor(node(index), source, extra);
            case 2 -> readNext(node(index), source, extra);
            case 5 -> readOtherDoorsOtherHouses(node(index), source, extra);
            default -> throw unknownNode(index);
        };
    }

    private HouseFragment readHouse(ProjectionNode node, BsonSource source, ExtraFields extra) {
        HouseFragment house = new HouseFragment(node);
        source.startDocument();
        int place = FieldNames.START;
        while ((place = HOUSE_FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> house.readId(source);
                case 1 -> house.name = Reads.string(source);
                case 2 -> {
                    if (!source.isNull()) {
                        house.rooms = Reads.int32(source);
                        house.roomsFound = true;
                    }
                }
                case 3 -> house.tags = Reads.value(source, TAGS);
                case 4 -> readHouseAddress(source, house);
                case 5 -> house.readLink(0, source); // door
                case 6 -> house.readLink(1, source); // next
                case 7 -> house.readLink(2, source); // neighbours
                case 8 -> house.readLink(3, source); // otherDoors
                default -> extra.read(source);
            }
        }
        return house;
    }

    private void readHouseAddress(BsonSource source, HouseFragment house) {
        if (!startEmbedded(source)) {
            return;
        }
        int place = FieldNames.START;
        while ((place = HOUSE_ADDRESS_FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> house.addressStreet = Reads.string(source);
                default -> source.skip();
            }
        }
    }

    private DoorFragment readDoor(ProjectionNode node, BsonSource source, ExtraFields extra) {
        DoorFragment door = new DoorFragment(node);
        source.startDocument();
        int place = FieldNames.START;
        while ((place = DOOR_FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> door.readId(source);
                case 1 -> {
                    if (!source.isNull()) {
                        door.height = Reads.int32(source);
                        door.heightFound = true;
                    }
                }
                default -> extra.read(source);
            }
        }
        return door;
    }

    private NextFragment readNext(ProjectionNode node, BsonSource source, ExtraFields extra) {
        NextFragment next = new NextFragment(node);
        source.startDocument();
        int place = FieldNames.START;
        while ((place = NEXT_FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> next.readId(source);
                case 1 -> next.name = Reads.string(source);
                case 2 -> next.readLink(0, source); // door
                default -> extra.read(source);
            }
        }
        return next;
    }

    private OtherDoorsOtherHousesFragment readOtherDoorsOtherHouses(ProjectionNode node,
            BsonSource source, ExtraFields extra) {
        OtherDoorsOtherHousesFragment otherDoorsOtherHouses = new OtherDoorsOtherHousesFragment(node);
        source.startDocument();
        int place = FieldNames.START;
        while ((place = OTHER_DOORS_OTHER_HOUSES_FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> otherDoorsOtherHouses.readId(source);
                case 1 -> otherDoorsOtherHouses.readLink(0, source); // otherDoors
                default -> extra.read(source);
            }
        }
        return otherDoorsOtherHouses;
    }

    @Override
    public HouseCard create(Fragment root) {
        HouseFragment house = (HouseFragment) root;
        DoorFragment door = (DoorFragment) house.target(0);
        NextFragment next = (NextFragment) house.target(1);
        DoorFragment nextDoor = next == null ? null : (DoorFragment) next.target(0);
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
            DoorFragment otherDoors = (DoorFragment) each;
            if (otherDoors.heightFound) {
                values.add(otherDoors.height);
            }
        }
        return values;
    }

    private static List<ObjectId> besides(HouseFragment house) {
        List<ObjectId> values = new ArrayList<>();
        for (Fragment each : house.targets(2)) {
            DoorFragment otherDoors = (DoorFragment) each;
            for (Fragment each_ : otherDoors.targets(0)) {
                OtherDoorsOtherHousesFragment otherDoorsOtherHouses = (OtherDoorsOtherHousesFragment) each_;
                values.add((ObjectId) otherDoorsOtherHouses.id());
            }
        }
        return values;
    }

    /** What the projection reads of a {@code House}. */
    private static final class HouseFragment extends Fragment {
        private @Nullable String name;

        private int rooms;

        private boolean roomsFound;

        private @Nullable List<String> tags;

        private @Nullable String addressStreet;

        HouseFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What the projection reads of a {@code Door}. */
    private static final class DoorFragment extends Fragment {
        private int height;

        private boolean heightFound;

        DoorFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What the projection reads of a {@code House}. */
    private static final class NextFragment extends Fragment {
        private @Nullable String name;

        NextFragment(ProjectionNode node) {
            super(node);
        }
    }

    /** What the projection reads of a {@code House}. */
    private static final class OtherDoorsOtherHousesFragment extends Fragment {
        OtherDoorsOtherHousesFragment(ProjectionNode node) {
            super(node);
        }
    }
}
