// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import com.mongodb.MongoClientSettings;
import dev.ligature.it.model.Address;
import dev.ligature.it.model.Color;
import dev.ligature.it.model.Crate;
import dev.ligature.it.model.CrateCodec;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatCodec;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCodec;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Room;
import dev.ligature.it.model.Shape;
import dev.ligature.it.model.Specimen;
import dev.ligature.it.model.SpecimenClass;
import dev.ligature.it.model.SpecimenClassCodec;
import dev.ligature.it.model.SpecimenCodec;
import dev.ligature.it.orders.Bank;
import dev.ligature.it.orders.Buyer;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.CartCodec;
import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.OrderCodec;
import dev.ligature.it.orders.Product;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Documents of all kinds of members, with random values. */
final class RandomDocuments {
    private static final List<Color> COLORS = List.of(Color.values());
    private static final CodecRegistry REGISTRY = MongoClientSettings.getDefaultCodecRegistry();

    private final Random random;

    RandomDocuments(Random random) {
        this.random = random;
    }

    /** The documents, with their codecs. */
    enum Kind {
        SPECIMEN(new SpecimenCodec(REGISTRY)),
        SPECIMEN_CLASS(new SpecimenClassCodec(REGISTRY)),
        CRATE(new CrateCodec(REGISTRY)),
        FLAT(new FlatCodec(REGISTRY)),
        HOUSE(new HouseCodec(REGISTRY)),
        ORDER(new OrderCodec(REGISTRY)),
        CART(new CartCodec(REGISTRY));

        @SuppressWarnings("ImmutableEnumChecker") // immutable, though not annotated so
        private final DocumentCodec<Object> codec;

        @SuppressWarnings("unchecked") // documents are handed to the codec of their own kind
        Kind(DocumentCodec<?> codec) {
            this.codec = (DocumentCodec<Object>) codec;
        }

        DocumentCodec<Object> codec() {
            return codec;
        }
    }

    Object document(Kind kind) {
        return switch (kind) {
            case SPECIMEN -> specimen();
            case SPECIMEN_CLASS -> specimenClass();
            case CRATE -> crate();
            case FLAT -> flat();
            case HOUSE -> house();
            case ORDER -> order();
            case CART -> cart();
        };
    }

    // Documents

