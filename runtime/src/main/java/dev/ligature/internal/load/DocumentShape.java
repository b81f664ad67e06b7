// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whole documents of a type. */
final class DocumentShape implements Shape {
    private final DocumentCodec<Object> codec;
    private final OwnType ownType;

    DocumentShape(DocumentCodec<Object> codec) {
        this.codec = codec;
        this.ownType = new OwnType(codec.type());
    }

    DocumentCodec<Object> codec() {
        return codec;
    }

    @Override
    public DocumentType<?> type() {
        return codec.type();
    }

    @Override
    public Object read(BsonSource source, ExtraFields extra) {
        return codec.readStored(source, extra);
    }

    @Override
    public Object space() {
        return type().root();
    }

    @Override
    public boolean isOf(BsonSource source) {
        return ownType.isOf(source);
    }

    @Override
    public boolean isOf(Object document) {
        return type().documentClass().isInstance(document);
    }

    @Override
    public @Nullable Object idOf(Object document) {
        return codec.idOf(document);
    }

    @Override
    public void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids) {
        forEachDeclared(codec.link(document, edge.link().mirror().index()), ids);
    }

    /** Hands out the id of each reference that the given value of a link holds in the declared form: no other refers. */
    private static void forEachDeclared(@Nullable Object value, Consumer<Object> ids) {
        if (value instanceof Ref<?> ref) {
            Object id = ref.id();
            if (id != null && LinkAccess.REFS.get().isStoredAsDeclared(ref)) {
                ids.accept(id);
            }
        } else if (value instanceof Iterable<?> refs) {
            refs.forEach(each -> forEachDeclared(each, ids)); // a stored null refers to nothing
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
