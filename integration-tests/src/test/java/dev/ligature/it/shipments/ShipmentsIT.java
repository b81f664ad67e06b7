// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.shipments;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.shipments.QShipment.shipment;
import static dev.ligature.it.shipments.QShipment_Agent.agent;
import static dev.ligature.it.shipments.QShipment_Good.good;
import static dev.ligature.it.shipments.QShipment_Parcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.ligature.DanglingLinkException;
import dev.ligature.DeleteRestrictedException;
import dev.ligature.it.shipments.Shipment.Agent;
import dev.ligature.it.shipments.Shipment.Contact;
import dev.ligature.it.shipments.Shipment.Good;
import dev.ligature.it.shipments.Shipment.Item;
import dev.ligature.it.shipments.Shipment.Letter;
import dev.ligature.it.shipments.Shipment.Pallet;
import dev.ligature.it.shipments.Shipment.Parcel;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Links in embedded values of documents of several types. */
class ShipmentsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final ShipmentRepository shipments = new ShipmentRepository(DATABASE.database());
    private final Shipment_ParcelRepository parcels = new Shipment_ParcelRepository(DATABASE.database());
    private final Shipment_AgentRepository agents = new Shipment_AgentRepository(DATABASE.database());
    private final Shipment_GoodRepository goods = new Shipment_GoodRepository(DATABASE.database());

    private static Contact contact(String agent) {
        return new Contact("contact of " + agent, Optional.of(Ref.to(agent)));
    }

    private static Item item(int count, String good) {
        return new Item(count, Ref.to(good));
    }

    @BeforeEach
    void threeShipments() {
        get(agents.insertAll(List.of(new Agent("ann", "Ann", List.of()), new Agent("bob", "Bob", List.of())))
                .collectList());
        get(goods.insertAll(List.of(
                        new Good("door", "Oak door", List.of()),
                        new Good("lamp", "Lamp", List.of()),
                        new Good("vase", "Vase", List.of())))
                .collectList());
        get(shipments
                .insertAll(List.of(
                        new Parcel(
                                "parcel",
                                contact("ann"),
                                List.of(item(2, "door"), item(1, "lamp"), item(3, "gone"), item(4, "door"))),
                        new Pallet("pallet", contact("bob"), Map.of("left", item(5, "lamp"), "right", item(6, "vase"))),
                        new Letter("letter", contact("ann")),
                        new Letter("stray", new Contact("nobody", Optional.empty()))))
                .collectList());
        DATABASE.recorder().clear();
    }

    private List<String> ids(Condition<Shipment> condition, int bound) {
        return list(shipments.find(condition).semiJoinBound(bound).ids());
    }

    private static BsonDocument stored(String id) {
        return get(Mono.from(DATABASE.database()
                .getCollection("shipments", BsonDocument.class)
                .find(Filters.eq("_id", id))));
    }

    private static void assertFetched(Shipment shipment) {
        shipment.contact().agent().ifPresent(ref -> assertThat(ref.isFetched()).isTrue());
        if (shipment instanceof Parcel found) {
            assertThat(found.items())
                    .extracting(each -> each.good().isMissing()
                            ? "missing"
                            : each.good().get().name())
                    .containsExactly("Oak door", "Lamp", "missing", "Oak door");
        } else if (shipment instanceof Pallet found) {
            assertThat(found.slots().get("left").good().get().name()).isEqualTo("Lamp");
            assertThat(found.slots().get("right").good().get().name()).isEqualTo("Vase");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fetchesTheLinksOfEachType(FetchStrategy strategy) {
        List<Shipment> found =
                list(shipments.find().fetchLinks(1).using(strategy).all());

        assertThat(found).hasSize(4).allSatisfy(ShipmentsIT::assertFetched);
        assertFetched(get(parcels.findById("parcel").fetchLinks(1).using(strategy)));
    }

    @ParameterizedTest
    @EnumSource
    void fetchesALinkOfOneType(FetchStrategy strategy) {
        Parcel found = (Parcel) get(shipments
                .findById("parcel")
                .fetch(shipment.asParcel().items.good())
                .using(strategy));

        assertThat(found.items().get(0).good().get().name()).isEqualTo("Oak door");
        assertThat(found.contact().agent().orElseThrow().isFetched()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhereALinkDangles(FetchStrategy strategy) {
        assertThatThrownBy(() -> list(shipments
                        .find()
                        .fetchLinks(1)
                        .missing(MissingTargets.FAIL)
                        .using(strategy)
                        .all()))
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageContaining("items[2].good");
    }

    @Test
    void fetchesOnDemand() {
        List<Shipment> found = list(shipments.fetch(
                shipments.findAll(),
                shipment.contact.agent(),
                shipment.asParcel().items.good(),
                shipment.asPallet().slots.good()));

        assertThat(found).hasSize(4).allSatisfy(ShipmentsIT::assertFetched);
    }

    @ParameterizedTest
    @EnumSource
    void fetchesBackLinks(FetchStrategy strategy) {
        Agent ann = get(agents.findById("ann").fetch(agent.shipments()).using(strategy));
        Good door = get(goods.findById("door").fetch(good.parcels()).using(strategy));

        assertThat(BackRef.fetched(ann.shipments()))
                .extracting(Shipment::id)
                .containsExactlyInAnyOrder("letter", "parcel");
        assertThat(BackRef.fetched(door.parcels())).extracting(Parcel::id).containsExactly("parcel");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100}) // past the bound, joins take over
    void conditionsGoThroughTheLinks(int bound) {
        assertThat(ids(shipment.contact.agent().name.eq("Ann"), bound)).containsExactlyInAnyOrder("letter", "parcel");
        assertThat(ids(shipment.contact.agent().exists(), bound)).hasSize(3);
        assertThat(ids(shipment.asParcel().items.good().name.startsWith("Oak"), bound))
                .containsExactly("parcel");
        assertThat(ids(shipment.asParcel().items.good().id.eq("lamp"), bound)).containsExactly("parcel");
        assertThat(ids(
                        shipment.asParcel().items.any(each -> each.count
                                .gt(3)
                                .and(each.good().name.eq("Oak door"))),
                        bound))
                .containsExactly("parcel");
        assertThat(ids(
                        shipment.asParcel().items.any(each -> each.count
                                .gt(3)
                                .and(each.good().name.eq("Lamp"))),
                        bound))
                .isEmpty();
        assertThat(ids(shipment.asPallet().slots.good().name.eq("Lamp"), bound)).containsExactly("pallet");
        assertThat(ids(shipment.asParcel().items.good().name.eq("Vase").not(), bound))
                .hasSize(4);
        assertThat(list(agents.find(
                                agent.shipments().asParcel().items.good().name.eq("Lamp"))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("ann");
        assertThat(list(goods.find(good.parcels().contact.agent().name.eq("Ann"))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactlyInAnyOrder("door", "lamp");
        assertThat(list(parcels.find(parcel.items.good().name.eq("Lamp"))
                        .semiJoinBound(bound)
                        .ids()))
                .containsExactly("parcel");
    }

    @Test
    void savesWhatItHasRead() {
        List<String> ids = List.of("letter", "pallet", "parcel", "stray");
        List<BsonDocument> before = ids.stream().map(ShipmentsIT::stored).toList();

        list(shipments.saveAll(list(shipments.find().fetchLinks(2).all()), WriteRule.WRITE));

        assertThat(ids.stream().map(ShipmentsIT::stored)).isEqualTo(before);
    }

    @Test
    void writesWhatIsLinked() {
        Item item = new Item(1, Ref.of(new Good("sofa", "Sofa", List.of())));

        get(shipments
                .insertAll(
                        List.of(
                                new Parcel("p2", contact("bob"), List.of(item)),
                                new Pallet("p3", contact("bob"), Map.of("left", item))),
                        WriteRule.WRITE)
                .collectList());

        assertThat(get(goods.existsById("sofa"))).isTrue();
        assertThat(stored("p3")
                        .getDocument("slots")
                        .getDocument("left")
                        .getString("good")
                        .getValue())
                .isEqualTo("sofa");
    }

    @Test
    void appliesTheRulesForDeletes() {
        assertThatThrownBy(() -> get(goods.deleteById("door"))).isInstanceOf(DeleteRestrictedException.class);
        assertThat(get(goods.deleteById("vase"))).isEqualTo(1); // only a pallet holds it, and no rule concerns pallets

        assertThat(get(agents.deleteById("ann"))).isEqualTo(1);
        assertThat(stored("parcel").getDocument("contact").containsKey("agent")).isFalse();
        assertThat(stored("letter").getDocument("contact").containsKey("agent")).isFalse();
        assertThat(stored("pallet").getDocument("contact").getString("agent").getValue())
                .isEqualTo("bob");
    }

    @Test
    void deletesWhatIsLinked() {
        get(shipments.deleteById("parcel", DeleteRule.DELETE_LINKS));

        assertThat(list(goods.find().ids())).containsExactly("vase");
        assertThat(list(agents.find().ids())).containsExactly("bob");
        assertThat(stored("letter").getDocument("contact").containsKey("agent")).isFalse();
    }

    @Test
    void keepsWhatOtherTypesUse() {
        get(parcels.deleteById("parcel", DeleteRule.DELETE_ORPHANS));

        assertThat(list(goods.find().ids())).containsExactlyInAnyOrder("lamp", "vase"); // the pallet has a lamp
        assertThat(list(agents.find().ids())).containsExactlyInAnyOrder("ann", "bob"); // the letter has this agent
    }

    @Test
    void findsAndRepairsWhatDangles() {
        assertThat(list(shipments.dangling())).singleElement().satisfies(each -> {
            assertThat(each.documentId()).isEqualTo("parcel");
            assertThat(each.targetId()).isEqualTo("gone");
            assertThat(each.toString()).contains("items[2].good");
        });

        get(goods.deleteById("vase"));
        assertThat(list(shipments.dangling()))
                .extracting(each -> each.documentId())
                .containsExactlyInAnyOrder("parcel", "pallet");
        get(Mono.from(agents.collection().deleteOne(Filters.eq("_id", "bob"))));
        assertThat(get(shipments.repair(shipment.contact.agent(), RepairRule.UNSET)))
                .isEqualTo(1);
        assertThat(stored("pallet").getDocument("contact").containsKey("agent")).isFalse();
    }

    @Test
    void attachesWhereNoListIsOnTheWay() {
        assertThat(get(shipments.attach("stray", shipment.contact.agent(), Ref.<Agent>to("bob"))))
                .isEqualTo(1);
        assertThat(get(shipments.detachAll("letter", shipment.contact.agent()))).isEqualTo(1);

        assertThat(stored("stray").getDocument("contact").getString("agent").getValue())
                .isEqualTo("bob");
        assertThat(stored("letter").getDocument("contact").containsKey("agent")).isFalse();
    }

    @Test
    void createsTheIndexesBehindTheBackLinks() {
        get(shipments.createIndexes().then(Mono.just(true)));

        assertThat(list(Flux.from(DATABASE.database().getCollection("shipments").listIndexes(BsonDocument.class))))
                .extracting(index -> index.getDocument("key").getFirstKey())
                .contains("contact.agent", "items.good", "kind");
        assertThat(list(shipments.missingIndexes())).isEmpty();
    }
}
