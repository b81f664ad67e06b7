// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.Planner;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How what a window wants of one collection becomes finds. */
class TargetFindTest {
    private static final int MORE_THAN_ONE_FIND_TAKES = 50_001;

    private static final class Node {}

    private static final DocumentType<Node> NODE = DocumentType.builder(Node.class, "nodes")
            .id("id", Integer.class, ValueCodecs.INTEGER, node -> null)
            .link("parent", "parent", LinkShape.ONE, LinkStorage.ID, () -> TargetFindTest.NODE)
            .codec(registry -> {
                throw new IllegalStateException("nothing is read here");
            })
            .build();

    private static final FetchNode.Edge CHILDREN = Planner.fetchInBatches(NODE, FetchRequest.NOTHING.withDepth(1))
            .edges()
            .get(0);

    private static final Shape NODES = new Shape() {
        @Override
        public DocumentType<?> type() {
            return NODE;
        }

        @Override
        public Object read(BsonSource source, ExtraFields extra) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public Object space() {
            return this;
        }

        @Override
        public boolean isOf(BsonSource source) {
            return true;
        }

        @Override
        public boolean isOf(Object document) {
            return true;
        }

        @Override
        public Object idOf(Object document) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids) {}

        @Override
        public boolean isShared() {
            return false;
        }
    };

    private static TargetFind wanting(int ids) {
        TargetFind find = new TargetFind(CHILDREN.node(), NODES);
        for (int id = 0; id < ids; id++) {
            find.add(id);
        }
        return find;
    }

    private static Predicate<Integer> sharedInSomeChunk(TargetFind find) {
        return id -> find.chunks().stream().anyMatch(chunk -> chunk.ids().contains(id) && chunk.isShared(id));
    }

    @Test
    void keepsDocumentsThatSeveralWant() {
        TargetFind find = wanting(3);
        find.add(1);

        assertThat(List.of(0, 1, 2)).filteredOn(find::isShared).containsExactly(1);
    }

    @Test
    void isSplitWhereACommandDoesNotTakeAllIds() {
        assertThat(wanting(50_000).chunks()).hasSize(1);
        assertThat(wanting(MORE_THAN_ONE_FIND_TAKES).chunks())
                .extracting(chunk -> chunk.ids().size())
                .containsExactly(50_000, 1);
        assertThat(wanting(0).chunks()).isEmpty();
    }

    @Test
    void keepsWhatAReferrerInAnotherChunkMayBe() {
        TargetFind find = wanting(MORE_THAN_ONE_FIND_TAKES);
        assertThat(List.of(0, 50_000)).noneMatch(sharedInSomeChunk(find));

        find.addReferred(CHILDREN, 7);

        assertThat(List.of(0, 50_000)).allMatch(sharedInSomeChunk(find));
    }
}
