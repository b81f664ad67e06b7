// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.path.ComparablePath;
import dev.ligature.path.Condition;
import dev.ligature.path.FieldPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.Sort;
import dev.ligature.path.StringPath;
import java.util.List;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Says conditions and sorts by Ligature's public paths. */
final class Conditions {
    private Conditions() {}

    static <R> Condition<R> of(QThing<R> root, Cond condition) {
        if (condition instanceof Cond.And and) {
            return of(root, and.left()).and(of(root, and.right()));
        }
        if (condition instanceof Cond.Or or) {
            return of(root, or.left()).or(of(root, or.right()));
        }
        if (condition instanceof Cond.Not not) {
            return of(root, not.term()).not();
        }
        if (condition instanceof Cond.Linked linked) {
            QThing.Links<R> list = list(root.through(linked.path()));
            return switch (linked.quantifier()) {
                case ANY -> list.any(each -> of(each, linked.inner()));
                case ALL -> list.all(each -> of(each, linked.inner()));
                case NONE -> list.none(each -> of(each, linked.inner()));
            };
        }
        if (condition instanceof Cond.Boxed boxed) {
            ListPath<R, List<Box>, Box, Box.Path<Box>> boxes =
                    root.through(boxed.path()).boxes(boxed.link());
            return switch (boxed.quantifier()) {
                case ANY -> boxes.any(box -> inBox(box, boxed.inner()));
                case ALL -> boxes.all(box -> inBox(box, boxed.inner()));
                case NONE -> boxes.none(box -> inBox(box, boxed.inner()));
            };
        }
        if (condition instanceof Cond.Leaf leaf) {
            return test(root.through(leaf.path()), leaf.test());
        }
        throw new IllegalArgumentException("said by find() without a condition: " + condition);
    }

    private static Condition<Box> inBox(Box.Path<Box> box, Cond condition) {
        if (condition instanceof Cond.And and) {
            return inBox(box, and.left()).and(inBox(box, and.right()));
        }
        if (condition instanceof Cond.Or or) {
            return inBox(box, or.left()).or(inBox(box, or.right()));
        }
        if (condition instanceof Cond.Not not) {
            return inBox(box, not.term()).not();
        }
        if (condition instanceof Cond.Linked linked) {
            QThing.Links<Box> list = list(inBox(box, linked.path()));
            return switch (linked.quantifier()) {
                case ANY -> list.any(each -> of(each, linked.inner()));
                case ALL -> list.all(each -> of(each, linked.inner()));
                case NONE -> list.none(each -> of(each, linked.inner()));
            };
        }
        Cond.Leaf leaf = (Cond.Leaf) condition;
        if (!leaf.path().isEmpty()) {
            return test(inBox(box, leaf.path()), leaf.test());
        }
        if (leaf.test() instanceof Cond.Test.Compare compare) {
            return compare(box.n, compare.operator(), compare.value());
        }
        if (leaf.test() instanceof Cond.Test.Among among) {
            return among(box.n, among);
        }
        return leaf.test() instanceof Cond.Test.Exists exists ? box.n.exists(exists.present()) : box.n.isNull();
    }

    /** Behind the link of a box; the first member is the link. */
    private static QThing<Box> inBox(Box.Path<Box> box, List<String> path) {
        return box.link().through(path.subList(1, path.size()));
    }

    static Sort<Thing> sort(QThing<Thing> root, Query.Key key) {
        FieldPath<Thing, ?> field = root.through(key.links()).field(key.field());
        return key.descending() ? field.desc() : field.asc();
    }

