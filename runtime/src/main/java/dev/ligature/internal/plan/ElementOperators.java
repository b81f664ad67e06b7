// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions on plain elements of a list. There {@code $elemMatch} accepts operators side by side, but neither
 * {@code $and} nor {@code $or}. So conjunctions are rewritten into what it accepts, and each alternative gets an {@code
 * $elemMatch} of its own.
 */
final class ElementOperators {
    private static final Map<String, String> OPPOSITE =
            Map.of("$eq", "$ne", "$ne", "$eq", "$in", "$nin", "$nin", "$in");

    private static final Map<String, String> BEYOND =
            Map.of("$gt", "$lte", "$gte", "$lt", "$lt", "$gte", "$lte", "$gt");

    private final FilterRenderer renderer;

    ElementOperators(FilterRenderer renderer) {
        this.renderer = renderer;
    }

    /** Whether a condition is one on a plain element. */
    static boolean apply(Predicate predicate) {
        if (predicate instanceof Predicate.Field field) {
            return field.name().isEmpty();
        }
        if (predicate instanceof Predicate.Not not) {
            return apply(not.term());
        }
        if (predicate instanceof Predicate.And and) {
            return apply(and.terms().get(0));
        }
        return predicate instanceof Predicate.Or or && apply(or.terms().get(0));
    }

    /** What an element may satisfy, each in operators side by side: some element satisfies one of them. */
    List<BsonDocument> alternatives(Predicate predicate) {
        return alternativeTerms(predicate).stream()
                .flatMap(terms -> withOneNegation(terms).stream())
                .toList();
    }

    /** The disjunctive normal form: joint terms that are tests, or negated ones. */
    private static List<List<Predicate>> alternativeTerms(Predicate predicate) {
        if (predicate instanceof Predicate.Not not && not.term() instanceof Predicate.And and) {
            return alternativeTerms(
                    new Predicate.Or(and.terms().stream().map(Predicate::not).toList()));
        }
        if (predicate instanceof Predicate.Not not && not.term() instanceof Predicate.Or or) {
            return alternativeTerms(
                    new Predicate.And(or.terms().stream().map(Predicate::not).toList()));
        }
        if (predicate instanceof Predicate.Or or) {
            Test among = among("$in", or.terms());
            return among != null
                    ? List.of(List.of(new Predicate.Field("", among)))
                    : or.terms().stream()
                            .flatMap(term -> alternativeTerms(term).stream())
                            .toList();
        }
        if (predicate instanceof Predicate.And and) {
            List<List<Predicate>> all = List.of(List.of());
            for (Predicate term : and.terms()) {
                List<List<Predicate>> more = alternativeTerms(term);
                all = all.stream()
                        .flatMap(terms -> more.stream().map(others -> concat(terms, others)))
                        .toList();
            }
            return all;
        }
        return List.of(List.of(predicate));
    }

    /**
     * {@code $not} can be used once. An element that is in none of several ranges is beyond each of them, or it is no
     * value that ranges of their type could hold: of another type, or a NaN.
     */
    private List<BsonDocument> withOneNegation(List<Predicate> terms) {
        if (terms.stream().filter(term -> negatedRange(term) != null).count() < 2) {
            return List.of(sideBySide(terms));
        }
        List<Predicate> beyond = new ArrayList<>();
        List<Predicate> others = new ArrayList<>();
        Set<BsonValue> least = new LinkedHashSet<>();
        for (Predicate term : terms) {
            Test.Compare range = negatedRange(term);
            if (range == null) {
                others.add(term);
                continue;
            }
            BsonValue bound = range.operand().encode(renderer.registry());
            if (BsonLeast.isNaN(bound)) { // nothing is less or greater, and only itself is equal
                if (range.operator().endsWith("e")) {
                    others.add(new Predicate.Field("", new Test.Compare("$ne", range.operand())));
                }
                continue;
            }
            String operator = BEYOND.getOrDefault(range.operator(), "");
            beyond.add(new Predicate.Field("", new Test.Compare(operator, range.operand())));
            least.add(BsonLeast.of(bound));
        }
        if (beyond.isEmpty()) {
            return List.of(others.isEmpty() ? renderer.operators(new Test.Exists(true)) : sideBySide(others));
        }
        BsonDocument outside = sideBySide(others);
        for (BsonValue each : least) {
            add(new BsonDocument("$not", new BsonDocument("$gte", each)), outside, terms);
        }
        return List.of(sideBySide(concat(others, beyond)), outside);
    }

