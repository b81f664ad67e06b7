// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** The type of ids. */
enum IdKind {
    NUMBER(Integer.class, ValueCodecs.INTEGER),
    LONG(Long.class, ValueCodecs.LONG),
    TEXT(String.class, ValueCodecs.STRING),
    /** The order of the ids is that of their code points; that of their UTF-16 units is another. */
    RARE_TEXT(String.class, ValueCodecs.STRING),
    OBJECT_ID(ObjectId.class, ValueCodecs.OBJECT_ID),
    UUID(UUID.class, ValueCodecs.UUID),
    PART(Part.class, Part.CODEC);

    private final Class<Object> idClass;

    @SuppressWarnings("ImmutableEnumChecker") // codecs have no state
    private final ValueCodec<Object> codec;

    @SuppressWarnings("unchecked") // ids are of their kind
    IdKind(Class<?> idClass, ValueCodec<?> codec) {
        this.idClass = (Class<Object>) idClass;
        this.codec = (ValueCodec<Object>) codec;
    }

    Class<Object> idClass() {
        return idClass;
    }

    ValueCodec<Object> codec() {
        return codec;
    }

    /** Whether a user can ask for greater ones: of embedded values nobody can. */
    boolean isOrdered() {
        return this != PART;
    }

    /** The id with a number. In Java's order, which is not the server's, every second UUID comes elsewhere. */
    Object id(int number) {
        return switch (this) {
            case NUMBER -> number;
            case LONG -> (long) number;
            case TEXT -> "k%02d".formatted(number);
            case RARE_TEXT -> (number % 2 == 0 ? "\uD83D\uDE00" : "\uFF5E") + number;
            case OBJECT_ID -> new ObjectId("%024x".formatted(0x5000_0000L + number));
            case UUID -> new UUID(number % 2 == 0 ? 0xF000_0000_0000_4000L : 0x1000_0000_0000_4000L, number);
            case PART -> new Part(number % 3, "p" + number);
        };
    }

    boolean isNumber() {
        return this == NUMBER || this == LONG;
    }

    /** An id as it may be stored. */
    BsonValue stored(Object id, Choices choices) {
        BsonValue plain = Values.bson(id);
        return isNumber() && choices.percent(10) ? FieldKind.inAnotherType(plain, choices) : plain;
    }

    /** The id that is read of a stored one. */
    Object read(BsonValue stored) {
        return switch (this) {
            case NUMBER -> Values.exact(stored).intValueExact();
            case LONG -> Values.exact(stored).longValueExact();
            case TEXT, RARE_TEXT -> stored.asString().getValue();
            case OBJECT_ID -> stored.asObjectId().getValue();
            case UUID -> stored.asBinary().asUuid();
            case PART -> Objects.requireNonNull(FieldKind.PART.read(stored));
        };
    }
}
