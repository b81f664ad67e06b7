// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The baseline: {@link Article} as fast as one reads and writes it by hand, in any order and with unknown fields. */
final class HandWrittenArticleCodec implements Codec<Article> {
    private static final FieldOrder FIELDS = new FieldOrder(
            "_id", "title", "author", "language", "pages", "views", "rating", "published", "created", "price");

    @Override
    public Article decode(BsonReader reader, DecoderContext context) {
        @Nullable ObjectId id = null;
        @Nullable String title = null;
        @Nullable String author = null;
        @Nullable String language = null;
        int pages = 0;
        boolean hasPages = false;
        long views = 0;
        boolean hasViews = false;
        double rating = 0;
        boolean hasRating = false;
        boolean published = false;
        boolean hasPublished = false;
        @Nullable Instant created = null;
        @Nullable BigDecimal price = null;
        reader.readStartDocument();
        int place = -1;
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            place = FIELDS.indexOf(reader.readName(), place + 1);
            switch (place) {
                case 0 -> id = reader.readObjectId();
                case 1 -> title = reader.readString();
                case 2 -> author = reader.readString();
                case 3 -> language = reader.readString();
                case 4 -> {
                    pages = reader.readInt32();
                    hasPages = true;
                }
                case 5 -> {
                    views = reader.readInt64();
                    hasViews = true;
                }
                case 6 -> {
                    rating = reader.readDouble();
                    hasRating = true;
                }
                case 7 -> {
                    published = reader.readBoolean();
                    hasPublished = true;
                }
                case 8 -> created = Instant.ofEpochMilli(reader.readDateTime());
                case 9 -> price = reader.readDecimal128().bigDecimalValue();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        HandWritten.requireAll(hasPages && hasViews && hasRating && hasPublished);
        return new Article(
                Objects.requireNonNull(id),
                Objects.requireNonNull(title),
                Objects.requireNonNull(author),
                Objects.requireNonNull(language),
                pages,
                views,
                rating,
                published,
                Objects.requireNonNull(created),
                Objects.requireNonNull(price));
    }

    @Override
    public void encode(BsonWriter writer, Article article, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", article.id());
        writer.writeString("title", article.title());
        writer.writeString("author", article.author());
        writer.writeString("language", article.language());
        writer.writeInt32("pages", article.pages());
        writer.writeInt64("views", article.views());
        writer.writeDouble("rating", article.rating());
        writer.writeBoolean("published", article.published());
        writer.writeDateTime("created", article.created().toEpochMilli());
        writer.writeDecimal128("price", new Decimal128(article.price()));
        writer.writeEndDocument();
    }

    @Override
    public Class<Article> getEncoderClass() {
        return Article.class;
    }
}