    private static <R> Condition<R> test(QThing<R> at, Cond.Test test) {
        if (test instanceof Cond.Test.Compare compare) {
            return compare(at.field(compare.field()), compare.operator(), compare.value());
        }
        if (test instanceof Cond.Test.Among among) {
            return among(at.field(among.field()), among);
        }
        if (test instanceof Cond.Test.Raw raw) {
            return at.where(filter(at.type(), raw));
        }
        if (test instanceof Cond.Test.Exists exists) {
            FieldPath<R, ?> field = at.field(exists.field());
            return exists.present() ? field.exists() : field.exists(false);
        }
        if (test instanceof Cond.Test.IsNull isNull) {
            return at.field(isNull.field()).isNull();
        }
        if (test instanceof Cond.Test.Elements elements) {
            ListPath<R, Object, Object, ComparablePath<Object, Object>> list = at.list(elements.field());
            return switch (elements.quantifier()) {
                case ANY -> list.any(element -> element(element, elements.inner()));
                case ALL -> list.all(element -> element(element, elements.inner()));
                case NONE -> list.none(element -> element(element, elements.inner()));
            };
        }
        if (test instanceof Cond.Test.Size size) {
            return size.size() == 0
                    ? at.list(size.field()).isEmpty()
                    : at.list(size.field()).size(size.size());
        }
        if (test instanceof Cond.Test.OfType ofType) {
            return at.isOf(ofType.name());
        }
        if (test instanceof Cond.Test.LinkExists exists) {
            return exists.present() ? at.exists() : at.isNull();
        }
        int size = ((Cond.Test.LinkSize) test).size();
        LinkListPath<R, Thing, QThing<Thing>> list = list(at);
        return size == 0 ? list.isEmpty() : list.size(size);
    }

    private static BsonDocument filter(Model.Type type, Cond.Test.Raw raw) {
        String field = raw.compare().field();
        String path = field.equals("id") ? "_id" : type.field(field).storedName();
        String operator = "$" + raw.compare().operator().name().toLowerCase(Locale.ROOT);
        BsonValue value = Values.bson(raw.compare().value());
        return raw.isExpression()
                ? new BsonDocument(
                        "$expr",
                        new BsonDocument(
                                operator,
                                new BsonArray(
                                        List.of(new BsonString("$" + path), new BsonDocument("$literal", value)))))
                : new BsonDocument(path, new BsonDocument(operator, value));
    }

    private static Condition<Object> element(ComparablePath<Object, Object> element, Cond condition) {
        if (condition instanceof Cond.And and) {
            return element(element, and.left()).and(element(element, and.right()));
        }
        if (condition instanceof Cond.Or or) {
            return element(element, or.left()).or(element(element, or.right()));
        }
        if (condition instanceof Cond.Not not) {
            return element(element, not.term()).not();
        }
        Cond.Test test = ((Cond.Leaf) condition).test();
        return test instanceof Cond.Test.Compare compare
                ? compare(element, compare.operator(), compare.value())
                : among(element, (Cond.Test.Among) test);
    }

    private static <R> QThing.Links<R> list(QThing<R> path) {
        if (path instanceof QThing.Links<R> links) {
            return links;
        }
        throw new IllegalArgumentException(path + " is not a list");
    }

    @SuppressWarnings("unchecked") // a value is of the kind of the field with which it is compared
    private static <R> Condition<R> compare(FieldPath<R, ?> field, Cond.Operator operator, Object value) {
        FieldPath<R, Object> path = (FieldPath<R, Object>) field;
        return switch (operator) {
            case EQ -> path.eq(value);
            case NE -> path.ne(value);
            case GT -> comparable(path).gt(value);
            case GTE -> comparable(path).gte(value);
            case LT -> comparable(path).lt(value);
            case LTE -> comparable(path).lte(value);
            case CONTAINS ->
                value instanceof String text
                        ? ((StringPath<R>) field).contains(text)
                        : ((ListPath<R, ?, Object, ?>) field).contains(value);
            case STARTS_WITH -> ((StringPath<R>) field).startsWith((String) value);
        };
    }

    private static <R> ComparablePath<R, Object> comparable(FieldPath<R, Object> field) {
        return (ComparablePath<R, Object>) field;
    }

    @SuppressWarnings("unchecked") // values are of the kind of the field with which they are compared
    private static <R> Condition<R> among(FieldPath<R, ?> field, Cond.Test.Among among) {
        FieldPath<R, Object> path = (FieldPath<R, Object>) field;
        return among.negated() ? path.nin(among.values()) : path.in(among.values());
    }
}
