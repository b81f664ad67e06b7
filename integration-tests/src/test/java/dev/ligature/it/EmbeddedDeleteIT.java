// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.delete;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.it.orders.Bank;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.Ingredient;
import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.Order.Customer;
import dev.ligature.it.orders.Order.Line;
import dev.ligature.it.orders.Order.Parcel;
import dev.ligature.it.orders.Oven;
import dev.ligature.it.orders.Product;
import dev.ligature.it.orders.Recipe;
import dev.ligature.it.orders.Recipe.Origin;
import dev.ligature.it.orders.Recipe.Step;
import dev.ligature.it.orders.Shop;
import dev.ligature.it.orders.Tool;
import dev.ligature.link.Ref;
import dev.ligature.query.DeletePlan;
import dev.ligature.query.DeleteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Deletes along links of embedded values, and the rules of back links over them. */
class EmbeddedDeleteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Shop shop = new Shop(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        shop.clear();
        recorder.clear();
    }

    private List<String> products() {
        return list(shop.products.find().all()).stream()
                .map(Product::name)
                .sorted()
                .toList();
    }

    /** An order whose embedded values link to products: in a line, as an alternative, in a map and in a parcel. */
    private Order order(Ref<Product> line, Ref<Product> alternative, Ref<Product> extra, Ref<Product> parcel) {
        return get(shop.orders.insert(Order.of("1", Line.of(1, line).withAlternatives(List.of(alternative)))
                .withCustomer(new Customer("Ann", Optional.of(Ref.to("ann"))))
                .withExtras(Map.of("gift", Line.of(1, extra)))
                .withParcels(List.of(new Parcel("a", List.of(Line.of(2, parcel)))))));
    }

    @Test
    void deletesWhatEmbeddedValuesLinkTo() {
        shop.buyer("ann", "Ann");
        shop.buyer("bob", "Bob");
        Order order =
                order(shop.ref("line", 1), shop.ref("alternative", 1), shop.ref("extra", 1), shop.ref("parcel", 1));
        shop.product("other", 1);
        recorder.clear();

        assertThat(get(shop.orders.deleteById(id(order.id()), DeleteRule.DELETE_LINKS)))
                .isEqualTo(1);

        assertThat(recorder.commands("delete"))
                .extracting(CommandRecorder.Command::collection)
                .containsExactlyInAnyOrder("products", "buyers", "orders")
                .last()
                .isEqualTo("orders");
        assertThat(products()).containsExactly("other");
        assertThat(list(shop.buyers.find().all())).extracting(buyer -> buyer.id).containsExactly("bob");
        assertThat(list(shop.orders.find().all())).isEmpty();
    }

    /** Another service may store the id of a DBRef as a number of another type. */
    @Test
    void keepsWhatADBRefWithAnEqualNumberLinksTo() {
        get(shop.banks.insert(Bank.of(10, "North")));
        Cart cart = Cart.of("gone");
        cart.payment = Optional.of(new Cart.Transfer("DE1", Ref.to(10), Optional.empty()));
        get(shop.carts.insert(cart));
        shop.store("carts", "{name: 'stays', payment: {kind: 'card', bank: {$ref: 'banks', $id: 10.0}}}");

        get(shop.carts.deleteById(id(cart.id), DeleteRule.DELETE_ORPHANS));

        assertThat(list(shop.banks.find().all())).extracting(Bank::name).containsExactly("North");
    }

    /** A link in whichever embedded value, also in a map, keeps what it points to. */
    @Test
    void keepsWhatOtherEmbeddedValuesLinkTo() {
        Ref<Product> kept1 = shop.ref("in a line", 1);
        Ref<Product> kept2 = shop.ref("in a map", 1);
        Ref<Product> kept3 = shop.ref("in a parcel", 1);
        Ref<Product> kept4 = shop.ref("in a set of DBRefs", 1);
        Order other = Order.of("2", Line.of(1, kept1))
                .withExtras(Map.of("gift", Line.of(1, kept2)))
                .withParcels(List.of(new Parcel("b", List.of(Line.of(1, kept3)))));
        get(shop.orders.insert(other));
        Cart cart = Cart.of("other");
        Cart.Item item = new Cart.Item();
        item.similar = List.of(kept4);
        cart.items.add(item);
        get(shop.carts.insert(cart));
        List<Line> lines = new ArrayList<>();
        for (Ref<Product> each : List.of(kept1, kept2, kept3, kept4, shop.ref("orphan", 1))) {
            lines.add(Line.of(1, each));
        }
        Order order = get(shop.orders.insert(Order.of("1").withLines(lines)));

        assertThat(get(shop.orders.deleteById(id(order.id()), DeleteRule.DELETE_ORPHANS)))
                .isEqualTo(1);

        assertThat(products()).containsExactly("in a line", "in a map", "in a parcel", "in a set of DBRefs");
    }

    @Test
    void refusesWhereARuleRestricts() {
        list(shop.ovens.insertAll(List.of(Oven.of("gas"), Oven.of("wood"), Oven.of("spare"))));
        get(shop.recipes.insert(Recipe.of(
                "bread",
                Step.of("heat"),
                Step.of("bake").withOven(Ref.to("gas")),
                Step.of("bake again").withOven(Ref.to("gas")))));
        get(shop.recipes.insert(Recipe.of("pizza")
                .withOrigin(new Origin("Italy", Optional.of(Ref.to("wood")), Optional.empty(), Optional.empty()))));
        recorder.clear();

        assertThatThrownBy(() -> get(shop.ovens.deleteById("gas")))
                .isInstanceOf(DeleteRestrictedException.class)
                .hasMessageContaining("Oven gas cannot be deleted: 1 document links there by Recipe.steps.oven")
                .hasMessageContaining("Oven.recipes is RESTRICT");
        assertThatThrownBy(() -> get(shop.ovens.deleteById("wood")))
                .isInstanceOf(DeleteRestrictedException.class)
                .hasMessageContaining("Recipe.origin.oven");
        assertThat(recorder.names()).doesNotContain("delete", "update");
        assertThat(get(shop.ovens.deleteById("spare"))).isEqualTo(1);
    }

    @Test
    void deletesTheDocumentsWhoseEmbeddedValuesReferWhereARuleCascades() {
        list(shop.ingredients.insertAll(List.of(Ingredient.of("salt"), Ingredient.of("flour"))));
        list(shop.recipes.insertAll(List.of(
                Recipe.of(
                        "bread",
                        Step.of("mix").withIngredient(Ref.to("flour")),
                        Step.of("season").withIngredient(Ref.to("salt"))),
                Recipe.of("soup")
                        .withOrigin(
                                new Origin("France", Optional.empty(), Optional.of(Ref.to("salt")), Optional.empty())),
                Recipe.of("cake", Step.of("mix").withIngredient(Ref.to("flour"))))));
        recorder.clear();

        assertThat(get(shop.ingredients.deleteById("salt"))).isEqualTo(1);

        assertThat(recorder).counts(find("ingredients"), 1).counts(find("recipes"), 2);
        assertThat(recorder.commands("delete"))
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("recipes", "ingredients");
        assertThat(list(shop.recipes.find().all())).extracting(Recipe::id).containsExactly("cake");
    }

    @Test
    void removesLinksFromTheEmbeddedValuesThatHoldThemWhereARuleUnlinks() {
        list(shop.tools.insertAll(List.of(Tool.of("whisk"), Tool.of("spoon"))));
        shop.store(
                "recipes",
                "{_id: 'cream', steps: [{text: 'a', tool: 'whisk', spares: ['spoon', 'whisk', 'whisk']}, null,"
                        + " {text: 'b', tool: 'spoon', spares: ['spoon']}, {text: 'c', spares: []},"
                        + " {text: 'd', tool: {$ref: 'tools', $id: 'whisk'}, spares: [{$ref: 'tools', $id: 'whisk'}], more: 1}],"
                        + " origin: {country: 'Austria', tool: 'whisk'}}");
        shop.store("recipes", "{_id: 'tea', steps: [{text: 'a', tool: 'spoon', spares: ['spoon']}]}");
        recorder.clear();

        DeletePlan plan = get(shop.tools.planDelete(Tool.of("whisk"), DeleteRule.DO_NOTHING));
        assertThat(plan.toString())
                .contains("Recipe.steps.tool")
                .contains("Recipe.steps.spares")
                .contains("Recipe.origin.tool");
        recorder.clear();
        assertThat(get(shop.tools.deleteById("whisk"))).isEqualTo(1);

        assertThat(recorder).counts(update("recipes"), 3).counts(delete("tools"), 1);
        assertThat(shop.stored("recipes", BsonDocument.parse("{_id: 'cream'}")))
                .isEqualTo(BsonDocument.parse("{_id: 'cream', steps: [{text: 'a', spares: ['spoon']}, null,"
                        + " {text: 'b', tool: 'spoon', spares: ['spoon']}, {text: 'c', spares: []},"
                        + " {text: 'd', spares: [], more: 1}], origin: {country: 'Austria'}}"));
        assertThat(shop.stored("recipes", BsonDocument.parse("{_id: 'tea'}")))
                .isEqualTo(BsonDocument.parse("{_id: 'tea', steps: [{text: 'a', tool: 'spoon', spares: ['spoon']}]}"));
        assertThat(list(shop.recipes.dangling())).isEmpty();
    }

    @Test
    void unlinksManyDocumentsByOneCommandPerLink() {
        get(shop.tools.insert(Tool.of("whisk")));
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            recipes.add(Recipe.of("r" + i, Step.of("a"), Step.of("b").withTool(Ref.to("whisk"))));
        }
        list(shop.recipes.insertAll(recipes));
        recorder.clear();

        assertThat(get(shop.tools.deleteById("whisk"))).isEqualTo(1);

        assertThat(recorder).counts(update("recipes"), 1);
        assertThat(list(shop.recipes.find().all()))
                .hasSize(300)
                .allMatch(recipe -> recipe.steps().get(1).tool().isEmpty());
    }

    @Test
    void indexesThePathsOfEmbeddedLinksThatBackLinksMirror() {
        Flux.concat(
                        shop.products.createIndexes(),
                        shop.buyers.createIndexes(),
                        shop.banks.createIndexes(),
                        shop.tools.createIndexes())
                .blockLast();

        assertThat(keys("orders")).contains("{\"lines.item\": 1}", "{\"customer.account\": 1}");
        assertThat(keys("carts")).contains("{\"items.product\": 1}", "{\"payment.bank\": 1}");
        assertThat(keys("recipes")).contains("{\"steps.tool\": 1}", "{\"steps.spares\": 1}", "{\"origin.tool\": 1}");
        assertThat(list(shop.products.missingIndexes())).isEmpty();
        assertThat(list(shop.tools.missingIndexes())).isEmpty();
    }

    private List<String> keys(String collection) {
        return list(Flux.from(shop.database.getCollection(collection).listIndexes(BsonDocument.class))).stream()
                .map(index -> {
                    BsonDocument keys = index.getDocument("key");
                    keys.replaceAll((field, direction) ->
                            new BsonInt32(direction.asNumber().intValue()));
                    return keys.toJson();
                })
                .toList();
    }
}
