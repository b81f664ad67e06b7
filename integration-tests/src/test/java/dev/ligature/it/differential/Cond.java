// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.List;
import java.util.Locale;

/**
 * A condition as a user would write it, before it becomes one of Ligature's: what the reference reads and {@link Conditions} says
 * by the public paths.
 */
sealed interface Cond {
    /** Every document. */
    record Everything() implements Cond {}

    /** A test of what a path through links leads to. */
    record Leaf(List<String> path, Test test) implements Cond {
        @Override
        public String toString() {
            return String.join(".", path) + (path.isEmpty() ? "" : ".") + test;
        }
    }

    /** A condition on the documents of a list of links, to which a path leads. */
    record Linked(List<String> path, Quantifier quantifier, Cond inner) implements Cond {
        @Override
        public String toString() {
            return String.join(".", path) + "." + quantifier.word() + "(" + inner + ")";
        }
    }

    /**
     * A condition on the boxes of a list, as a whole on each.
     *
     * @param path to the documents with the boxes
     * @param link the link in the boxes
     * @param inner on a box: its number, and what its link leads to
     */
    record Boxed(List<String> path, String link, Quantifier quantifier, Cond inner) implements Cond {
        @Override
        public String toString() {
            return String.join(".", path) + "." + link + " in one box." + quantifier.word() + "(" + inner + ")";
        }
    }

    record And(Cond left, Cond right) implements Cond {
        @Override
        public String toString() {
            return "(" + left + " and " + right + ")";
        }
    }

    record Or(Cond left, Cond right) implements Cond {
        @Override
        public String toString() {
            return "(" + left + " or " + right + ")";
        }
    }

    record Not(Cond term) implements Cond {
        @Override
        public String toString() {
            return "not " + term;
        }
    }

    /** How many of a list. */
    enum Quantifier {
        ANY,
        ALL,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is asked of a field, by its member; {@code id} is the id, the empty name an element of a list. */
    sealed interface Test {
        record Compare(String field, Operator operator, Object value) implements Test {
            @Override
            public String toString() {
                return field + " " + operator + " " + value;
            }
        }

        record Among(String field, boolean negated, List<Object> values) implements Test {
            @Override
            public String toString() {
                return field + (negated ? " nin " : " in ") + values;
            }
        }

        record Exists(String field, boolean present) implements Test {}

        record IsNull(String field) implements Test {}

        /** A condition on the elements of a list of numbers. */
        record Elements(String field, Quantifier quantifier, Cond inner) implements Test {
            @Override
            public String toString() {
                return field + "." + quantifier.word() + "(" + inner + ")";
            }
        }

        record Size(String field, int size) implements Test {}

        /** A test in the server's own terms, by a query operator or, where it is an expression, within {@code $expr}. */
        record Raw(Compare compare, boolean isExpression) implements Test {}

        /** Whether a document of a sealed type is of the type with a name. */
        record OfType(String name) implements Test {}

        /** Of the link at the end of the path: whether there is one. */
        record LinkExists(boolean present) implements Test {}

        /** Of the list of links at the end of the path. */
        record LinkSize(int size) implements Test {}
    }

    /** The comparisons. */
    enum Operator {
        EQ,
        NE,
        GT,
        GTE,
        LT,
        LTE,
        /** An element of a list, or a part of a text. */
        CONTAINS,
        STARTS_WITH;

        boolean isRange() {
            return this == GT || this == GTE || this == LT || this == LTE;
        }
    }
}
