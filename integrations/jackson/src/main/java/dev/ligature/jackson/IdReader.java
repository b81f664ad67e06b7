// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.spi.DocumentType;
import java.util.Collection;
import org.bson.types.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Reads the ids of a document type as the mapper reads values of their class, but refuses what the mapper would bend
 * into an id: a reference to the wrong document is worse than an error.
 */
final class IdReader {
    private final DocumentType<?> type;
    private final Class<?> idClass;

    IdReader(DocumentType<?> type) {
        this.type = type;
        this.idClass = type.idClass();
    }

    /** Whether ids may be JSON objects, because they are stored as documents. */
    boolean areObjects() {
        return idClass != ObjectId.class
                && !idClass.isEnum()
                && !idClass.getName().startsWith("java.");
    }

    /** Whether the id of a document has the given name in JSON. */
    boolean isNamed(String name) {
        return name.equals(ReferenceObject.ID) || name.equals(type.idMember());
    }

    /** Whether an id that is an object has a member of the given name. */
    boolean haveMember(String name, DeserializationContext context) throws JacksonException {
        Collection<Object> known = deserializer(context).getKnownPropertyNames();
        return known != null && known.contains(name);
    }

    /**
     * Reads the id that is the current value.
     *
     * @throws InvalidIdException if it is not an id
     */
    Object read(JsonParser parser, DeserializationContext context) throws JacksonException {
        String found = InvalidIdException.show(parser);
        if (isBent(parser)) {
            throw InvalidIdException.ofReference(parser, found, type);
        }
        Object id;
        try {
            id = deserializer(context).deserialize(parser, context);
        } catch (MismatchedInputException | InputCoercionException e) {
            throw InvalidIdException.ofReference(parser, found, type).causedBy(e);
        }
        if (id == null) {
            throw InvalidIdException.ofReference(parser, found, type);
        }
        return id;
    }

    /** A fraction would be cut off, and a blank text would become null or an id of zeros. */
    private boolean isBent(JsonParser parser) throws JacksonException {
        return parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
                ? isInteger()
                : parser.hasToken(JsonToken.VALUE_STRING)
                        && idClass != String.class
                        && idClass != Character.class
                        && parser.getValueAsString().isBlank();
    }

    private boolean isInteger() {
        return idClass == Long.class || idClass == Integer.class || idClass == Short.class || idClass == Byte.class;
    }

    private ValueDeserializer<Object> deserializer(DeserializationContext context) throws JacksonException {
        return context.findRootValueDeserializer(context.constructType(idClass));
    }
}
