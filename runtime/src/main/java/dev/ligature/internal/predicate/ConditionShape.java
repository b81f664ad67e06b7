// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import java.util.List;

/** What conditions that differ only in their operands have in common: {@code street $eq} for all streets. */
public final class ConditionShape {
    private final StringBuilder text = new StringBuilder();

    private ConditionShape() {}

    /** The shape as a text, equal for conditions of the same shape. */
    public static String of(Predicate predicate) {
        ConditionShape shape = new ConditionShape();
        shape.add(predicate);
        return shape.text.toString();
    }

    private void add(Predicate predicate) {
        if (predicate instanceof Predicate.Field field) {
            text.append(field.name()).append(' ');
            add(field.test());
        } else if (predicate instanceof Predicate.And and) {
            add("and", and.terms());
        } else if (predicate instanceof Predicate.Or or) {
            add("or", or.terms());
        } else if (predicate instanceof Predicate.Not not) {
            add("not", List.of(not.term()));
        } else if (predicate instanceof Predicate.Linked linked) {
            add(linked.link().toString(), List.of(linked.inner()));
        } else if (predicate instanceof Predicate.LinkSize size) {
            text.append(size.link()).append(" size ").append(size.size());
        } else if (predicate instanceof Predicate.Raw) {
            text.append("where"); // its filter is known only when it is encoded
        } else {
            text.append("all");
        }
    }

    private void add(String word, List<Predicate> terms) {
        text.append(word).append('(');
        for (Predicate term : terms) {
            add(term);
            text.append(';');
        }
        text.append(')');
    }

    private void add(Test test) {
        if (test instanceof Test.Compare compare) {
            text.append(compare.operator());
        } else if (test instanceof Test.Among among) { // of the same order of magnitude
            int values = among.operands().size();
            text.append(among.operator()).append(Integer.SIZE - Integer.numberOfLeadingZeros(values));
        } else if (test instanceof Test.AnyElement any) {
            add("any", List.of(any.predicate()));
        } else if (test instanceof Test.Matches matches) { // a prefix finds less than a part
            text.append(matches.pattern().startsWith("^") ? "matches ^" : "matches");
        } else { // without operands, or with a size
            text.append(test);
        }
    }
}
