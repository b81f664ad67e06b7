// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import org.bson.types.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads an {@code ObjectId} of 24 hexadecimal digits, and nothing else. */
final class ObjectIdDeserializer extends StdScalarDeserializer<ObjectId> {
    private static final long serialVersionUID = 1L;

    ObjectIdDeserializer() {
        super(ObjectId.class);
    }

    @Override
    public ObjectId deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getValueAsString() : "";
        if (!ObjectId.isValid(text)) {
            throw InvalidIdException.ofObjectId(parser, InvalidIdException.show(parser));
        }
        return new ObjectId(text);
    }
}
