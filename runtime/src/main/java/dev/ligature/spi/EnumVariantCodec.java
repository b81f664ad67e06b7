// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import org.jspecify.annotations.Nullable;

/** Stores an enum that is one of several subtypes as a document {@code {_t: <the enum>, name: <its constant>}}. */
final class EnumVariantCodec<E extends Enum<E>> extends EmbeddedCodec<E> {
    private static final String NAME = "name";

    private final EnumNames<E> names;
    private final EnumCodec<E> constants;
    private final FieldNames fields;
    private final String discriminator;

    EnumVariantCodec(String type, EnumNames<E> names, String key, String discriminator) {
        super(type);
        this.names = names;
        this.constants = new EnumCodec<>(names);
        this.fields = FieldNames.of(key, NAME);
        this.discriminator = discriminator;
    }

    @Override
    protected E readDocument(BsonSource source) {
        @Nullable E constant = null;
        source.startDocument();
        int place = FieldNames.START;
        while ((place = fields.next(source, place)) != FieldNames.END) {
            if (place == 1) {
                constant = constants.read(source);
            } else {
                source.skip();
            }
        }
        return required(constant, NAME);
    }

    @Override
    public void write(BsonSink sink, E value) {
        sink.startDocument();
        sink.writeString(fields, 0, discriminator);
        sink.writeString(fields, 1, names.name(value));
        sink.end();
    }
}
