// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with links in embedded classes: in a set, an array, a map and a sealed hierarchy; some are DBRefs. */
@Document(collection = "carts")
public class Cart {
    public @Nullable ObjectId id;
    public String name = "";
    public @Nullable Holder holder;
    public Set<Item> items = new LinkedHashSet<>();
    public Item[] gifts = {};
    public Map<String, Item> saved = new LinkedHashMap<>();
    public Map<Occasion, Item> presents = new EnumMap<>(Occasion.class);
    public List<Map<String, Item>> shelves = new ArrayList<>();
    public Optional<Payment> payment = Optional.empty();
    public List<Payment> refunds = new ArrayList<>();

    public static Cart of(String name) {
        Cart cart = new Cart();
        cart.name = name;
        return cart;
    }

    public enum Occasion {
        @BsonProperty("birth-day")
        BIRTHDAY,
        WEDDING
    }

    /** Embedded once at most. Its link is stored as a DBRef. */
    public static class Holder {
        public String title = "";

        @Link(storage = LinkStorage.DBREF)
        public @Nullable Ref<Buyer> buyer;
    }

    /** Its own list of links is stored as DBRefs. */
    public static class Item {
        public int quantity;

        @Link
        public @Nullable Ref<Product> product;

        @Link(storage = LinkStorage.DBREF)
        public List<Ref<Product>> similar = new ArrayList<>();

        public static Item of(int quantity, Ref<Product> product) {
            Item item = new Item();
            item.quantity = quantity;
            item.product = product;
            return item;
        }
    }

    /** A way to pay; not every one has links. */
    @BsonDiscriminator(key = "kind")
    public sealed interface Payment {}

    /** Its link has the same name as that of {@link Transfer}. */
    @BsonDiscriminator(key = "kind", value = "card")
    public static final class Card implements Payment {
        public String number = "";

        @Link
        public @Nullable Ref<Bank> bank;
    }

    @BsonDiscriminator(key = "kind", value = "transfer")
    public record Transfer(
            String iban,
            @Link @Nullable Ref<Bank> bank,
            @Link Optional<Ref<Buyer>> payer) implements Payment {}

    @BsonDiscriminator(key = "kind", value = "cash")
    public record Cash(int amount) implements Payment {}
}
