package dev.ligature.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.ligature.spi.DocumentType;
import java.io.IOException;
import java.util.Collection;
import org.bson.types.ObjectId;

/**
 * Reads the ids of a document type as the mapper reads values of their class, but lets nothing pass that the mapper would bend into an id: a reference
 * to the wrong document is worse than an error.
 */
final class IdReader {
    private final DocumentType<?> type;
    private final Class<?> idClass;

    IdReader(DocumentType<?> type) {
        this.type = type;
        this.idClass = type.idClass();
    }

    /** Whether ids may be JSON objects: values that are stored as documents. */
    boolean areObjects() {
        return idClass != ObjectId.class
                && !idClass.isEnum()
                && !idClass.getName().startsWith("java.");
    }

    /** Whether the id of a document has a name, as JSON has it. */
    boolean isNamed(String name) {
        return name.equals(ReferenceObject.ID) || name.equals(type.idMember());
    }

    /** Whether an id that is an object has a member. */
    boolean haveMember(String name, DeserializationContext context) throws IOException {
        Collection<Object> known = deserializer(context).getKnownPropertyNames();
        return known != null && known.contains(name);
    }

    /**
     * Reads the id that is the current value.
     *
     * @throws InvalidIdException when it is none
     */
    Object read(JsonParser parser, DeserializationContext context) throws IOException {
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

    /** A fraction would be cut, and a blank text become null or an id of zeroes. */
    private boolean isBent(JsonParser parser) throws IOException {
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

    private JsonDeserializer<Object> deserializer(DeserializationContext context) throws IOException {
        return context.findRootValueDeserializer(context.constructType(idClass));
    }
}
