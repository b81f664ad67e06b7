// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;

/** A codec for each type that Ligature leaves to the registry: it keeps the objects and stores their numbers. */
final class AnyCodecs implements CodecProvider {
    private final List<Object> objects = new ArrayList<>();
    private boolean hasDeclared;

    /** Whether types of the declaration are among them, whose objects mean nothing to classes of another compiler. */
    boolean hasDeclared() {
        return hasDeclared;
    }

    @Override
    public <T> Codec<T> get(Class<T> type, CodecRegistry registry) {
        hasDeclared |= type.getClassLoader() instanceof CompiledTypes;
        return new Codec<>() {
            @Override
            @SuppressWarnings("unchecked") // the number is that of an object of this type
            public T decode(BsonReader reader, DecoderContext context) {
                return (T) objects.get(reader.readInt32());
            }

            @Override
            public void encode(BsonWriter writer, T value, EncoderContext context) {
                int number = objects.indexOf(value);
                if (number < 0) {
                    number = objects.size();
                    objects.add(value);
                }
                writer.writeInt32(number);
            }

            @Override
            public Class<T> getEncoderClass() {
                return type;
            }
        };
    }
}
