package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** Stores an enum constant as its name. */
final class EnumCodec<E extends Enum<E>> implements ValueCodec<E> {
    private final Map<String, E> constants = new LinkedHashMap<>();

    EnumCodec(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    @Override
    public E read(BsonReader reader, BsonType bsonType) {
        String name = ValueCodecs.STRING.read(reader, bsonType);
        E constant = constants.get(name);
        if (constant == null) {
            throw ReadFailure.unexpected("one of " + constants.keySet(), '"' + name + '"');
        }
        return constant;
    }

    @Override
    public void write(BsonWriter writer, E value) {
        writer.writeString(value.name());
    }
}
