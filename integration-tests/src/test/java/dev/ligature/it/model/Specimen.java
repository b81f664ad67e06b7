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

/** A record with every type of value. */
@Document(collection = "specimens")
@SuppressWarnings("ArrayRecordComponent") // bytes are a value like the others here
public record Specimen(
        @Nullable ObjectId id,
        boolean flag,
        byte tiny,
        short small,
        int whole,
        long big,
        float single,
        double real,
        char letter,
        Boolean boxedFlag,
        Byte boxedTiny,
        Short boxedSmall,
        Integer boxedWhole,
        Long boxedBig,
        Float boxedSingle,
        Double boxedReal,
        Character boxedLetter,
        String text,
        Color color,
        ObjectId reference,
        UUID uuid,
        BigDecimal decimal,
        Instant instant,
        LocalDate date,
        LocalDateTime dateTime,
        OffsetDateTime offsetDateTime,
        Duration duration,
        byte[] bytes,
        BsonDocument bson,
        org.bson.Document document) {}
