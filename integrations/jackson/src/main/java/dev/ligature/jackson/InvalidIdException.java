// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.spi.DocumentType;
import java.util.List;
import org.bson.types.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * JSON has something that cannot be an id in the place of one: in the place of a reference, or of an {@code ObjectId}.
 * {@link #getOriginalMessage()} says what, in a sentence that you can show to whoever sent it; {@link #member()} says
 * where.
 */
public final class InvalidIdException extends InvalidFormatException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 60;
    private static final String OBJECT_ID = "an ObjectId is written as 24 hexadecimal digits";

    private InvalidIdException(JsonParser parser, String message, String found, Class<?> idClass) {
        super(parser, message, found, idClass);
    }

    /** @param found as {@link #show} shows it */
    static InvalidIdException ofReference(JsonParser parser, String found, DocumentType<?> type) {
        Class<?> idClass = type.idClass();
        String expected =
                idClass == ObjectId.class ? OBJECT_ID : "ids of " + type + " are of type " + idClass.getSimpleName();
        return new InvalidIdException(
                parser, found + " is not an id of " + type + ": " + expected + ".", found, idClass);
    }

    /** @param found as {@link #show} shows it */
    static InvalidIdException ofObjectId(JsonParser parser, String found) {
        return new InvalidIdException(parser, found + " is not an ObjectId: " + OBJECT_ID + ".", found, ObjectId.class);
    }

    /** Adds the cause and, if the id is an object, the place within it. */
    InvalidIdException causedBy(JacksonException cause) {
        initCause(cause);
        List<Reference> path = cause instanceof DatabindException mapping ? mapping.getPath() : List.of();
        for (int i = path.size() - 1; i >= 0; i--) {
            prependPath(path.get(i));
        }
        return this;
    }

    /**
     * Returns where it is, with the names that the JSON has: {@code door}, {@code windows[1]},
     * {@code lines[0].product}. Empty if the whole value is one id.
     */
    public String member() {
        StringBuilder member = new StringBuilder();
        for (Reference step : getPath()) {
            if (step.getPropertyName() == null) {
                member.append('[').append(step.getIndex()).append(']');
            } else {
                member.append(member.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return member.toString();
    }

    /** The current value as messages show it. */
    static String show(JsonParser parser) throws JacksonException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> quote(parser.getValueAsString());
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> excerpt(String.valueOf(parser.getValueAsString()));
        };
    }

    static String quote(String text) {
        return '"' + excerpt(text) + '"';
    }

    /** The start of a text, on one line, because it comes from outside and goes into logs and answers. */
    private static String excerpt(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(letter -> {
            if (Character.isISOControl(letter)) {
                shown.append('?');
            } else {
                shown.appendCodePoint(letter);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }
}
