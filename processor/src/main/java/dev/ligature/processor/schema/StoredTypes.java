// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.model.ScalarKind;

/** The stored forms of the types that Ligature maps itself. */
final class StoredTypes {
    private StoredTypes() {}

    /** The alias of the BSON type, as {@code $jsonSchema} names it. */
    static String bsonType(ScalarKind kind) {
        return switch (kind) {
            case STRING, CHARACTER -> "string";
            case BOOLEAN -> "bool";
            case INTEGER, SHORT, BYTE -> "int";
            case LONG, DURATION -> "long";
            case DOUBLE, FLOAT -> "double";
            case OBJECT_ID -> "objectId";
            case UUID, BYTES -> "binData";
            case BIG_DECIMAL -> "decimal";
            case INSTANT, LOCAL_DATE, LOCAL_DATE_TIME -> "date";
            case OFFSET_DATE_TIME -> "object";
        };
    }

    /** The name in a schema file. It tells forms apart that have one BSON type, but another meaning. */
    static String schemaName(ScalarKind kind) {
        return switch (kind) {
            case UUID -> "uuid";
            case DURATION -> "duration";
            case OFFSET_DATE_TIME -> "offsetDateTime";
            default -> bsonType(kind);
        };
    }
}
