// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.internal.Excerpt;
import java.util.List;

/** What a condition requires of one field. */
public sealed interface Test {
    /** A comparison by a query operator, {@code $eq} or {@code $gte}. */
    record Compare(String operator, Operand operand) implements Test {
        @Override
        public String toString() {
            String symbol =
                    switch (operator) {
                        case "$eq" -> "==";
                        case "$ne" -> "!=";
                        case "$gt" -> ">";
                        case "$gte" -> ">=";
                        case "$lt" -> "<";
                        default -> "<=";
                    };
            return symbol + " " + operand;
        }
    }

    /** Membership in a list of values: {@code $in} or {@code $nin}. */
    record Among(String operator, List<Operand> operands) implements Test {
        public Among {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            String values = operands.size() > 5 ? "[" + operands.size() + " values]" : operands.toString();
            return (operator.equals("$in") ? "in " : "not in ") + values;
        }
    }

    /** Whether the field is there. */
    record Exists(boolean present) implements Test {
        @Override
        public String toString() {
            return present ? "exists" : "does not exist";
        }
    }

    /** Null or not there. */
    record IsNull() implements Test {
        @Override
        public String toString() {
            return "is null";
        }
    }

    /** A match by a regular expression. */
    record Matches(String pattern, String options) implements Test {
        @Override
        public String toString() {
            return "matches /" + Excerpt.of(pattern) + "/" + options;
        }
    }

    /** An array with the given number of elements; 0 also holds if there is no array. */
    record HasSize(int size) implements Test {
        @Override
        public String toString() {
            return size == 0 ? "is empty" : "has size " + size;
        }
    }

    /** Some element of an array for which a condition holds. */
    record AnyElement(Predicate predicate) implements Test {
        @Override
        public String toString() {
            return "any(" + predicate + ")";
        }
    }
}
