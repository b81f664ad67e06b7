// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Anything that is a codec of the driver's: it reads and writes BSON without a step between. */
record CodecContender<D>(Codec<D> codec) implements Contender<D> {
    private static final int BUFFER_SIZE = 512;
    private static final DecoderContext DECODING = DecoderContext.builder().build();
    private static final EncoderContext ENCODING = EncoderContext.builder().build();

    @Override
    public D decode(byte[] stored) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(stored))) {
            return codec.decode(reader, DECODING);
        }
    }

    @Override
    public BasicOutputBuffer encode(D document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(BUFFER_SIZE);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, document, ENCODING);
        }
        return buffer;
    }
}
