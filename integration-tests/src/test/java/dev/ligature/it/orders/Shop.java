// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import static dev.ligature.it.Houses.get;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.link.Ref;
import dev.ligature.repository.RepositoryOptions;
import java.util.List;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** The repositories of the orders, and the short words that the tests use. */
public final class Shop {
    private static final List<String> COLLECTIONS =
            List.of("orders", "carts", "products", "buyers", "banks", "recipes", "ingredients", "ovens", "tools");

    public final MongoDatabase database;
    public final OrderRepository orders;
    public final CartRepository carts;
    public final ProductRepository products;
    public final BuyerRepository buyers;
    public final BankRepository banks;
    public final RecipeRepository recipes;
    public final IngredientRepository ingredients;
    public final OvenRepository ovens;
    public final ToolRepository tools;

    public Shop(MongoDatabase database) {
        this(database, RepositoryOptions.defaults());
    }

    public Shop(MongoDatabase database, RepositoryOptions options) {
        this.database = database;
        orders = new OrderRepository(database, options);
        carts = new CartRepository(database, options);
        products = new ProductRepository(database, options);
        buyers = new BuyerRepository(database, options);
        banks = new BankRepository(database, options);
        recipes = new RecipeRepository(database, options);
        ingredients = new IngredientRepository(database, options);
        ovens = new OvenRepository(database, options);
        tools = new ToolRepository(database, options);
    }

    /** Empties all collections. */
    public void clear() {
        for (String collection : COLLECTIONS) {
            get(Mono.from(database.getCollection(collection).deleteMany(new BsonDocument())));
        }
    }

    /** A saved product. */
    public Product product(String name, int price) {
        return get(products.insert(Product.of(name, price)));
    }

    /** A reference to a new product, saved, and itself not fetched. */
    public Ref<Product> ref(String name, int price) {
        return Ref.to(dev.ligature.it.Houses.id(product(name, price).id()));
    }

    /** A saved buyer. */
    public Buyer buyer(String id, String name) {
        return get(buyers.insert(Buyer.of(id, name)));
    }

    /** The stored form of a document. */
    public BsonDocument stored(String collection, BsonDocument filter) {
        return get(
                Mono.from(database.getCollection(collection, BsonDocument.class).find(filter)));
    }

    /** Writes a document past the codecs. */
    public void store(String collection, String json) {
        get(Mono.from(database.getCollection(collection, BsonDocument.class).insertOne(BsonDocument.parse(json))));
    }
}
