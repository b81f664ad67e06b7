// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.util.AccessPattern;

/**
 * Reads back references. Whatever the JSON says, they are not fetched, as in a document that was just read from a
 * database.
 */
final class BackLinkDeserializer extends ValueDeserializer<Object> {
    private final Supplier<Object> notFetched;

    BackLinkDeserializer(Supplier<Object> notFetched) {
        this.notFetched = notFetched;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        parser.skipChildren();
        return notFetched.get();
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws JacksonException {
        return deserialize(parser, context);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return notFetched.get();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return notFetched.get();
    }

    /** Each document needs a list of its own, because a fetch fills it. */
    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }
}
