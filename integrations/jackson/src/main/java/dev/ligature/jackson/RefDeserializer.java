// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/** Reads a reference from an id or from a document. */
final class RefDeserializer extends ValueDeserializer<Ref<Object>> {
    private final JavaType target;

    RefDeserializer(JavaType target) {
        this.target = target;
    }

    @Override
    public Ref<Object> deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        DocumentType<?> type = DocumentType.of(target.getRawClass());
        IdReader ids = new IdReader(type);
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return Ref.to(ids.read(parser, context));
        }
        if (!ids.areObjects()) {
            return readObject(parser, ids, context);
        }
        TokenBuffer object = context.bufferAsCopyOfValue(parser);
        JsonParser copy = object.asParser(context, parser);
        copy.nextToken();
        return ReferenceObject.isDocument(object.asParser(context, parser), ids, context)
                ? readObject(copy, ids, context)
                : Ref.to(ids.read(copy, context));
    }

    private Ref<Object> readObject(JsonParser parser, IdReader ids, DeserializationContext context)
            throws JacksonException {
        ReferenceObject object = ReferenceObject.begin(parser, ids, context);
        return object.isReference()
                ? Ref.to(object.readId(ids, context))
                : Ref.of(context.findRootValueDeserializer(target).deserialize(object.fromStart(context), context));
    }

    /** The document has its own type id, the reference has none. */
    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws JacksonException {
        return deserialize(parser, context);
    }
}
