// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import com.mongodb.MongoClientSettings;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.io.BasicOutputBuffer;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Spring Data's mapping, as its templates use it: by way of the driver's {@link Document}. Without type hints and with decimals
 * as the others store them, so that the bytes are the same.
 */
final class SpringDataContender<D> implements Contender<D> {
    private final Class<D> type;
    private final MappingMongoConverter converter;
    private final CodecContender<Document> documents =
            new CodecContender<>(new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry()));

    SpringDataContender(Class<D> type) {
        this.type = type;
        MongoCustomConversions conversions =
                MongoCustomConversions.create(config -> config.bigDecimal(BigDecimalRepresentation.DECIMAL128));
        MongoMappingContext mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        mapping.afterPropertiesSet();
        converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
    }

    @Override
    public D decode(byte[] stored) {
        return converter.read(type, documents.decode(stored));
    }

    @Override
    public BasicOutputBuffer encode(D document) {
        Document target = new Document();
        converter.write(document, target);
        return documents.encode(target);
    }
}
