package dev.ligature.jackson2;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import org.bson.types.ObjectId;

/** Reads an {@code ObjectId} that is a key. Jackson writes such keys by itself, by {@code toString}. */
final class ObjectIdKeyDeserializer extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        if (!ObjectId.isValid(key)) {
            throw InvalidIdException.ofObjectId(context.getParser(), InvalidIdException.quote(key));
        }
        return new ObjectId(key);
    }
}
