package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.stored.DeclaredForm;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whole documents of a type. */
final class DocumentShape implements Shape {
    private final DocumentCodec<Object> codec;

    DocumentShape(DocumentCodec<Object> codec) {
        this.codec = codec;
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
    public @Nullable Object idOf(Object document) {
        return codec.idOf(document);
    }

    @Override
    public void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids) {
        DeclaredForm.forEach(codec.link(document, edge.link().mirror().index()), ref -> {
            Object id = ref.id();
            if (id != null) {
                ids.accept(id);
            }
        });
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
