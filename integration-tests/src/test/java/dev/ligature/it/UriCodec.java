// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import java.net.URI;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A codec of an application: it stores an address as a string. */
public final class UriCodec implements Codec<URI> {
    @Override
    public URI decode(BsonReader reader, DecoderContext context) {
        return URI.create(reader.readString());
    }

    @Override
    public void encode(BsonWriter writer, URI value, EncoderContext context) {
        writer.writeString(value.toString());
    }

    @Override
    public Class<URI> getEncoderClass() {
        return URI.class;
    }
}
