package dev.ligature.internal.project;

import dev.ligature.spi.BsonSource;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    static Row read(ProjectionCodec<?> codec, Layout layout, BsonSource source) {
        Row row = new Row(codec, layout);
        row.root = codec.read(0, source, row);
        return row;
    }

    @Override
    public void read(BsonSource source) {
        ProjectionNode node = layout.node(source.name());
        if (node == null) {
            source.skip();
            return;
        }
        List<Fragment> fragments = new ArrayList<>();
        source.startDocument();
        while (source.advance()) {
            fragments.add(codec.read(node.index(), source, ExtraFields.SKIP));
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
