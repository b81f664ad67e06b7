// Generated from com.example.Door; edits are overwritten.
package com.example;

import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Door} documents of the collection {@code door}. */
@Generated("dev.ligature.processor.DocumentProcessor")
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

    /** Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself. */
    public DoorCodec(CodecRegistry registry) {
        super(TYPE);
    }

    @Override
    protected Door readDocument(BsonSource source, ExtraFields extra) {
        Door door = new Door();
        door.sign = Optional.empty();
        source.startDocument();
        int place = FieldNames.START;
        while ((place = FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> door.id = Reads.int64(source);
                case 1 -> door.height = Reads.int32(source);
                case 2 -> door.setColour(Reads.string(source));
                case 3 -> door.sign = Optional.ofNullable(Reads.string(source));
                default -> extra.read(source);
            }
        }
        door.house = Links.unfetched(HOUSE);
        door.otherHouses = Links.unfetchedList();
        return door;
    }

    @Override
    public void write(BsonSink sink, Door door) {
        sink.startDocument();
        sink.writeInt64(FIELDS, 0, door.id);
        sink.writeInt32(FIELDS, 1, door.height);
        String colour = door.getColour();
        if (colour == null) {
            sink.writeNull(FIELDS, 2);
        } else {
            sink.writeString(FIELDS, 2, colour);
        }
        Optional<String> sign = door.sign;
        if (sign != null && sign.isPresent()) {
            sink.writeString(FIELDS, 3, sign.get());
        }
        sink.end();
    }

    @Override
    public Door withId(Door door, @Nullable Object id) {
        door.id = (Long) id;
        return door;
    }

    @Override
    public @Nullable Object link(Door door, int index) {
        return switch (index) {
            case 0 -> door.house;
            case 1 -> door.otherHouses;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public Door withLink(Door door, int index, @Nullable Object value) {
        // Unchecked: the runtime passes what link(...) returns.
        switch (index) {
            case 0 -> door.house = (BackRef<House>) value;
            case 1 -> door.otherHouses = (List<BackRef<House>>) value;
            default -> throw new IndexOutOfBoundsException(index);
        }
        return door;
    }
}
