package dev.ligature.internal.execute;

import dev.ligature.internal.fetch.Root;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.spi.BsonSource;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a root and the side arrays that joins have put beside its fields, in one pass over the reply. */
final class RootReader implements ExtraFields {
    private final DocumentSource source;
    private final QueryPlan plan;
    private final List<@Nullable List<Object>> sides;

    RootReader(DocumentSource source, QueryPlan plan) {
        this.source = source;
        this.plan = plan;
        this.sides = new ArrayList<>(Collections.nCopies(plan.sides().size(), null));
    }

    Root read(BsonSource stored, DocumentCodec<Object> codec) {
        Object document = codec.readStored(stored, this);
        return new Root(document, sides, stored.length());
    }

    @Override
    public void read(BsonSource field) {
        int number = QueryPlan.sideNumber(field.name());
        LinkType link = plan.side(number);
        if (link == null) {
            field.skip();
            return;
        }
        DocumentCodec<Object> codec = source.codec(link.target());
        List<Object> documents = new ArrayList<>();
        field.startDocument();
        while (field.advance()) {
            documents.add(codec.readStored(field, ExtraFields.SKIP));
        }
        sides.set(number, documents);
    }
}
