// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with every type of value: inherited fields, fields of its own, and accessors. */
@Document(collection = "specimens")
public class SpecimenClass extends SpecimenBase {
    public @Nullable Boolean boxedFlag;
    public @Nullable Byte boxedTiny;
    public @Nullable Short boxedSmall;
    public @Nullable Integer boxedWhole;
    public @Nullable Long boxedBig;
    public @Nullable Float boxedSingle;
    public @Nullable Double boxedReal;
    public @Nullable Character boxedLetter;
    private @Nullable String text = "untitled";
    private @Nullable Color color;
    public @Nullable ObjectId reference;
    public @Nullable UUID uuid;
    public @Nullable BigDecimal decimal;
    public @Nullable Instant instant;
    public @Nullable LocalDate date;
    public @Nullable LocalDateTime dateTime;
    public @Nullable OffsetDateTime offsetDateTime;
    public @Nullable Duration duration;
    public byte @Nullable [] bytes;
    public @Nullable BsonDocument bson;
    public org.bson.@Nullable Document document;

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable Color color() {
        return color;
    }

    public void color(@Nullable Color other) {
        this.color = other;
    }
}
