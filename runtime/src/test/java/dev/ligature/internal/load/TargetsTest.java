// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.Planner;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a window knows when its finds have come back. */
class TargetsTest {
    /** A tree whose branches name what they grow on, perhaps twice. */
    private record Branch(Integer id, List<Object> on) {}

    private static final DocumentType<Branch> BRANCH = DocumentType.builder(Branch.class, "branches")
            .id("id", Integer.class, ValueCodecs.INTEGER, Branch::id)
            .link("on", "on", LinkShape.LIST, LinkStorage.ID, () -> TargetsTest.BRANCH)
            .backLink("branches", LinkShape.LIST, "on", OnDelete.NOTHING, () -> TargetsTest.BRANCH)
            .codec(registry -> {
                throw new IllegalStateException("branches are read by their shape");
            })
            .build();

    private static final FetchNode.Edge BRANCHES = Planner.fetchInBatches(BRANCH, FetchRequest.NOTHING.withDepth(1))
            .edges()
            .get(1);

    private static final FieldNames FIELDS = FieldNames.of("_id", "on");

    private record Branches(boolean isShared) implements Shape {
        @Override
        public DocumentType<?> type() {
            return BRANCH;
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
        public Object read(BsonSource source, ExtraFields extra) {
            Integer id = null;
            List<Object> on = new ArrayList<>();
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                if (place == 0) {
                    id = Reads.int32(source);
                } else {
                    source.startDocument();
                    while (source.advance()) {
                        on.add(Reads.int32(source));
                    }
                }
            }
            return new Branch(id, on);
        }

        @Override
        public Object idOf(Object document) {
            return ((Branch) document).id;
        }

        @Override
        public void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids) {
            ((Branch) document).on.forEach(ids);
        }
    }

    private final Shape shape = new Branches(false);
    private final Targets targets = new Targets(shape);

    private TargetFind finding(int... ids) {
        TargetFind find = new TargetFind(BRANCHES.node(), shape);
        for (int id : ids) {
            find.add(id);
        }
        return find;
    }

    private TargetFind findingReferrers(int... ids) {
        TargetFind find = new TargetFind(BRANCHES.node(), shape);
        for (int id : ids) {
            find.addReferred(BRANCHES, id);
        }
        return find;
    }

    private static Loaded loaded(Shape shape, TargetFind find, String json) {
        return Loaded.read(shape, BsonSource.of(bytes(json)), find::isShared);
    }

    private static byte[] bytes(String json) {
        RawBsonDocument document = RawBsonDocument.parse(json);
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        return bytes;
    }

    private Loaded damaged(Object id, String json) {
        return Loaded.damaged(
                shape,
                new DocumentReadException("Branch", id, "Branch cannot be read", null),
                RawBsonDocument.parse(json));
    }

    private void enter(TargetFind find, String... documents) {
        targets.enter(
                find,
                List.of(documents).stream()
                        .map(each -> loaded(shape, find, each))
                        .toList());
    }

    @Test
    void knowsOfAnIdThatWasNotFoundThatNothingHasIt() {
        assertThat(targets.lacks(1)).isTrue();

        enter(finding(1, 2), "{_id: 2}");

        assertThat(targets.lacks(1)).isFalse();
        assertThat(targets.claim(1)).isNull();
        assertThat(targets.claim(2)).isEqualTo(new Branch(2, List.of()));
    }

    @Test
    void givesADocumentThatSeveralWantToEachAsAnObjectOfItsOwn() {
        enter(finding(1, 1), "{_id: 1, on: [7]}");

        Object one = targets.claim(1);
        Object other = targets.claim(1);

        assertThat(one).isEqualTo(new Branch(1, List.of(7))).isEqualTo(other).isNotSameAs(other);
    }

    @Test
    void looksAgainForADocumentThatWasGivenAwayAndNotKept() {
        enter(finding(1), "{_id: 1}");
        targets.claim(1);

        assertThat(targets.lacks(1)).isTrue();
        enter(finding(1), "{_id: 1, on: [8]}");
        assertThat(targets.claim(1)).isEqualTo(new Branch(1, List.of(8)));
    }

    @Test
    void sharesWhatNobodyChanges() {
        Shape fragments = new Branches(true);
        Targets shared = new Targets(fragments);
        TargetFind find = new TargetFind(BRANCHES.node(), fragments);
        find.add(1);
        shared.enter(find, List.of(loaded(fragments, find, "{_id: 1}")));

        assertThat(shared.claim(1)).isNotNull().isSameAs(shared.claim(1));
        assertThat(shared.lacks(1)).isFalse();
    }

    @Test
    void namesAReferrerOnceThatHoldsAnIdTwiceAndNoneOfIdsThatNobodyAskedFor() {
        enter(findingReferrers(1, 2), "{_id: 5, on: [1, 1, 3]}", "{_id: 6, on: [1]}");

        assertThat(targets.referrers(BRANCHES.link(), 1)).containsExactly(5, 6);
        assertThat(targets.referrers(BRANCHES.link(), 2)).isEmpty();
        assertThat(targets.lacksReferrers(BRANCHES.link(), 2)).isFalse();
        assertThat(targets.lacksReferrers(BRANCHES.link(), 3)).isTrue();
        assertThat(targets.referrers(BRANCHES.link(), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void keepsADamagedDocumentFromThoseAloneWhoWantIt(int claims) {
        TargetFind find = finding(1, 2);
        targets.enter(find, List.of(damaged(1, "{_id: 1, on: 'x'}"), loaded(shape, find, "{_id: 2}")));

        for (int i = 0; i < claims; i++) {
            assertThat(targets.claim(1)).isInstanceOf(DocumentReadException.class);
        }
        assertThat(targets.claim(2)).isEqualTo(new Branch(2, List.of()));
    }

    @Test
    void keepsADamagedReferrerFromThoseAloneToWhomItRefers() {
        targets.enter(findingReferrers(1, 2), List.of(damaged(null, "{_id: 'x', on: [1]}")));

        assertThat(targets.unreadReferrer(BRANCHES.link(), 1)).isNotNull();
        assertThat(targets.unreadReferrer(BRANCHES.link(), 2)).isNull();
    }

    @Test
    void failsWhereItDoesNotShowWhoWantsADamagedDocument() {
        assertThatThrownBy(() -> targets.enter(finding(1), List.of(damaged(null, "{_id: 'x'}"))))
                .isInstanceOf(DocumentReadException.class);
    }

    @Test
    void countsTheBytesOfAllThatIsFound() {
        TargetFind find = finding(1);
        Loaded sound = loaded(shape, find, "{_id: 1}");
        Loaded broken = damaged(1, "{_id: 1, on: 'x'}");

        assertThat(targets.enter(find, List.of(sound, broken)))
                .isEqualTo(bytes("{_id: 1}").length + bytes("{_id: 1, on: 'x'}").length);
    }
}
