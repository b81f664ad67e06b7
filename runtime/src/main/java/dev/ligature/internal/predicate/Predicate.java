// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.internal.Excerpt;
import dev.ligature.spi.PathLink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/**
 * A condition on a document. A path through links is a nest of {@link Linked}: each says that some document at the
 * other end satisfies what is inside. So every operator has one meaning.
 */
public sealed interface Predicate {
    /** Holds for every document. */
    record Always() implements Predicate {
        @Override
        public String toString() {
            return "all";
        }
    }

    /** A test of a stored field; the empty name is the element itself, within {@link Test.AnyElement}. */
    record Field(String name, Test test) implements Predicate {
        @Override
        public String toString() {
            return name.isEmpty() ? test.toString() : name + " " + test;
        }
    }

    /** A filter in the server's own terms. */
    record Raw(Bson filter) implements Predicate {
        @Override
        public String toString() {
            return "where " + Excerpt.of(filter);
        }
    }

    /** All of them. */
    record And(List<Predicate> terms) implements Predicate {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return join(terms, " and ");
        }
    }

    /** One of them at least. */
    record Or(List<Predicate> terms) implements Predicate {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return join(terms, " or ");
        }
    }

    /** The negation. */
    record Not(Predicate term) implements Predicate {
        @Override
        public String toString() {
            return "not (" + term + ")";
        }
    }

    /** Some document at the other end of a link satisfies the inner condition. */
    record Linked(PathLink link, Predicate inner) implements Predicate {
        @Override
        public String toString() {
            if (inner instanceof Field || inner instanceof Linked || inner instanceof LinkSize) {
                return link + "." + inner;
            }
            return link + ".any(" + inner + ")";
        }
    }

    /** A link with this number of stored entries, or a back link with this number of referrers. */
    record LinkSize(PathLink link, int size) implements Predicate {
        @Override
        public String toString() {
            return link + (size == 0 ? " is empty" : " has size " + size);
        }
    }

    /** The conjunction, flat and without terms that always hold. */
    static Predicate and(Predicate left, Predicate right) {
        if (left instanceof Always) {
            return right;
        }
        if (right instanceof Always) {
            return left;
        }
        List<Predicate> terms = new ArrayList<>();
        terms.addAll(left instanceof And and ? and.terms : List.of(left));
        terms.addAll(right instanceof And and ? and.terms : List.of(right));
        return new And(terms);
    }

    /** The disjunction, flat. */
    static Predicate or(Predicate left, Predicate right) {
        List<Predicate> terms = new ArrayList<>();
        terms.addAll(left instanceof Or or ? or.terms : List.of(left));
        terms.addAll(right instanceof Or or ? or.terms : List.of(right));
        return new Or(terms);
    }

    /** The negation; two of them cancel out. */
    static Predicate not(Predicate term) {
        return term instanceof Not not ? not.term : new Not(term);
    }

    private static String join(List<Predicate> terms, String word) {
        return terms.stream()
                .map(term -> term instanceof And || term instanceof Or ? "(" + term + ")" : term.toString())
                .collect(Collectors.joining(word));
    }
}
