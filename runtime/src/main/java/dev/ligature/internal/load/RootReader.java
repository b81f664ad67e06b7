// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a root and the side arrays that joins have put beside its fields, in one pass over the reply. */
final class RootReader implements ExtraFields {
    private final View<?> view;
    private final QueryPlan plan;
    private final List<@Nullable List<Object>> sides;

    private RootReader(View<?> view, QueryPlan plan) {
        this.view = view;
        this.plan = plan;
        this.sides = new ArrayList<>(Collections.nCopies(plan.sides().size(), null));
    }

    static Root read(View<?> view, QueryPlan plan, BsonSource stored) {
        Shape shape = view.shape(plan.fetch());
        if (!plan.hasJoins()) {
            return new Root(shape.read(stored, ExtraFields.SKIP), List.of(), stored.length());
        }
        RootReader reader = new RootReader(view, plan);
        Object document = shape.read(stored, reader);
        return new Root(document, reader.sides, stored.length());
    }

    @Override
    public void read(BsonSource field) {
        int number = QueryPlan.sideNumber(field.name());
        FetchNode.Edge edge = plan.side(number);
        if (edge == null) {
            field.skip();
            return;
        }
        Shape shape = view.shape(edge.node());
        List<Object> documents = new ArrayList<>();
        field.startDocument();
        while (field.advance()) {
            if (shape.isOf(field)) {
                documents.add(shape.read(field, ExtraFields.SKIP));
            } else {
                field.skip();
            }
        }
        sides.set(number, documents);
    }
}
