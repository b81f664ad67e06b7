// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Planner;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.bson.BsonSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the graphs of some roots ask for, and what becomes of the answers. The server is a map of documents. */
class WindowTest {
    private final Map<Integer, String> stored = new LinkedHashMap<>();
    private final List<BsonDocument> sent = new ArrayList<>();

    private MissingTargets missing = MissingTargets.KEEP;

    private void store(int id, String fields) {
        stored.put(id, "{_id: " + id + (fields.isEmpty() ? "" : ", " + fields) + "}");
    }

    /** The documents that a find brings: of alternatives, those that one holds for. */
    private Mono<List<Loaded>> find(TargetFind find) {
        return Mono.fromSupplier(() -> {
            BsonDocument filter = find.command().filter();
            sent.add(filter);
            List<BsonDocument> alternatives = filter.containsKey("$or")
                    ? filter.getArray("$or").stream().map(BsonValue::asDocument).toList()
                    : List.of(filter);
            return stored.values().stream()
                    .filter(each ->
                            alternatives.stream().anyMatch(alternative -> holds(alternative, BsonDocument.parse(each))))
                    .map(each -> loaded(find, each))
                    .toList();
        });
    }

    private static boolean holds(BsonDocument alternative, BsonDocument document) {
        String field = alternative.getFirstKey();
        BsonArray in = alternative.getDocument(field).getArray("$in");
        BsonValue value = document.get(field);
        return value != null
                && (value.isArray() ? value.asArray() : List.of(value)).stream().anyMatch(in::contains);
    }

    private static Loaded loaded(TargetFind find, String json) {
        try {
            return Loaded.read(find.shape(), BsonSource.of(Branch.bytes(json)), find::isShared);
        } catch (DocumentReadException damaged) {
            return Loaded.damaged(find.shape(), damaged, RawBsonDocument.parse(json));
        }
    }

    private static FetchRequest along(LinkType... path) {
        FetchRequest request = FetchRequest.NOTHING;
        for (int links = 1; links <= path.length; links++) {
            request = request.withPath(List.of(path).subList(0, links));
        }
        return request;
    }

    private QueryPlan plan(FetchRequest fetch) {
        return new Planner(MongoClientSettings.getDefaultCodecRegistry())
                .plan(FindRequest.of(Branch.TYPE, new Predicate.Always()).withFetch(fetch), false);
    }

    private List<Graph> load(QueryPlan plan, Root... roots) {
        View<Branch> view = new DocumentView<>(Branch.codecs(), Branch.TYPE, missing);
        List<Graph> graphs = Stream.of(roots)
                .map(root -> view.graph(root, plan.fetch(), plan.sides()))
                .toList();
        new Window(this::find, graphs, 0).load(new WindowSize(false)).block();
        return graphs;
    }

    private List<Branch> fetch(FetchRequest fetch, int... roots) {
        QueryPlan plan = plan(fetch.withStrategy(FetchStrategy.BATCH));
        Root[] read = Arrays.stream(roots)
                .mapToObj(id -> Root.alone(Branch.of(stored.get(id))))
                .toArray(Root[]::new);
        return load(plan, read).stream().map(graph -> (Branch) graph.finish()).toList();
    }

    private static BsonDocument bson(String json) {
        return BsonDocument.parse(json);
    }

    private static List<Integer> ids(List<BackRef<Branch>> branches) {
        return branches.stream().map(each -> each.get().id()).toList();
    }

    @Test
    void asksOncePerLevelForWhatSeveralRootsWant() {
        store(1, "on: [10, 11]");
        store(2, "on: [11, 12]");
        store(10, "on: [20]");
        store(11, "on: [20]");
        store(12, "");
        store(20, "");

        List<Branch> roots = fetch(along(Branch.ON, Branch.ON), 1, 2);

        assertThat(sent).containsExactly(bson("{_id: {$in: [10, 11, 12]}}"), bson("{_id: {$in: [20]}}"));
        Branch shared = roots.get(0).on().get(1).get();
        assertThat(shared)
                .isEqualTo(roots.get(1).on().get(0).get())
                .isNotSameAs(roots.get(1).on().get(0).get());
        assertThat(shared.on().get(0).get())
                .isSameAs(roots.get(0).on().get(0).get().on().get(0).get());
    }

    @Test
    void asksForNothingThatARootHasAlready() {
        store(1, "on: [1], next: 1");

        Branch root = fetch(along(Branch.ON, Branch.NEXT), 1).get(0);

        assertThat(sent).isEmpty();
        assertThat(root.on().get(0).get()).isSameAs(root);
    }

    @Test
    void closesACycleThatComesBackToTheRoot() {
        store(1, "next: 2");
        store(2, "next: 3");
        store(3, "next: 1");

        Branch root = fetch(along(Branch.NEXT, Branch.NEXT, Branch.NEXT), 1).get(0);

        assertThat(root.next().get().next().get().next().get()).isSameAs(root);
        assertThat(sent).hasSize(2);
    }

    @Test
    void keepsOrderDuplicatesAndWhatIsMissing() {
        store(1, "on: [3, 9, 2, 3]");
        store(2, "");
        store(3, "");

        List<Ref<Branch>> on = fetch(along(Branch.ON), 1).get(0).on();

        assertThat(on).extracting(Ref::id).containsExactly(3, 9, 2, 3);
        assertThat(on).extracting(Ref::isMissing).containsExactly(false, true, false, false);
        assertThat(on.get(0).get()).isSameAs(on.get(3).get());
    }

