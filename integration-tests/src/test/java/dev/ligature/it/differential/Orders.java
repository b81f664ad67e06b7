// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Cond.Test;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.BsonValue;

/** What a case puts in an order, by its sort, by ranges, or by updates to the least or the greatest. */
final class Orders {
    private final Model model;
    private final Set<Enum<?>> kinds = new HashSet<>();
    private final List<BsonValue> operands = new ArrayList<>();

    private Orders(Model model) {
        this.model = model;
    }

    static Orders of(Model model, Case each) {
        Orders orders = new Orders(model);
        Model.Type root = model.type(each.root());
        if (each instanceof Query query) {
            orders.kinds.add(root.ids());
            query.sort().forEach(key -> orders.add(model.end(root, key.links()), key.field()));
            orders.add(root, query.condition());
        } else if (each instanceof Change.Update update) {
            orders.add(root, update.condition());
            update.assignments().forEach(assignment -> orders.add(root, assignment));
        } else if (each instanceof Change.Delete delete) {
            orders.add(root, delete.condition());
        }
        return orders;
    }

    /** Whether values of one of some kinds are ordered, and some of the values in the world or in the case are special. */
    boolean orders(World world, Set<? extends Enum<?>> some, Predicate<BsonValue> isSpecial) {
        return some.stream().anyMatch(kinds::contains)
                && (operands.stream().anyMatch(isSpecial) || world.holds(isSpecial));
    }

    private void add(Model.Type type, Change.Assignment assignment) {
        if (assignment.operator() == Change.Operator.MIN || assignment.operator() == Change.Operator.MAX) {
            operands.add(Values.bson(assignment.value()));
            add(type, assignment.field());
        }
    }

    private void add(Model.Type type, Cond condition) {
        if (condition instanceof Cond.And and) {
            add(type, and.left());
            add(type, and.right());
        } else if (condition instanceof Cond.Or or) {
            add(type, or.left());
            add(type, or.right());
        } else if (condition instanceof Cond.Not not) {
            add(type, not.term());
        } else if (condition instanceof Cond.Linked linked) {
            add(model.end(type, linked.path()), linked.inner());
        } else if (condition instanceof Cond.Boxed boxed) {
            add(model.box(model.end(type, boxed.path()).link(boxed.link())), boxed.inner());
        } else if (condition instanceof Cond.Leaf leaf) {
            add(model.end(type, leaf.path()), leaf.test());
        }
    }

    private void add(Model.Type type, Test test) {
        if (test instanceof Test.Raw raw) {
            add(type, raw.compare());
        } else if (test instanceof Test.Compare compare && compare.operator().isRange()) {
            operands.add(Values.bson(compare.value()));
            add(type, compare.field());
        } else if (test instanceof Test.Elements elements) {
            kinds.add(type.field(elements.field()).kind().element());
            addOperands(elements.inner());
        }
    }

    private void addOperands(Cond element) {
        if (element instanceof Cond.And and) {
            addOperands(and.left());
            addOperands(and.right());
        } else if (element instanceof Cond.Or or) {
            addOperands(or.left());
            addOperands(or.right());
        } else if (element instanceof Cond.Not not) {
            addOperands(not.term());
        } else if (element instanceof Cond.Leaf leaf && leaf.test() instanceof Test.Compare compare) {
            operands.add(Values.bson(compare.value()));
        }
    }

    private void add(Model.Type type, String field) {
        kinds.add(field.equals("id") ? type.ids() : type.field(field).kind());
    }
}
