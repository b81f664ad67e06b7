// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The types that a constant of {@code ValueCodecs} stores; each constant here is named as the one there. Frequent ones are
 * read and written without going through the codec.
 */
public enum ScalarKind {
    STRING(ClassName.get(String.class), PathKind.STRING, "string", "writeString"),
    BOOLEAN(ClassName.get(Boolean.class), PathKind.FIELD, "bool", "writeBoolean"),
    INTEGER(ClassName.get(Integer.class), PathKind.NUMBER, "int32", "writeInt32"),
    LONG(ClassName.get(Long.class), PathKind.NUMBER, "int64", "writeInt64"),
    DOUBLE(ClassName.get(Double.class), PathKind.NUMBER, "float64", "writeDouble"),
    FLOAT(ClassName.get(Float.class), PathKind.NUMBER),
    SHORT(ClassName.get(Short.class), PathKind.NUMBER),
    BYTE(ClassName.get(Byte.class), PathKind.NUMBER),
    CHARACTER(ClassName.get(Character.class), PathKind.COMPARABLE),
    OBJECT_ID(ClassName.get("org.bson.types", "ObjectId"), PathKind.COMPARABLE, "objectId", "writeObjectId"),
    UUID(ClassName.get(UUID.class), PathKind.COMPARABLE),
    BIG_DECIMAL(ClassName.get(BigDecimal.class), PathKind.NUMBER),
    INSTANT(ClassName.get(Instant.class), PathKind.TEMPORAL, "instant", "writeInstant"),
    LOCAL_DATE(ClassName.get(LocalDate.class), PathKind.COMPARABLE),
    LOCAL_DATE_TIME(ClassName.get(LocalDateTime.class), PathKind.TEMPORAL),
    OFFSET_DATE_TIME(ClassName.get(OffsetDateTime.class), PathKind.COMPARABLE),
    DURATION(ClassName.get(Duration.class), PathKind.COMPARABLE),
    BYTES(ArrayTypeName.of(TypeName.BYTE), PathKind.FIELD);

    @SuppressWarnings("ImmutableEnumChecker") // immutable, though not annotated so
    private final TypeName type;

    private final PathKind path;
    private final @Nullable String reads;
    private final @Nullable String writes;

    ScalarKind(TypeName type, PathKind path) {
        this(type, path, null, null);
    }

    ScalarKind(TypeName type, PathKind path, @Nullable String reads, @Nullable String writes) {
        this.type = type;
        this.path = path;
        this.reads = reads;
        this.writes = writes;
    }

    /** The type of the values, boxed. */
    public TypeName type() {
        return type;
    }

    public PathKind path() {
        return path;
    }

    /** The method of {@code BsonSink} that writes a value with its field's name, or null where a codec is needed. */
    public @Nullable String writes() {
        return writes;
    }

    /**
     * The method of {@code Reads} that reads a value of this kind, or null where a codec is needed.
     *
     * @param primitive whether the member is a primitive, which no null may reach
     */
    public @Nullable String reads(boolean primitive) {
        return primitive || !type.isBoxedPrimitive() ? reads : null;
    }

    /** Whether the server stores the values as BSON dates, which a TTL index needs. */
    public boolean isDate() {
        return this == INSTANT || this == LOCAL_DATE || this == LOCAL_DATE_TIME;
    }
}
