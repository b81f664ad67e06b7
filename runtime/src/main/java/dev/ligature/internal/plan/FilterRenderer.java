// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;

/** Writes conditions on the fields of one document in the server's query language. Knows nothing of links. */
final class FilterRenderer {
    private final CodecRegistry registry;

    FilterRenderer(CodecRegistry registry) {
        this.registry = registry;
    }

    /** Encodes the operands. */
    CodecRegistry registry() {
        return registry;
    }

    /** A test of a field as a filter. */
    BsonDocument field(String name, Test test) {
        if (test instanceof Test.HasSize size && size.size() == 0) {
            return new BsonDocument(name + ".0", new BsonDocument("$exists", BsonBoolean.FALSE));
        }
        if (test instanceof Test.AnyElement any && ElementOperators.apply(any.predicate())) {
            return anyOf(new ElementOperators(this)
                    .alternatives(any.predicate()).stream()
                            .map(each -> new BsonDocument(name, new BsonDocument("$elemMatch", each)))
                            .toList());
        }
        if (test instanceof Test.Compare compare && compare.operator().equals("$eq")) {
            BsonValue value = compare.operand().encode(registry);
            boolean plain = !value.isDocument() && !value.isRegularExpression();
            return new BsonDocument(name, plain ? value : new BsonDocument("$eq", value));
        }
        return new BsonDocument(name, operators(test));
    }

    /** A test as operators, without the field. */
    BsonDocument operators(Test test) {
        if (test instanceof Test.Compare compare) {
            return new BsonDocument(compare.operator(), compare.operand().encode(registry));
        }
        if (test instanceof Test.Among among) {
            BsonArray values = new BsonArray();
            for (Operand operand : among.operands()) {
                values.add(operand.encode(registry));
            }
            return new BsonDocument(among.operator(), values);
        }
        if (test instanceof Test.Exists exists) {
            return new BsonDocument("$exists", BsonBoolean.valueOf(exists.present()));
        }
        if (test instanceof Test.IsNull) {
            return new BsonDocument("$eq", BsonNull.VALUE);
        }
        if (test instanceof Test.Matches matches) {
            BsonDocument regex = new BsonDocument("$regex", new BsonString(matches.pattern()));
            return matches.options().isEmpty() ? regex : regex.append("$options", new BsonString(matches.options()));
        }
        if (test instanceof Test.HasSize size) {
            return new BsonDocument("$size", new BsonInt32(size.size()));
        }
        return elementMatch(((Test.AnyElement) test).predicate());
    }

    /** {@code $elemMatch}: on documents it takes a filter, on plain values only the operators. */
    private BsonDocument elementMatch(Predicate predicate) {
        return new BsonDocument(
                "$elemMatch",
                ElementOperators.apply(predicate) ? new ElementOperators(this).of(predicate) : filter(predicate));
    }

    /** A condition on embedded documents, which have no links. */
    private BsonDocument filter(Predicate predicate) {
        if (predicate instanceof Predicate.Field field) {
            return field(field.name(), field.test());
        }
        if (predicate instanceof Predicate.Raw raw) {
            return raw.filter().toBsonDocument(BsonDocument.class, registry);
        }
        if (predicate instanceof Predicate.And and) {
            return allOf(and.terms().stream().map(this::filter).toList());
        }
        if (predicate instanceof Predicate.Or or) {
            return anyOf(or.terms().stream().map(this::filter).toList());
        }
        if (predicate instanceof Predicate.Not not) {
            return noneOf(filter(not.term()));
        }
        if (predicate instanceof Predicate.Always) {
            return new BsonDocument();
        }
        throw new IllegalArgumentException("embedded values have no links: " + predicate);
    }

    /** The conjunction. Filters on different fields stand side by side. */
    static BsonDocument allOf(List<BsonDocument> filters) {
        BsonDocument merged = new BsonDocument();
        for (BsonDocument filter : filters) {
            for (var entry : filter.entrySet()) {
                if (merged.containsKey(entry.getKey())) {
                    return new BsonDocument(
                            "$and",
                            new BsonArray(
                                    filters.stream().filter(f -> !f.isEmpty()).toList()));
                }
                merged.put(entry.getKey(), entry.getValue());
            }
        }
        return merged;
    }

    static BsonDocument anyOf(List<BsonDocument> filters) {
        return filters.size() == 1 ? filters.get(0) : new BsonDocument("$or", new BsonArray(filters));
    }

    static BsonDocument noneOf(BsonDocument filter) {
        return new BsonDocument("$nor", new BsonArray(List.of(filter)));
    }
}
