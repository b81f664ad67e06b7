package dev.ligature.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.bson.types.ObjectId;

/** Reads an {@code ObjectId} of 24 hexadecimal digits, and nothing else. */
final class ObjectIdDeserializer extends StdScalarDeserializer<ObjectId> {
    private static final long serialVersionUID = 1L;

    ObjectIdDeserializer() {
        super(ObjectId.class);
    }

    @Override
    public ObjectId deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getValueAsString() : "";
        if (!ObjectId.isValid(text)) {
            throw InvalidIdException.ofObjectId(parser, InvalidIdException.show(parser));
        }
        return new ObjectId(text);
    }
}
