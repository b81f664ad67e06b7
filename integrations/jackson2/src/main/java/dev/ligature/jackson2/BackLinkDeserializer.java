package dev.ligature.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;
import java.util.function.Supplier;

/** Reads back references: whatever the JSON says, if anything, they are not fetched, as a document has them that was read from a database. */
final class BackLinkDeserializer extends JsonDeserializer<Object> {
    private final Supplier<Object> notFetched;

    BackLinkDeserializer(Supplier<Object> notFetched) {
        this.notFetched = notFetched;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        parser.skipChildren();
        return notFetched.get();
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
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

    /** Each has its own: a list that is fetched is filled. */
    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }
}
