package dev.ligature.spi;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Stores an enum that is one of several subtypes as a document {@code {_t: <the enum>, name: <its constant>}}. */
final class EnumVariantCodec<E extends Enum<E>> extends EmbeddedCodec<E> {
    private static final String NAME = "name";

    private final EnumCodec<E> constants;
    private final String key;
    private final String discriminator;

    EnumVariantCodec(Class<E> type, String key, String discriminator) {
        super(type.getSimpleName());
        this.constants = new EnumCodec<>(type);
        this.key = key;
        this.discriminator = discriminator;
    }

    @Override
    protected E readDocument(BsonReader reader) {
        @Nullable E constant = null;
        reader.readStartDocument();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            if (reader.readName().equals(NAME)) {
                constant = readConstant(reader, type);
            } else {
                reader.skipValue();
            }
        }
        reader.readEndDocument();
        return required(constant, NAME);
    }

    private E readConstant(BsonReader reader, BsonType type) {
        try {
            return constants.read(reader, type);
        } catch (RuntimeException e) {
            throw readFailure(NAME, e);
        }
    }

    @Override
    public void write(BsonWriter writer, E value) {
        writer.writeStartDocument();
        writer.writeString(key, discriminator);
        writer.writeString(NAME, value.name());
        writer.writeEndDocument();
    }
}
