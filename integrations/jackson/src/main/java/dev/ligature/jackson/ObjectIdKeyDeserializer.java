// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import org.bson.types.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Reads an {@code ObjectId} that is a key of a map. Jackson itself writes such keys with {@code toString}. */
final class ObjectIdKeyDeserializer extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws JacksonException {
        if (!ObjectId.isValid(key)) {
            throw InvalidIdException.ofObjectId(context.getParser(), InvalidIdException.quote(key));
        }
        return new ObjectId(key);
    }
}
