// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.ligature.annotation.Document;
import java.math.BigDecimal;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A document of ten fields of the usual kinds. */
@Document(collection = "articles")
public record Article(
        @BsonId ObjectId id,
        String title,
        String author,
        String language,
        int pages,
        long views,
        double rating,
        boolean published,
        Instant created,
        BigDecimal price) {
    static Article sample() {
        return new Article(
                new ObjectId("665000000000000000000001"),
                "A title of ordinary length",
                "An Author",
                "en",
                321,
                1_234_567L,
                4.5,
                true,
                Instant.ofEpochMilli(1_700_000_000_000L),
                new BigDecimal("19.90"));
    }
}
