// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Runs a query and compares what comes back with what the reference says. */
final class Comparison {
    private final Stored stored;
    private final Query query;
    private final Asked asked;
    private final Model.Type root;
    private final List<Row> expected;

    Comparison(Stored stored, Query query) {
        this.stored = stored;
        this.query = query;
        this.asked = new Asked(stored, query);
        this.root = asked.root();
        this.expected = new Reference(stored.world()).answer(query);
    }

    /** The first difference, or null. */
    @Nullable
    Difference run() {
        Difference documents = documents();
        return documents != null ? documents : also();
    }

    private @Nullable Difference documents() {
        List<Thing> things = new ArrayList<>();
        Difference difference = Texts.difference("all()", new ExpectedGraph(stored.world(), query), expected, () -> {
            things.addAll(asked.documents().all().collectList().block());
            return things;
        });
        return difference != null ? difference : saved(things);
    }

    /** What was read is written as it was stored. */
    private @Nullable Difference saved(List<Thing> things) {
        for (int i = 0; i < things.size(); i++) {
            Model.Type own = stored.model().typeOf(root, expected.get(i));
            BsonDocument right = SavedForm.of(stored.model(), own, expected.get(i));
            BsonDocument written = stored.written(root, things.get(i));
            if (!right.equals(written)) {
                return new Difference("save", right.toJson(), written.toJson());
            }
        }
        return null;
    }

    private @Nullable Difference also() {
        List<Object> ids = Texts.ids(root, expected);
        return switch (query.also()) {
            case COUNT ->
                Difference.between(
                        "count()", ids.size(), () -> asked.page().count().block());
            case EXISTS ->
                Difference.between(
                        "exists()", !ids.isEmpty(), () -> asked.page().exists().block());
            case IDS ->
                Difference.between(
                        "ids()", ids, () -> asked.page().ids().collectList().block());
            case PAGES -> new Pages(asked).byToken();
            case SKIPS -> new Pages(asked).bySkip();
            case ALONE -> new Alone(asked, expected).byId();
            case LATER -> new Alone(asked, expected).later();
            case SHOWN -> new Glances(asked).difference(expected);
        };
    }
}
