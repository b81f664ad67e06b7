// Generated from com.example.Door; edits are overwritten.
package com.example;

import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.FieldNames;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import java.util.Optional;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.configuration.CodecRegistry;

/** Reads and writes {@link Door} documents of the collection {@code door}. */
@DocumentGenerated(Door.class)
public final class DoorCodec extends DocumentCodec<Door> {
    /** The collection, the id and the links of {@link Door}. */
    public static final DocumentType<Door> TYPE = DocumentType.builder(Door.class, "door")
            .maxDepth(1)
            .id("id", Long.class, ValueCodecs.LONG, door -> door.id)
            .field("height", "height")
            .field("colour", "colour")
            .field("sign", "sign")
            .backLink("house", LinkShape.ONE, "door", OnDelete.NOTHING, () -> HouseCodec.TYPE)
            .backLink("otherHouses", LinkShape.LIST, "otherDoors", OnDelete.UNLINK, () -> HouseCodec.TYPE)
            .codec(DoorCodec::new)
            .build();

    static final LinkType HOUSE = TYPE.link("house");

    static final LinkType OTHER_HOUSES = TYPE.link("otherHouses");

    private static final FieldNames FIELDS = FieldNames.of("_id", "height", "colour", "sign");

    /** Makes the codec; {@code registry} gives the codecs of types that Ligature does not map itself. */
    public DoorCodec(CodecRegistry registry) {
        super(TYPE);
    }

    @Override
    public Door read(BsonReader reader, ExtraFields extra) {
        Door door = new Door();
        door.sign = Optional.empty();
        String field = "";
        int place = -1;
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                place = FIELDS.indexOf(field, place);
                switch (place) {
                    case 0 -> door.id = Reads.int64(reader, type);
                    case 1 -> door.height = Reads.int32(reader, type);
                    case 2 -> door.setColour(Reads.string(reader, type));
                    case 3 -> door.sign = Optional.ofNullable(Reads.string(reader, type));
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
        } catch (RuntimeException e) {
            throw readFailure(door.id, field, e);
        }
        door.house = Links.unfetched(HOUSE);
        door.otherHouses = Links.unfetchedList();
        return door;
    }

    @Override
    public void write(BsonWriter writer, Door door) {
        writer.writeStartDocument();
        writer.writeInt64("_id", door.id);
        writer.writeInt32("height", door.height);
        String colour = door.getColour();
        if (colour == null) {
            writer.writeNull("colour");
        } else {
            writer.writeString("colour", colour);
        }
        Optional<String> sign = door.sign;
        if (sign != null && sign.isPresent()) {
            writer.writeString("sign", sign.get());
        }
        writer.writeEndDocument();
    }

    @Override
    public Door withId(Door door, Object id) {
        door.id = (Long) id;
        return door;
    }

    @Override
    public Object link(Door door, int index) {
        return switch (index) {
            case 0 -> door.house;
            case 1 -> door.otherHouses;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public Door withLink(Door door, int index, Object value) {
        // Unchecked: the runtime passes what link(...) returns.
        switch (index) {
            case 0 -> door.house = (BackRef<House>) value;
            case 1 -> door.otherHouses = (List<BackRef<House>>) value;
            default -> throw new IndexOutOfBoundsException(index);
        }
        return door;
    }
}
