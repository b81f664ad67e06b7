// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.Ref;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserSequence;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.util.TokenBuffer;

/**
 * An object in the place of a reference: a document, or only an id, perhaps marked as missing. Only as much of it is
 * buffered as it takes to tell the two apart, so documents within documents are not copied at each level.
 */
final class ReferenceObject {
    static final String ID = "id";
    static final String MISSING = "missing";

    /** The part that has been read. */
    private final TokenBuffer start;
    /** The parser, which goes on where the start ends. */
    private final JsonParser rest;

    private final boolean isReference;

    private ReferenceObject(TokenBuffer start, JsonParser rest, boolean isReference) {
        this.start = start;
        this.rest = rest;
        this.isReference = isReference;
    }

    /** Begins to read an object whose first token is the current one. */
    static ReferenceObject begin(JsonParser parser, IdReader ids, DeserializationContext context)
            throws JacksonException {
        TokenBuffer start = context.bufferForInputBuffering(parser);
        start.writeStartObject();
        boolean hasId = false;
        JsonToken token = parser.nextToken();
        while (token == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            boolean isId = ids.isNamed(name);
            if (!isId && !name.equals(MISSING)) {
                break;
            }
            start.writeName(name);
            token = parser.nextToken();
            if (token.isStructStart() && !(isId && ids.areObjects())) {
                break;
            }
            hasId |= isId && token != JsonToken.VALUE_NULL;
            start.copyCurrentStructure(parser);
            token = parser.nextToken();
        }
        return new ReferenceObject(start, parser, hasId && token == JsonToken.END_OBJECT);
    }

    /** Whether it has an id and nothing else. */
    boolean isReference() {
        return isReference;
    }

    /** The id of a reference. */
    Object readId(IdReader ids, DeserializationContext context) throws JacksonException {
        JsonParser id = atId(start.asParser(context, rest), ids);
        if (id == null) {
            throw new IllegalStateException("not a reference");
        }
        String name = id.currentName();
        try {
            return ids.read(id, context);
        } catch (InvalidIdException e) {
            e.prependPath(Ref.class, name);
            throw e;
        }
    }

    /** The object from its first token on. */
    JsonParser fromStart(DeserializationContext context) throws JacksonException {
        JsonParser object = JsonParserSequence.createFlattened(true, start.asParser(context, rest), rest);
        object.nextToken();
        return object;
    }

    /**
     * Whether an object is a document, or has the id of one, rather than an id that is an object itself. It is, if it
     * has a member with the name of a document's id, and the id has no such member or the member is an object as the id
     * is.
     */
    static boolean isDocument(JsonParser object, IdReader ids, DeserializationContext context) throws JacksonException {
        JsonParser id = atId(object, ids);
        return id != null && (id.hasToken(JsonToken.START_OBJECT) || !ids.haveMember(id.currentName(), context));
    }

    /** Moves a parser, which is in front of an object, to the value of the id. Returns null if there is none. */
    private static @Nullable JsonParser atId(JsonParser object, IdReader ids) throws JacksonException {
        object.nextToken();
        while (object.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isId = ids.isNamed(object.currentName());
            object.nextToken();
            if (isId) {
                return object;
            }
            object.skipChildren();
        }
        return null;
    }
}
