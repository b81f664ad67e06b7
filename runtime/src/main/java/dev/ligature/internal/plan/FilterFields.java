// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What an index could do for a filter.
 *
 * @param found the fields of which one is enough to find the documents
 * @param equal those of them that have the same value in all documents that match
 * @param alternatives filters of which one holds, each of which needs an index; none if {@code found} is enough
 */
record FilterFields(Set<String> found, Set<String> equal, List<FilterFields> alternatives) {
    private static final Set<String> FINDING = Set.of("$eq", "$gt", "$gte", "$lt", "$lte", "$in", "$exists", "$all");

    static FilterFields of(BsonDocument filter) {
        Set<String> found = new HashSet<>();
        Set<String> equal = new HashSet<>();
        List<FilterFields> alternatives = List.of();
        for (Map.Entry<String, BsonValue> term : filter.entrySet()) {
            switch (term.getKey()) {
                case "$and" -> {
                    for (BsonValue each : term.getValue().asArray()) {
                        FilterFields fields = of(each.asDocument());
                        found.addAll(fields.found);
                        equal.addAll(fields.equal);
                        if (alternatives.isEmpty()) {
                            alternatives = fields.alternatives;
                        }
                    }
                }
                case "$or" ->
                    alternatives = term.getValue().asArray().stream()
                            .map(each -> of(each.asDocument()))
                            .toList();
                case "$nor", "$expr" -> {} // what does not match is found by no index, nor what is worked out
                default -> add(term.getKey(), term.getValue(), found, equal);
            }
        }
        return new FilterFields(found, equal, alternatives);
    }

    private static void add(String field, BsonValue test, Set<String> found, Set<String> equal) {
        if (!test.isDocument() || !test.asDocument().keySet().stream().allMatch(name -> name.startsWith("$"))) {
            found.add(field);
            equal.add(field);
            return;
        }
        test.asDocument().forEach((operator, operand) -> {
            if (FINDING.contains(operator) || (operator.equals("$regex") && isAnchored(operand))) {
                found.add(field);
            }
            if (operator.equals("$eq")) {
                equal.add(field);
            }
            if (operator.equals("$elemMatch")) {
                found.addAll(of(ofElements(field, operand.asDocument())).found);
            }
        });
    }

    /** A test of elements as one of the whole field: of their own fields, or of the plain elements. */
    private static BsonDocument ofElements(String field, BsonDocument test) {
        BsonDocument filter = new BsonDocument();
        test.forEach((name, value) -> {
            if (!name.startsWith("$")) {
                filter.append(field + "." + name, value);
            } else if (FINDING.contains(name) || name.equals("$regex")) {
                filter.append(field, new BsonDocument(name, value));
            }
        });
        return filter;
    }

    private static boolean isAnchored(BsonValue pattern) {
        return pattern.isString() && pattern.asString().getValue().startsWith("^");
    }

    /** Whether indexes find the documents that match. */
    boolean areServedBy(List<Index> indexes) {
        return indexes.stream().anyMatch(index -> index.startsWithOneOf(found))
                || (!alternatives.isEmpty()
                        && alternatives.stream().allMatch(alternative -> alternative.areServedBy(indexes)));
    }
}
