package dev.ligature.benchmarks;

import dev.ligature.annotation.Document;
import java.math.BigDecimal;
import java.time.Instant;
import org.bson.types.ObjectId;

/** A document of ten fields of the usual kinds. */
@Document(collection = "articles")
public record Article(
        ObjectId id,
        String title,
        String author,
        String language,
        int pages,
        long views,
        double rating,
        boolean published,
        Instant created,
        BigDecimal price) {}
