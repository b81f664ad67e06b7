// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.model.ScalarKind;
import java.util.Map;
import java.util.Set;

/** The stored forms of the types that Ligature maps itself. */
final class StoredTypes {
    /** By their names, the forms whose values all fit into another one. */
    private static final Map<String, Set<String>> NARROWER = Map.of(
            "long", Set.of("int", "short", "byte"),
            "int", Set.of("short", "byte"),
            "short", Set.of("byte"),
            "double", Set.of("float", "int", "short", "byte"),
            "float", Set.of("short", "byte"),
            "string", Set.of("char"),
            "date", Set.of("localDate"));

    private static final Set<String> NUMBERS = Set.of("long", "int", "short", "byte", "double", "float");

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

    /** The name in a schema file. It tells forms apart that have one BSON type, but another meaning, or not all its values. */
    static String schemaName(ScalarKind kind) {
        return switch (kind) {
            case CHARACTER -> "char";
            case SHORT -> "short";
            case BYTE -> "byte";
            case FLOAT -> "float";
            case UUID -> "uuid";
            case DURATION -> "duration";
            case LOCAL_DATE -> "localDate";
            case OFFSET_DATE_TIME -> "offsetDateTime";
            default -> bsonType(kind);
        };
    }

    /** Whether all values of one form fit into another one. */
    static boolean fits(String form, String other) {
        return form.equals(other) || NARROWER.getOrDefault(other, Set.of()).contains(form);
    }

    /** Whether values of one form can be read as another one if they fit into it. */
    static boolean mayFit(String form, String other) {
        return fits(form, other) || fits(other, form) || (NUMBERS.contains(form) && NUMBERS.contains(other));
    }
}
