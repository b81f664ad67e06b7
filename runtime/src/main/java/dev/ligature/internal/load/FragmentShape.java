// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.UndeclaredForm;
import dev.ligature.spi.bson.BsonSource;
import java.util.List;
import java.util.function.Consumer;

/** What a projection shows of the documents at one place. */
final class FragmentShape implements Shape {
    private final ProjectionCodec<?> codec;
    private final ProjectionNode node;
    private final OwnType ownType;

    FragmentShape(ProjectionCodec<?> codec, ProjectionNode node) {
        this.codec = codec;
        this.node = node;
        this.ownType = new OwnType(node.type());
    }

    @Override
    public DocumentType<?> type() {
        return node.type();
    }

    @Override
    public Object read(BsonSource source, ExtraFields extra) {
        return codec.read(node.index(), source, extra);
    }

    @Override
    public Object space() {
        return this;
    }

    @Override
    public boolean isOf(BsonSource source) {
        return ownType.isOf(source);
    }

    @Override
    public boolean isOf(Object document) {
        return true;
    }

    @Override
    public Object idOf(Object document) {
        return ((Fragment) document).id();
    }

    @Override
    public void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids) {
        for (Object entry : entries(document, edge)) {
            if (!(entry instanceof UndeclaredForm)) {
                ids.accept(entry);
            }
        }
    }

    /** What a link stores: ids, with {@link UndeclaredForm} around those that are not stored as declared. */
    static List<?> entries(Object fragment, FetchNode.Edge edge) {
        Object stored = ((Fragment) fragment).stored(edge.slot());
        if (stored instanceof List<?> list) {
            return list;
        }
        return stored == null ? List.of() : List.of(stored);
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
