// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QTree.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Tree;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How deep a fetch goes: as the query, the link or the declaration says. */
class FetchDepthIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void fetchesToTheAskedDepth(FetchStrategy strategy) {
        list(db.trees.insertAll(List.of(
                Tree.of("a", "b", null), Tree.of("b", "c", "a"), Tree.of("c", "d", null), Tree.of("d", null, null))));

        Tree none = get(db.trees.findById("a").fetchLinks(0).using(strategy));
        Tree one = get(db.trees.findById("a").fetchLinks(1).using(strategy));
        Tree byDeclaration = get(db.trees.findById("a").fetchLinks().using(strategy));
        Tree three = get(db.trees.findById("a").fetchLinks(3).using(strategy));

        assertThat(id(none.left()).isFetched()).isFalse();
        assertThat(id(id(one.left()).get().left()).isFetched()).isFalse();
        Tree b = id(byDeclaration.left()).get();
        assertThat(id(b.right()).get()).isSameAs(byDeclaration);
        assertThat(id(id(b.left()).get().left()).isFetched()).isFalse();
        assertThat(id(id(id(three.left()).get().left()).get().left()).get().id())
                .isEqualTo("d");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void letsTheDepthOfALinkWin(FetchStrategy strategy) {
        list(db.trees.insertAll(List.of(
                Tree.of("a", "b", "c"),
                Tree.of("b", "d", null),
                Tree.of("c", "d", null),
                Tree.of("d", "e", null),
                Tree.of("e", null, null))));

        Tree found = get(db.trees
                .findById("a")
                .fetchLinks(1)
                .depth(tree.left(), 2)
                .depth(tree.right(), 0)
                .using(strategy));

        assertThat(id(id(found.left()).get().left()).isFetched()).isTrue();
        assertThat(id(id(id(found.left()).get().left()).get().left()).isFetched())
                .isFalse();
        assertThat(id(found.right()).isFetched()).isFalse();
    }

    @Test
    void agreesInAllStrategiesOnADeepSelfLinkedGraph() {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            trees.add(Tree.of("t" + i, "t" + (i * 2 + 1), "t" + (i * 2 + 2) % 31));
        }
        list(db.trees.insertAll(trees));

        List<List<String>> results = new ArrayList<>();
        for (FetchStrategy strategy : FetchStrategy.values()) {
            results.add(list(db.trees
                            .find()
                            .sort(tree.id.asc())
                            .fetchLinks(3)
                            .using(strategy)
                            .all())
                    .stream()
                    .map(each -> describe(each, 4))
                    .toList());
        }

        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    private static String describe(Tree tree, int levels) {
        if (levels == 0) {
            return tree.id();
        }
        return tree.id() + "(" + describe(Optional.ofNullable(tree.left()), levels) + ","
                + describe(Optional.ofNullable(tree.right()), levels) + ","
                + tree.leftOf().stream()
                        .map(ref -> describe(ref.get(), levels - 1))
                        .toList() + ")";
    }

    private static String describe(Optional<Ref<Tree>> ref, int levels) {
        return ref.map(each -> each.isMissing() ? "?" : each.isFetched() ? describe(each.get(), levels - 1) : "·")
                .orElse("-");
    }
}
