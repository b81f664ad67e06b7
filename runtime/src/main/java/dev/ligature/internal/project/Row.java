package dev.ligature.internal.project;

import dev.ligature.internal.execute.Damage;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** A root as the server sends it, with the side arrays of the joins. */
final class Row implements ExtraFields {
    private final ProjectionCodec<?> codec;
    private final Layout layout;
    private final @Nullable SideArray[] sides;
    private @Nullable Fragment root;

    private Row(ProjectionCodec<?> codec, Layout layout) {
        this.codec = codec;
        this.layout = layout;
        this.sides = new SideArray[layout.sideCount()];
    }

    static Row read(ProjectionCodec<?> codec, Layout layout, BsonReader reader) {
        Row row = new Row(codec, layout);
        row.root = codec.read(0, reader, row);
        return row;
    }

    @Override
    public void read(BsonReader reader, String name) {
        ProjectionNode node = layout.node(name);
        if (node == null) {
            reader.skipValue();
            return;
        }
        List<Fragment> fragments = new ArrayList<>();
        BsonReaderMark start = reader.getMark();
        try {
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                fragments.add(codec.read(node.index(), reader, ExtraFields.SKIP));
            }
            reader.readEndArray();
        } catch (RuntimeException e) {
            throw Damage.in(node.type(), reader, start, e);
        }
        sides[layout.side(node)] = new SideArray(fragments);
    }

    Fragment root() {
        return Objects.requireNonNull(root);
    }

    /** The joined documents of a node, or null where they are not joined. */
    @Nullable
    SideArray side(ProjectionNode node) {
        int number = layout.side(node);
        return number < 0 ? null : sides[number];
    }
}
