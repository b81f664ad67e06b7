// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.util.List;

/** Types of stored values. */
final class ValueGrammar {
    static final String STRING = "{java.lang|String}";
    private static final List<String> SCALARS = List.of(
            STRING,
            STRING,
            "{java.lang|Integer}",
            "{java.lang|Long}",
            "{java.lang|Double}",
            "{java.lang|Boolean}",
            "{java.lang|Float}",
            "{java.lang|Short}",
            "{java.lang|Byte}",
            "{java.lang|Character}",
            "{org.bson.types|ObjectId}",
            "{java.util|UUID}",
            "{java.math|BigDecimal}",
            "{java.time|Instant}",
            "{java.time|LocalDate}",
            "{java.time|LocalDateTime}",
            "{java.time|OffsetDateTime}",
            "{java.time|Duration}",
            "byte[]");
    private static final List<String> PRIMITIVES =
            List.of("int", "int", "long", "double", "boolean", "float", "short", "byte", "char");
    private static final List<String> REGISTERED = List.of(
            "{java.util|Currency}", "{java.net|URI}", "{java.util|Locale}", "{java.util|Date}", "{java.lang|Number}");
    private static final List<String> IDS = List.of(
            "{org.bson.types|ObjectId}",
            "{org.bson.types|ObjectId}",
            "{org.bson.types|ObjectId}",
            STRING,
            "int",
            "long",
            "{java.lang|Long}",
            "{java.lang|Integer}",
            "{java.util|UUID}");
    private static final List<String> REFUSED = List.of(
            "{java.util|List}",
            "{java.util|Map}<{java.lang|Integer}, {java.lang|String}>",
            "{java.util|List}<?>",
            "{java.util|List}<? extends {java.lang|String}>",
            "{java.util|Optional}<{java.util|Optional}<{java.lang|String}>>",
            "{java.util|List}<{java.util|Optional}<{java.lang|String}>>",
            "{java.util|List}<{java.lang|String}>[]",
            "{java.util.function|Supplier}<{java.lang|String}>",
            "{java.util|Map}<?, ?>",
            "{java.util|Optional}",
            "{java.util|Map}<{java.lang|String}, {java.util|List}<?>>",
            "{java.lang|Class}<?>",
            "{java.util|Map}<{java.lang|String}, {java.util|Optional}<{java.util|UUID}>>",
            "{java.util|List}[]",
            "{java.util|Map.Entry}<{java.lang|String}, {java.lang|String}>",
            "{java.util|Optional}<?>");

    private final Chance chance;

    ValueGrammar(Chance chance) {
        this.chance = chance;
    }

    /** The type of a member, which may be a primitive or optional. */
    String member(List<String> embeddable) {
        if (chance.percent(25)) {
            return chance.of(PRIMITIVES);
        }
        String type = value(embeddable, 2);
        return chance.percent(20) ? "{java.util|Optional}<" + type + ">" : type;
    }

    /** A type that may be an argument of another. */
    String value(List<String> embeddable, int depth) {
        int choice = chance.below(100);
        if (!embeddable.isEmpty() && choice < 35) {
            return chance.of(embeddable);
        }
        if (depth > 0 && choice < 60) {
            return container(embeddable, depth);
        }
        return chance.percent(3) ? chance.of(REGISTERED) : chance.of(SCALARS);
    }

    /** A container of values. */
    String container(List<String> embeddable, int depth) {
        String element = value(embeddable, depth - 1);
        return switch (chance.below(8)) {
            case 0, 1, 2 -> "{java.util|List}<" + element + ">";
            case 3 -> "{java.util|Set}<" + element + ">";
            case 4 -> "{java.util|Collection}<" + element + ">";
            case 5, 6 -> "{java.util|Map}<" + STRING + ", " + element + ">";
            default -> array(element);
        };
    }

    private String array(String element) {
        return chance.percent(40) || element.contains("<")
                ? chance.of("int", "long", "double", "boolean", "float", "short", "char") + "[]"
                : element + "[]";
    }

    String id() {
        return chance.of(IDS);
    }

    /** A type that cannot be stored. */
    String refused() {
        return chance.of(REFUSED);
    }
}
