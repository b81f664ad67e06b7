package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.FieldName;
import dev.ligature.spi.bson.NameTable;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Arrays;

/** Stores an enum constant as its name, which is compared and copied as bytes. */
final class EnumCodec<E extends Enum<E>> implements ValueCodec<E> {
    private final E[] constants;
    private final NameTable names;

    EnumCodec(Class<E> type) {
        constants = type.getEnumConstants();
        names = new NameTable(Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    @Override
    public E read(BsonSource source) {
        Reads.require(BsonTypes.STRING, "a string", source);
        int position = source.position();
        FieldName name = source.readString(names);
        if (name == FieldName.NONE) {
            source.rewind(position);
            String found = source.readString();
            throw ReadFailure.unexpected("one of " + names(), '"' + found + '"');
        }
        return constants[name.place()];
    }

    private String names() {
        return Arrays.stream(constants).map(Enum::name).toList().toString();
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // not stored: the names are in the order of the constants
    public void write(BsonSink sink, E value) {
        sink.writeString(names.get(value.ordinal()));
    }
}
