// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** {@link Article} as a class, for mappers that take no records. */
@Entity(value = "articles", useDiscriminator = false)
public class ArticleBean {
    @Id
    public @Nullable ObjectId id;

    public @Nullable String title;
    public @Nullable String author;
    public @Nullable String language;
    public int pages;
    public long views;
    public double rating;
    public boolean published;
    public @Nullable Instant created;
    public @Nullable BigDecimal price;
}