    private Specimen specimen() {
        return new Specimen(
                objectId(),
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                Float.intBitsToFloat(random.nextInt()),
                Double.longBitsToDouble(random.nextLong()),
                letter(),
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                random.nextFloat(),
                random.nextGaussian(),
                letter(),
                text(),
                color(),
                objectId(),
                uuid(),
                decimal(),
                instant(),
                LocalDate.ofEpochDay(random.nextInt(2_000_000) - 1_000_000),
                LocalDateTime.ofInstant(instant(), ZoneOffset.UTC),
                OffsetDateTime.ofInstant(instant(), ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800)),
                Duration.ofNanos(random.nextLong()),
                bytes(),
                BsonDocument.parse("{a: " + random.nextInt() + ", b: [null, {c: " + random.nextBoolean() + "}]}"),
                new org.bson.Document("a", random.nextInt()).append("b", new org.bson.Document("c", list(this::text))));
    }

    private SpecimenClass specimenClass() {
        Specimen from = specimen();
        SpecimenClass specimen = new SpecimenClass();
        specimen.id = orNull(from.id());
        specimen.flag = from.flag();
        specimen.tiny = from.tiny();
        specimen.small = from.small();
        specimen.whole = from.whole();
        specimen.big = from.big();
        specimen.single = from.single();
        specimen.real = from.real();
        specimen.letter = from.letter();
        specimen.boxedFlag = orNull(from.boxedFlag());
        specimen.boxedTiny = orNull(from.boxedTiny());
        specimen.boxedSmall = orNull(from.boxedSmall());
        specimen.boxedWhole = orNull(from.boxedWhole());
        specimen.boxedBig = orNull(from.boxedBig());
        specimen.boxedSingle = orNull(from.boxedSingle());
        specimen.boxedReal = orNull(from.boxedReal());
        specimen.boxedLetter = orNull(from.boxedLetter());
        specimen.setText(orNull(from.text()));
        specimen.color(orNull(from.color()));
        specimen.reference = orNull(from.reference());
        specimen.uuid = orNull(from.uuid());
        specimen.decimal = orNull(from.decimal());
        specimen.instant = orNull(from.instant());
        specimen.date = orNull(from.date());
        specimen.dateTime = orNull(from.dateTime());
        specimen.offsetDateTime = orNull(from.offsetDateTime());
        specimen.duration = orNull(from.duration());
        specimen.bytes = orNull(from.bytes());
        specimen.bson = orNull(from.bson());
        specimen.document = orNull(from.document());
        return specimen;
    }

    private Crate crate() {
        return new Crate(
                text(),
                list(() -> orNull(text())),
                list(random::nextInt),
                colors(),
                map(() -> orNull(random.nextLong())),
                list(() -> list(random::nextInt)),
                map(() -> list(this::uuid)),
                list(this::text).toArray(new String[0]),
                random.ints(random.nextInt(4)).toArray(),
                random.doubles(random.nextInt(4)).toArray(),
                new char[] {letter(), letter()},
                new boolean[] {random.nextBoolean()},
                Optional.ofNullable(orNull(text())),
                Optional.ofNullable(orNull(list(random::nextInt))),
                Optional.ofNullable(orNull(map(this::color))),
                orNull(text()),
                orNull(Set.copyOf(list(this::text))));
    }

    private Flat flat() {
        return new Flat(
                random.nextInt(),
                address(),
                list(() -> room(3)),
                map(this::address),
                Optional.ofNullable(orNull(room(1))),
                orNull(address()),
                shape(4),
                list(() -> shape(1)));
    }

    private House house() {
        return new House(
                objectId(),
                text(),
                random.nextInt(),
                list(this::text),
                Ref.<Door>to(objectId()),
                list(() -> Ref.to(objectId())),
                Optional.ofNullable(orNull(Ref.to(objectId()))),
                Optional.ofNullable(orNull(list(() -> Ref.<Person>to(objectId())))));
    }

    private Order order() {
        return new Order(
                objectId(),
                text(),
                Optional.ofNullable(
                        orNull(new Order.Customer(text(), Optional.ofNullable(orNull(Ref.<Buyer>to(text())))))),
                list(this::line),
                map(this::line),
                list(() -> new Order.Parcel(text(), list(this::line))));
    }

    private Order.Line line() {
        return new Order.Line(
                random.nextInt(),
                Ref.to(objectId()),
                Optional.ofNullable(orNull(list(() -> Ref.<Product>to(objectId())))));
    }

    private Cart cart() {
        Cart cart = Cart.of(text());
        cart.id = orNull(objectId());
        cart.holder = orNull(new Cart.Holder());
        if (cart.holder != null) {
            cart.holder.buyer = orNull(Ref.<Buyer>to(text()));
        }
        cart.items.addAll(list(this::item));
        cart.gifts = list(this::item).toArray(new Cart.Item[0]);
        cart.saved.putAll(map(this::item));
        cart.presents.put(Cart.Occasion.BIRTHDAY, item());
        cart.shelves.addAll(list(() -> map(this::item)));
        cart.payment = Optional.ofNullable(orNull(payment()));
        cart.refunds = list(this::payment);
        return cart;
    }

    private Cart.Item item() {
        Cart.Item item = new Cart.Item();
        item.quantity = random.nextInt();
        item.product = orNull(Ref.<Product>to(objectId()));
        item.similar = list(() -> Ref.<Product>to(objectId()));
        return item;
    }

    private Cart.Payment payment() {
        switch (random.nextInt(3)) {
            case 0 -> {
                Cart.Card card = new Cart.Card();
                card.bank = orNull(Ref.<Bank>to(random.nextInt()));
                return card;
            }
            case 1 -> {
                return new Cart.Transfer(
                        text(),
                        orNull(Ref.<Bank>to(random.nextInt())),
                        Optional.ofNullable(orNull(Ref.<Buyer>to(text()))));
            }
            default -> {
                return new Cart.Cash(random.nextInt());
            }
        }
    }

    // Values

    private Address address() {
        return new Address(
                text(),
                text(),
                Optional.ofNullable(orNull(new Address.Position(random.nextDouble(), random.nextDouble()))));
    }

    private Room room(int depth) {
        List<Room> alcoves = depth == 0 ? List.of() : list(() -> room(depth - 1));
        Room room = Room.of("", random.nextInt(), alcoves.toArray(new Room[0]));
        room.name = orNull(text());
        return room;
    }

    private Shape shape(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 3)) {
            case 0 -> new Shape.Dot();
            case 1 -> new Shape.Circle(random.nextDouble());
            default -> new Shape.Pair(shape(depth - 1), shape(depth - 1));
        };
    }

    private ObjectId objectId() {
        return new ObjectId(random.nextInt(), random.nextInt(1 << 24));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private BigDecimal decimal() {
        BigDecimal positive = new BigDecimal(new BigInteger(110, random), random.nextInt(200) - 100);
        return random.nextBoolean() ? positive : positive.negate();
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong() / 1_000_000);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Color color() {
        return COLORS.get(random.nextInt(COLORS.size()));
    }

    private EnumSet<Color> colors() {
        EnumSet<Color> colors = EnumSet.noneOf(Color.class);
        list(this::color).forEach(colors::add);
        return colors;
    }

    /** Any letter but half of one. */
    private char letter() {
        char letter = (char) random.nextInt(0x10000);
        return Character.isSurrogate(letter) ? '?' : letter;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(letter());
            if (random.nextInt(10) == 0) {
                text.appendCodePoint(0x1F300 + random.nextInt(256));
            }
        }
        return text.toString();
    }

    private <V> List<V> list(Supplier<V> element) {
        List<V> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private <V> Map<String, V> map(Supplier<V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text().replace('\0', '0'), value.get());
        }
        return map;
    }

    private <V> @Nullable V orNull(V value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
