// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.FieldName;
import dev.ligature.spi.bson.NameTable;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;

/** Stores an enum constant as its name, which is compared and copied as bytes. */
final class EnumCodec<E extends Enum<E>> implements ValueCodec<E> {
    private final EnumNames<E> constants;
    private final NameTable names;

    EnumCodec(EnumNames<E> constants) {
        this.constants = constants;
        this.names = new NameTable(constants.names());
    }

    @Override
    public E read(BsonSource source) {
        Reads.require(BsonTypes.STRING, "a string", source);
        int position = source.position();
        FieldName name = source.readString(names);
        if (name == FieldName.NONE) {
            source.rewind(position);
            String found = source.readString();
            throw ReadFailure.unexpected("one of " + constants, '"' + found + '"');
        }
        return constants.constant(name.place());
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // not stored: the names are in the order of the constants
    public void write(BsonSink sink, E value) {
        sink.writeString(names.get(value.ordinal()));
    }
}
