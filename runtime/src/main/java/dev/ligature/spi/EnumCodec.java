package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stores an enum constant as its name. */
final class EnumCodec<E extends Enum<E>> implements ValueCodec<E> {
    private final Map<String, E> constants = new LinkedHashMap<>();

    EnumCodec(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    @Override
    public E read(BsonSource source) {
        String name = ValueCodecs.STRING.read(source);
        E constant = constants.get(name);
        if (constant == null) {
            throw ReadFailure.unexpected("one of " + constants.keySet(), '"' + name + '"');
        }
        return constant;
    }

    @Override
    public void write(BsonSink sink, E value) {
        sink.writeString(value.name());
    }
}
