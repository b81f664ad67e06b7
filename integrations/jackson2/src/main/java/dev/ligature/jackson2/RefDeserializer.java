package dev.ligature.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentType;
import java.io.IOException;

/** Reads a reference: from an id, or from a document. */
final class RefDeserializer extends JsonDeserializer<Ref<Object>> {
    private final JavaType target;

    RefDeserializer(JavaType target) {
        this.target = target;
    }

    @Override
    public Ref<Object> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        DocumentType<?> type = DocumentType.of(target.getRawClass());
        IdReader ids = new IdReader(type);
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return Ref.to(ids.read(parser, context));
        }
        if (!ids.areObjects()) {
            return readObject(parser, ids, context);
        }
        TokenBuffer object = context.bufferAsCopyOfValue(parser);
        JsonParser copy = object.asParser(parser);
        copy.nextToken();
        return ReferenceObject.isDocument(object.asParser(parser), ids, context)
                ? readObject(copy, ids, context)
                : Ref.to(ids.read(copy, context));
    }

    private Ref<Object> readObject(JsonParser parser, IdReader ids, DeserializationContext context) throws IOException {
        ReferenceObject object = ReferenceObject.begin(parser, ids, context);
        return object.isReference()
                ? Ref.to(object.readId(ids, context))
                : Ref.of(context.findRootValueDeserializer(target).deserialize(object.fromStart(context), context));
    }

    /** The document has its own type id, the reference has none. */
    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return deserialize(parser, context);
    }
}
