// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QFleet.fleet;
import static dev.ligature.it.model.QSailor.sailor;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.delete;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.OperationException;
import dev.ligature.it.model.Contract;
import dev.ligature.it.model.Fleet;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.Sailor;
import dev.ligature.it.model.Ship;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.Sent;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Rules declared on back links: they hold whatever the caller names, and however. */
class BackLinkRulesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Fleets seas = new Fleets(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void fill() {
        seas.clear();
        seas.fill();
        recorder.clear();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("document", seas -> seas.fleets.findById("1").flatMap(seas.fleets::delete)),
                way("id", seas -> seas.fleets.deleteById("1")),
                way("query", seas -> seas.fleets.find(fleet.id.eq("1")).delete()),
                way("query through links", seas -> seas.fleets
                        .find(fleet.ships().crew().id.eq("bob"))
                        .delete()),
                way("query by joins", seas -> seas.fleets
                        .find(fleet.ships().crew().ship().id.eq("a"))
                        .semiJoinBound(0)
                        .delete()));
    }

    private static Arguments way(String name, Function<Fleets, Mono<Long>> delete) {
        return Arguments.of(Named.of(name, delete));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void giveTheSameByEveryWay(Function<Fleets, Mono<Long>> delete) {
        assertThat(get(delete.apply(seas))).isEqualTo(1);

        assertThat(seas.ids("fleets")).containsExactly("2");
        assertThat(seas.ids("ships")).containsExactly("c");
        assertThat(seas.ids("sailors")).containsExactly("cid");
        assertThat(seas.contents())
                .containsExactlyInAnyOrder(
                        "fleets {\"_id\": \"2\", \"admiral\": \"cid\"}",
                        "ships {\"_id\": \"c\", \"fleet\": \"2\", \"captain\": \"cid\"}",
                        "sailors {\"_id\": \"cid\", \"ship\": \"c\"}",
                        "logs {\"_id\": \"log\", \"ship\": \"a\"}",
                        "routes {\"_id\": \"east\", \"ships\": [{\"$ref\": \"ships\", \"$id\": \"c\"},"
                                + " {\"$ref\": \"ships\", \"$id\": \"gone\"}], \"sp\": [\"c\"],"
                                + " \"flagship\": null, \"version\": 4}",
                        "routes {\"_id\": \"far\", \"ships\": [], \"sp\": [], \"flagship\": null," + " \"version\": 3}",
                        "routes {\"_id\": \"west\", \"ships\": [{\"$ref\": \"ships\", \"$id\": \"c\"}],"
                                + " \"sp\": [], \"flagship\": {\"$ref\": \"ships\", \"$id\": \"c\"}, \"version\": 1}");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refuseTheSameByEveryWayBeforeAnythingIsChanged(Function<Fleets, Mono<Long>> delete) {
        list(seas.contracts.insertAll(List.of(
                new Contract("one", Ref.to("dan"), Optional.empty()),
                new Contract("two", Ref.to("dan"), Optional.empty()),
                new Contract("three", Ref.to("ann"), Optional.empty()),
                new Contract("four", Ref.to("cid"), Optional.empty()))));
        List<String> before = seas.contents();
        recorder.clear();

        assertThatThrownBy(() -> get(delete.apply(seas)))
                .isInstanceOf(DeleteRestrictedException.class)
                .hasMessageContaining("Sailor [")
                .hasMessageContaining("dan")
                .hasMessageContaining("ann")
                .hasMessageNotContaining("cid")
                .hasMessageContaining("3 documents link there by Contract.sailor")
                .hasMessageContaining("Sailor.contracts is RESTRICT")
                .hasMessageContaining("Nothing was deleted");

        assertThat(recorder.names()).doesNotContain("update", "delete");
        assertThat(seas.contents()).isEqualTo(before);
    }

    @Test
    void costAsManyCommandsForManyAsForOne() {
        get(seas.fleets.deleteById("1"));
        List<Sent> one = recorder.commands().stream().map(Command::sent).toList();
        seas.clear();
        seas.fill();
        recorder.clear();

        assertThat(get(seas.fleets.find().delete())).isEqualTo(2);

        assertThat(recorder.commands().size()).isLessThanOrEqualTo(one.size());
        assertThat(recorder.commands("delete")).hasSize(3);
        assertThat(one.subList(one.indexOf(update("routes")), one.size()))
                .containsExactly(
                        update("routes"),
                        update("routes"),
                        update("routes"),
                        update("sailors"),
                        update("fleets"),
                        update("ships"),
                        delete("sailors"),
                        delete("ships"),
                        delete("sailors"),
                        delete("ships"),
                        delete("fleets"));
        assertThat(one.subList(0, one.indexOf(update("routes")))).isNotEmpty().allMatch(each -> each.name()
                .equals("find"));
    }

    @Test
    void holdForDocumentsThatAreDeletedAlongLinks() {
        get(seas.fleets.insert(new Fleet("9", Optional.empty(), List.of())));
        get(seas.ships.insert(Ship.of("z", "9", null)));
        list(seas.routes.insertAll(List.of(
                Route.of("named", List.of("z", "z"), List.of("z"), "z"),
                Route.of("other", List.of("z"), List.of(), null))));
        recorder.clear();

        assertThat(get(seas.routes.deleteById("named", DeleteRule.DELETE_LINKS)))
                .isEqualTo(1);

        assertThat(recorder.commands("update")).hasSize(1);
        assertThat(recorder.commands("update").get(0).document().toString())
                .as("the route that goes is left as it is until then")
                .contains("other")
                .doesNotContain("named");
        assertThat(seas.stored("routes", "other").getArray("ships")).isEmpty();
        assertThat(seas.ids("ships")).containsExactly("a", "b", "c", "d");
        assertThat(seas.ids("fleets")).containsExactly("1", "2");
    }

    @Test
    void doNotCountReferrersThatAreDeletedThemselves() {
        get(seas.contracts.insert(new Contract("one", Ref.to("dan"), Optional.of(Ref.to("d")))));

        assertThat(get(seas.fleets.deleteById("1"))).isEqualTo(1);
        assertThat(seas.ids("contracts")).isEmpty();
    }

    @Test
    void areNotAskedForDocumentsThatAreNotThere() {
        get(seas.ships.insert(Ship.of("ghost", "nowhere", null)));
        recorder.clear();

        assertThat(get(seas.fleets.deleteById("nowhere"))).isZero();
        assertThat(recorder).containsExactly(find("fleets"));
        assertThat(get(seas.ships.existsById("ghost"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(DeleteRule.class)
    void applyUnderEveryDeleteRule(DeleteRule rule) {
        get(seas.contracts.insert(new Contract("one", Ref.to("cid"), Optional.empty())));

        assertThatThrownBy(() -> get(seas.sailors.find(sailor.id.eq("cid")).delete(rule)))
                .isInstanceOf(DeleteRestrictedException.class);
        assertThat(seas.ids("sailors")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sailors", "ships", "fleets"})
    void leaveNoDanglingLinkWhenACollectionFailsAndCanBeTriedAgain(String collection) {
        Fleets failing = new Fleets(FailingDatabase.of(DATABASE.database(), "deleteMany", collection));

        assertThatThrownBy(() -> get(failing.fleets.deleteById("1"))).isInstanceOf(OperationException.class);
        assertNothingDangles();

        assertThat(get(seas.fleets.deleteById("1"))).isEqualTo(1);
        assertNothingDangles();
        assertThat(seas.ids("ships")).doesNotContain("a", "b");
        assertThat(seas.ids("sailors")).doesNotContain("ann", "bob");
    }

    /** But for what dangled before and what no rule is declared for. */
    private void assertNothingDangles() {
        for (Fleet each : list(seas.fleets.find().fetchLinks(1).all())) {
            assertThat(each.admiral().stream()).allMatch(Ref::isFetched);
        }
        for (Ship each : list(seas.ships.find().fetchLinks(1).all())) {
            assertThat(each.fleet().isFetched()).isTrue();
            assertThat(Stream.ofNullable(each.captain())).allMatch(Ref::isFetched);
        }
        for (Sailor each : list(seas.sailors.find().fetchLinks(1).all())) {
            assertThat(each.ship().isFetched()).isTrue();
            assertThat(each.mentor().stream()).allMatch(Ref::isFetched);
        }
        for (Route each : list(seas.routes.find().fetchLinks(1).all())) {
            assertThat(each.ships()).allMatch(ref -> ref.isFetched() || "gone".equals(ref.id()));
            assertThat(each.spares().orElseThrow()).allMatch(Ref::isFetched);
            assertThat(each.flagship().stream()).allMatch(Ref::isFetched);
        }
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void joinATransaction() {
        List<String> before = seas.contents();
        Transactions transactions = Transactions.of(DATABASE.client());

        assertThatThrownBy(() -> get(transactions.run(() -> seas.fleets
                        .deleteById("1")
                        .then(seas.fleets.existsById("1"))
                        .flatMap(exists -> Mono.<Long>error(new IllegalStateException("exists: " + exists))))))
                .hasMessageContaining("exists: false");
        assertThat(seas.contents()).isEqualTo(before);

        assertThat(get(Mono.from(transactions.run(() -> seas.fleets.deleteById("1")))))
                .isEqualTo(1);
        assertThat(seas.ids("fleets")).containsExactly("2");
    }
}
