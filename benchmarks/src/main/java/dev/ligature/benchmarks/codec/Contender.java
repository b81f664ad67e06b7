// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import com.mongodb.MongoClientSettings;
import org.bson.codecs.Codec;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.PojoCodecProvider;
import org.bson.codecs.record.RecordCodecProvider;
import org.bson.io.BasicOutputBuffer;

/**
 * A mapper at work on one kind of document.
 *
 * @param <D> what it makes of a stored document
 */
interface Contender<D> {
    D decode(byte[] stored);

    BasicOutputBuffer encode(D document);

    static Contender<?> named(String name, Workload<?> workload) {
        CodecRegistry driver = MongoClientSettings.getDefaultCodecRegistry();
        return switch (name) {
            case "Ligature" -> new CodecContender<>(workload.generated().apply(driver));
            case "hand-written" -> new CodecContender<>(workload.handWritten());
            case "driver Document" -> new CodecContender<>(new DocumentCodec(driver));
            case "driver POJO" -> new CodecContender<>(pojo(workload.bean(), driver));
            case "driver record" -> new CodecContender<>(record(workload.record(), driver));
            case "Spring Data" -> new SpringDataContender<>(workload.record());
            case "Morphia" -> MorphiaContender.of(workload.bean());
            default -> throw new IllegalArgumentException("no contender \"" + name + '"');
        };
    }

    private static <D> Codec<D> pojo(Class<D> type, CodecRegistry driver) {
        PojoCodecProvider provider = PojoCodecProvider.builder().automatic(true).build();
        return CodecRegistries.fromRegistries(driver, CodecRegistries.fromProviders(provider))
                .get(type);
    }

    private static <D> Codec<D> record(Class<D> type, CodecRegistry driver) {
        return CodecRegistries.fromRegistries(driver, CodecRegistries.fromProviders(new RecordCodecProvider()))
                .get(type);
    }
}
