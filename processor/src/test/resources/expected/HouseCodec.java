// Generated from com.example.House; edits are overwritten.
package com.example;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.IndexType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link House} documents of the collection {@code houses}. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(House.class)
public final class HouseCodec extends DocumentCodec<House> {
    /** The collection, the id and the links of {@link House}. */
    public static final DocumentType<House> TYPE = DocumentType.builder(House.class, "houses")
            .id("id", ObjectId.class, ValueCodecs.OBJECT_ID, House::id)
            .field("name", "name")
            .field("rooms", "rooms")
            .field("year", "year")
            .field("address", "address")
            .field("tags", "tags")
            .link("door", "door", LinkShape.ONE, LinkStorage.ID, () -> DoorCodec.TYPE)
            .link("otherDoors", "otherDoors", LinkShape.LIST, LinkStorage.DBREF, () -> DoorCodec.TYPE)
            .link("next", "next", LinkShape.OPTIONAL, LinkStorage.ID, () -> HouseCodec.TYPE)
            .link("neighbours", "neighbours", LinkShape.OPTIONAL_LIST, LinkStorage.ID, () -> HouseCodec.TYPE)
            .index(IndexType.of("name").onlyUnique())
            .index(IndexType.of("name", "-rooms"))
            .codec(HouseCodec::new)
            .build();

    static final LinkType DOOR = TYPE.link("door");

    static final LinkType OTHER_DOORS = TYPE.link("otherDoors");

    static final LinkType NEXT = TYPE.link("next");

    static final LinkType NEIGHBOURS = TYPE.link("neighbours");

    /** Reads and writes {@link House.Address}. */
    public static final ValueCodec<House.Address> ADDRESS = new AddressCodec();

    static final ValueCodec<List<String>> TAGS = ValueCodecs.list(ValueCodecs.STRING);

    private static final FieldNames FIELDS = FieldNames.of("_id", "name", "rooms", "year",
            "address", "tags", "door", "otherDoors", "next", "neighbours");

    /** Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself. */
    public HouseCodec(CodecRegistry registry) {
        super(TYPE);
    }

    @Override
    protected House readDocument(BsonSource source, ExtraFields extra) {
        ObjectId id = null;
        String name = null;
        int rooms = 0;
        boolean roomsFound = false;
        Integer year = null;
        House.Address address = null;
        List<String> tags = null;
        Ref<Door> door = null;
        List<Ref<Door>> otherDoors = null;
        Ref<House> next = null;
        List<Ref<House>> neighbours = null;
        source.startDocument();
        int place = FieldNames.START;
        while ((place = FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> id = Reads.objectId(source);
                case 1 -> name = Reads.string(source);
                case 2 -> {
                    rooms = Reads.int32(source);
                    roomsFound = true;
                }
                case 3 -> year = Reads.value(source, ValueCodecs.INTEGER);
                case 4 -> address = Reads.value(source, ADDRESS);
                case 5 -> tags = Reads.value(source, TAGS);
                case 6 -> door = Links.readRef(source, DOOR);
                case 7 -> otherDoors = Links.readRefs(source, OTHER_DOORS);
                case 8 -> next = Links.readRef(source, NEXT);
                case 9 -> neighbours = Links.readRefs(source, NEIGHBOURS);
                default -> extra.read(source);
            }
        }
        requireFound(roomsFound, "rooms");
        return new House(
                required(id, "_id"),
                required(name, "name"),
                rooms,
                year,
                required(address, "address"),
                required(tags, "tags"),
                required(door, "door"),
                required(otherDoors, "otherDoors"),
                Optional.ofNullable(next),
                Optional.ofNullable(neighbours));
    }

    @Override
    public void write(BsonSink sink, House house) {
        sink.startDocument();
        ObjectId id = house.id();
        if (id != null) {
            sink.writeObjectId(FIELDS, 0, id);
        }
        sink.writeString(FIELDS, 1, present(house.name(), "name"));
        sink.writeInt32(FIELDS, 2, house.rooms());
        Integer year = house.year();
        if (year != null) {
            sink.writeInt32(FIELDS, 3, year);
        }
        sink.write(FIELDS, 4, ADDRESS, present(house.address(), "address"));
        sink.write(FIELDS, 5, TAGS, present(house.tags(), "tags"));
        Links.writeRef(sink, FIELDS, 6, DOOR, present(house.door(), "door"));
        Links.writeRefs(sink, FIELDS, 7, OTHER_DOORS, present(house.otherDoors(), "otherDoors"));
        Ref<House> next = present(house.next(), "next").orElse(null);
        if (next != null) {
            Links.writeRef(sink, FIELDS, 8, NEXT, next);
        }
        List<Ref<House>> neighbours = present(house.neighbours(), "neighbours").orElse(null);
        if (neighbours != null) {
            Links.writeRefs(sink, FIELDS, 9, NEIGHBOURS, neighbours);
        }
        sink.end();
    }

    @Override
    public House withId(House house, @Nullable Object id) {
        return new House(
                (ObjectId) id,
                house.name(),
                house.rooms(),
                house.year(),
                house.address(),
                house.tags(),
                house.door(),
                house.otherDoors(),
                house.next(),
                house.neighbours());
    }

    @Override
    public @Nullable Object link(House house, int index) {
        return switch (index) {
            case 0 -> house.door();
            case 1 -> house.otherDoors();
            case 2 -> {
                Optional<Ref<House>> next = house.next();
                yield next == null ? null : next.orElse(null);
            }
            case 3 -> {
                Optional<List<Ref<House>>> neighbours = house.neighbours();
                yield neighbours == null ? null : neighbours.orElse(null);
            }
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public House withLink(House house, int index, @Nullable Object value) {
        // Unchecked: the runtime passes what link(...) returns.
        return new House(
                house.id(),
                house.name(),
                house.rooms(),
                house.year(),
                house.address(),
                house.tags(),
                index == 0 ? (Ref<Door>) value : house.door(),
                index == 1 ? (List<Ref<Door>>) value : house.otherDoors(),
                index == 2 ? Optional.ofNullable((Ref<House>) value) : house.next(),
                index == 3 ? Optional.ofNullable((List<Ref<House>>) value) : house.neighbours());
    }

    /** Reads and writes {@link House.Address}, embedded. */
    private static final class AddressCodec extends EmbeddedCodec<House.Address> {
        private static final FieldNames FIELDS = FieldNames.of("street", "city");

        AddressCodec() {
            super("House.Address");
        }

        @Override
        protected House.Address readDocument(BsonSource source) {
            String street = null;
            String city = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> street = Reads.string(source);
                    case 1 -> city = Reads.string(source);
                    default -> source.skip();
                }
            }
            return new House.Address(required(street, "street"), Optional.ofNullable(city));
        }

        @Override
        public void write(BsonSink sink, House.Address address) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, present(address.street(), "street"));
            String city = present(address.city(), "city").orElse(null);
            if (city != null) {
                sink.writeString(FIELDS, 1, city);
            }
            sink.end();
        }
    }
}