    @Test
    void leavesOutWhatIsMissingWhereThatIsAskedFor() {
        missing = MissingTargets.DROP;
        store(1, "on: [3, 9, 2]");
        store(2, "");
        store(3, "");

        assertThat(fetch(along(Branch.ON), 1).get(0).on()).extracting(Ref::id).containsExactly(3, 2);
    }

    @Test
    void failsOfWhatIsMissingWhereThatIsAskedForAndNamesIt() {
        missing = MissingTargets.FAIL;
        store(1, "on: [9]");

        assertThatThrownBy(() -> fetch(along(Branch.ON), 1))
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageContainingAll("Branch 1", "Branch.on", "Branch 9");
    }

    @Test
    void takesWhatAJoinHasBroughtAndAsksForNothing() {
        QueryPlan plan = plan(along(Branch.ON).withStrategy(FetchStrategy.LOOKUP));
        Root root = new Root(
                Branch.of("{_id: 1, on: [2, 9, 2]}"),
                List.of(List.of(Branch.of("{_id: 2}"), Branch.of("{_id: 2}"))),
                0);

        Branch read = (Branch) load(plan, root).get(0).finish();

        assertThat(sent).isEmpty();
        assertThat(read.on()).extracting(Ref::isFetched).containsExactly(true, false, true);
        assertThat(read.on().get(0).get()).isSameAs(read.on().get(2).get());
    }

    @Test
    void asksForWhatAJoinCannotHaveBroughtSinceItIsStoredInTheOtherForm() {
        store(3, "");
        QueryPlan plan = plan(along(Branch.ON).withStrategy(FetchStrategy.LOOKUP));
        Root root = new Root(
                Branch.of("{_id: 1, on: [2, {$ref: 'branches', $id: 3}]}"), List.of(List.of(Branch.of("{_id: 2}"))), 0);

        Branch read = (Branch) load(plan, root).get(0).finish();

        assertThat(sent).containsExactly(bson("{_id: {$in: [3]}}"));
        assertThat(read.on()).extracting(Ref::isFetched).containsExactly(true, true);
    }

    @Test
    void bindsReferrersInTheOrderOfTheirIdsEachOnce() {
        store(1, "");
        store(7, "on: [1, 1]");
        store(5, "on: [2, 1]");
        store(6, "on: [{$ref: 'branches', $id: 1}]");

        Branch root = fetch(along(Branch.CARRIED), 1).get(0);

        assertThat(sent).containsExactly(bson("{on: {$in: [1]}}"));
        assertThat(ids(root.carried())).containsExactly(5, 7);
    }

    @Test
    void asksForLinksAndBackLinksOfALevelTogether() {
        store(1, "next: 2");
        store(2, "");
        store(3, "on: [1]");

        Branch root =
                fetch(along(Branch.NEXT).withPath(List.of(Branch.CARRIED)), 1).get(0);

        assertThat(sent).containsExactly(bson("{$or: [{_id: {$in: [2]}}, {on: {$in: [1]}}]}"));
        assertThat(root.next().get().id()).isEqualTo(2);
        assertThat(ids(root.carried())).containsExactly(3);
    }

    @Test
    void bindsABackReferenceToTheRecordAsItIsInTheEnd() {
        store(1, "");
        store(2, "next: 1");
        store(3, "next: 2");

        Branch root = fetch(along(Branch.NEIGHBOUR, Branch.NEIGHBOUR), 1).get(0);

        assertThat(root.neighbour().get().id()).isEqualTo(2);
        assertThat(root.neighbour().get().neighbour().get().id()).isEqualTo(3);
    }

    @Test
    void namesTheReferrersWhereThereShouldBeOne() {
        store(1, "");
        store(2, "next: 1");
        store(3, "next: 1");

        assertThatThrownBy(() -> fetch(along(Branch.NEIGHBOUR), 1))
                .isInstanceOf(AmbiguousBackLinkException.class)
                .hasMessageContainingAll("Branch 1", "Branch.neighbour", "2", "3");
    }

    @Test
    void failsTheRootAloneToWhichWhatCannotBeReadIsLinked() {
        store(1, "next: 3");
        store(2, "next: 4");
        store(3, "on: 'x'");
        store(4, "");

        List<Graph> graphs = load(
                plan(along(Branch.NEXT).withStrategy(FetchStrategy.BATCH)),
                Root.alone(Branch.of(stored.get(1))),
                Root.alone(Branch.of(stored.get(2))));

        assertThat(((Branch) graphs.get(1).finish()).next().get().id()).isEqualTo(4);
        assertThatThrownBy(graphs.get(0)::finish)
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("Branch 3");
    }

    @Test
    void asksAgainForNoneThatIsMissing() {
        store(1, "on: [9, 2]");
        store(2, "next: 9");

        Branch root = fetch(along(Branch.ON, Branch.NEXT), 1).get(0);

        assertThat(root.on().get(1).get().next().isMissing()).isTrue();
        assertThat(sent).containsExactly(bson("{_id: {$in: [9, 2]}}"));
    }
}
