package dev.ligature.internal.execute;

import dev.ligature.internal.fetch.Root;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonType;
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

    Root read(BsonReader reader, DocumentCodec<Object> codec) {
        int start = position(reader);
        Object document = DocumentSource.read(codec, reader, this);
        return new Root(document, sides, position(reader) - start);
    }

    private static int position(BsonReader reader) {
        return reader instanceof BsonBinaryReader binary ? binary.getBsonInput().getPosition() : 0;
    }

    @Override
    public void read(BsonReader reader, String name) {
        int number = QueryPlan.sideNumber(name);
        LinkType link = plan.side(number);
        if (link == null) {
            reader.skipValue();
            return;
        }
        DocumentCodec<Object> codec = source.codec(link.target());
        List<Object> documents = new ArrayList<>();
        BsonReaderMark start = reader.getMark();
        try {
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                documents.add(DocumentSource.read(codec, reader, ExtraFields.SKIP));
            }
            reader.readEndArray();
        } catch (RuntimeException e) {
            throw Damage.in(link.target(), reader, start, e);
        }
        sides.set(number, documents);
    }
}
