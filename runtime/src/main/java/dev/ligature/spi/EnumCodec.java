package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** Stores an enum constant as its name. */
final class EnumCodec<E extends Enum<E>> implements ValueCodec<E> {
    private final Class<E> type;
    private final Map<String, E> constants = new HashMap<>();

    EnumCodec(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    @Override
    public E read(BsonReader reader, BsonType bsonType) {
        String name = ValueCodecs.STRING.read(reader, bsonType);
        E constant = constants.get(name);
        if (constant == null) {
            throw ReadFailure.unexpected("one of " + Arrays.toString(type.getEnumConstants()), '"' + name + '"');
        }
        return constant;
    }

    @Override
    public void write(BsonWriter writer, E value) {
        writer.writeString(value.name());
    }
}