    private static Test.@Nullable Compare negatedRange(Predicate term) {
        return term instanceof Predicate.Not not
                        && not.term() instanceof Predicate.Field field
                        && field.test() instanceof Test.Compare compare
                        && BEYOND.containsKey(compare.operator())
                ? compare
                : null;
    }

    private BsonDocument sideBySide(List<Predicate> terms) {
        return terms.size() == 1 ? of(terms.get(0)) : joint(terms);
    }

    private static List<Predicate> concat(List<Predicate> terms, List<Predicate> others) {
        List<Predicate> all = new ArrayList<>(terms);
        all.addAll(others);
        return all;
    }

    BsonDocument of(Predicate predicate) {
        if (predicate instanceof Predicate.Field field) {
            return renderer.operators(field.test());
        }
        if (predicate instanceof Predicate.Not not) {
            return negated(not.term());
        }
        if (predicate instanceof Predicate.And and) {
            return joint(and.terms());
        }
        if (predicate instanceof Predicate.Or or) {
            Test among = among("$in", or.terms());
            return among != null
                    ? renderer.operators(among)
                    : negated(new Predicate.And(
                            or.terms().stream().map(Predicate::not).toList()));
        }
        throw new IllegalArgumentException("not a condition on a plain element: " + predicate);
    }

    private BsonDocument negated(Predicate term) {
        if (term instanceof Predicate.Field field) {
            Test opposite = opposite(field.test());
            if (opposite != null) {
                return renderer.operators(opposite);
            }
        }
        return new BsonDocument("$not", of(term));
    }

    private BsonDocument joint(List<Predicate> terms) {
        List<Predicate> exclusions = new ArrayList<>();
        List<Predicate> others = new ArrayList<>();
        for (Predicate term : terms) {
            (among("$nin", List.of(term)) == null ? others : exclusions).add(term);
        }
        Test excluded = among("$nin", exclusions);
        BsonDocument all = excluded == null ? new BsonDocument() : renderer.operators(excluded);
        for (Predicate term : others) {
            add(of(term), all, terms);
        }
        return all;
    }

    /** An operator can be used once. A second one goes under a double negation, which means the same. */
    private static void add(BsonDocument operators, BsonDocument all, List<Predicate> terms) {
        boolean taken = operators.keySet().stream().anyMatch(all::containsKey);
        if (taken && all.containsKey("$not")) {
            throw new IllegalArgumentException("a condition on a plain element joins too many tests of one kind: "
                    + new Predicate.And(terms) + ". Use one regular expression or one range instead.");
        }
        all.putAll(taken ? new BsonDocument("$not", new BsonDocument("$not", operators)) : operators);
    }

    /** Tests for equality as one test of membership, or null if they are other tests. */
    private static @Nullable Test among(String operator, List<Predicate> terms) {
        List<Operand> operands = new ArrayList<>();
        for (Predicate term : terms) {
            Test test = term instanceof Predicate.Field field
                    ? field.test()
                    : term instanceof Predicate.Not not && not.term() instanceof Predicate.Field field
                            ? opposite(field.test())
                            : null;
            if (test instanceof Test.Compare compare && compare.operator().equals(single(operator))) {
                operands.add(compare.operand());
            } else if (test instanceof Test.Among among && among.operator().equals(operator)) {
                operands.addAll(among.operands());
            } else {
                return null;
            }
        }
        return operands.isEmpty() ? null : new Test.Among(operator, operands);
    }

    private static String single(String operator) {
        return operator.equals("$in") ? "$eq" : "$ne";
    }

    private static @Nullable Test opposite(Test test) {
        if (test instanceof Test.Compare compare && OPPOSITE.containsKey(compare.operator())) {
            return new Test.Compare(OPPOSITE.getOrDefault(compare.operator(), ""), compare.operand());
        }
        if (test instanceof Test.Among among) {
            return new Test.Among(OPPOSITE.getOrDefault(among.operator(), ""), among.operands());
        }
        return null;
    }
}
