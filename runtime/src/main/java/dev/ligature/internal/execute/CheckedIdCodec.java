package dev.ligature.internal.execute;

import dev.ligature.InvalidLinkException;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ValueCodec;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** Writes the ids of a type, after a look at their class: ids come in as objects. */
public record CheckedIdCodec(DocumentType<?> type) implements ValueCodec<Object> {
    @Override
    public Object read(BsonReader reader, BsonType bsonType) {
        return type.idCodec().read(reader, bsonType);
    }

    /** @throws InvalidLinkException when the id is of another class */
    @Override
    public void write(BsonWriter writer, Object id) {
        type.checkId(id, type + "." + type.idMember());
        type.idCodec().write(writer, id);
    }
}
