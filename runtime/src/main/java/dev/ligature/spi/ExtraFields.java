package dev.ligature.spi;

import org.bson.BsonReader;

/** What a codec does with a field that its document does not declare: it skips it, or hands it to a query that asked for it. */
@FunctionalInterface
public interface ExtraFields {
    /** Skips every field. */
    ExtraFields SKIP = (reader, name) -> reader.skipValue();

    /** Consumes the value of a field. */
    void read(BsonReader reader, String name);
}
