// Generated from com.example.Order; edits are overwritten.
package com.example;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkMember;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import dev.ligature.spi.UnionCodec;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Order} documents of the collection {@code order}. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Order.class)
final class OrderCodec extends DocumentCodec<Order> {
    /** The collection, the id and the links of {@link Order}. */
    static final DocumentType<Order> TYPE = DocumentType.builder(Order.class, "order")
            .id("id", String.class, ValueCodecs.STRING, Order::id)
            .field("customer", "customer")
            .field("lines", "lines")
            .field("extras", "extras")
            .field("payments", "payments")
            .link(
                    LinkWay.empty()
                            .through("customer", "customer", value -> ((Order) value).customer()),
                    "home", "home", LinkShape.OPTIONAL, LinkStorage.DBREF,
                    value -> ((Order.Customer) value).home(),
                    () -> HouseCodec.TYPE)
            .link(
                    LinkWay.empty()
                            .through("lines", "lines", value -> ((Order) value).lines(), LinkHolder.LISTED),
                    "door", "door", LinkShape.ONE, LinkStorage.ID,
                    value -> ((Order.Line) value).door(),
                    () -> DoorCodec.TYPE)
            .link(
                    LinkWay.empty()
                            .through("extras", "extras", value -> ((Order) value).extras(), LinkHolder.MAPPED),
                    "door", "door", LinkShape.ONE, LinkStorage.ID,
                    value -> ((Order.Line) value).door(),
                    () -> DoorCodec.TYPE)
            .link(
                    LinkWay.empty()
                            .through("payments", "payments", value -> ((Order) value).payments(), LinkHolder.LISTED),
                    "at", "at", LinkShape.ONE, LinkStorage.ID,
                    value -> value instanceof Order.Card card ? card.at()
                            : value instanceof Order.Transfer transfer ? transfer.at()
                            : null,
                    () -> HouseCodec.TYPE)
            .codec(OrderCodec::new)
            .build();

    static final LinkType CUSTOMER_HOME = TYPE.link("customer.home");

    static final LinkType LINES_DOOR = TYPE.link("lines.door");

    static final LinkType EXTRAS_DOOR = TYPE.link("extras.door");

    static final LinkType PAYMENTS_AT = TYPE.link("payments.at");

    static final ValueCodec<Order.Customer> CUSTOMER = new CustomerCodec();

    static final ValueCodec<Order.Line> LINE = new LineCodec();

    static final ValueCodec<Order.Card> CARD = new CardCodec();

    static final ValueCodec<Order.Cash> CASH = new CashCodec();

    static final ValueCodec<Order.Transfer> TRANSFER = new TransferCodec();

    static final ValueCodec<Order.Payment> PAYMENT = new PaymentCodec();

    static final ValueCodec<List<Order.Line>> LINES = ValueCodecs.list(LINE);

    static final ValueCodec<Map<String, Order.Line>> EXTRAS = ValueCodecs.map(LINE);

    static final ValueCodec<List<Order.Payment>> PAYMENTS = ValueCodecs.list(PAYMENT);

    private static final FieldNames FIELDS = FieldNames.of("_id", "customer", "lines", "extras",
            "payments");

    /** Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself. */
    OrderCodec(CodecRegistry registry) {
        super(TYPE);
    }

    @Override
    protected Order readDocument(BsonSource source, ExtraFields extra) {
        String id = null;
        Order.Customer customer = null;
        List<Order.Line> lines = null;
        Map<String, Order.Line> extras = null;
        List<Order.Payment> payments = null;
        source.startDocument();
        int place = FieldNames.START;
        while ((place = FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> id = Reads.string(source);
                case 1 -> customer = Reads.value(source, CUSTOMER);
                case 2 -> lines = Reads.value(source, LINES);
                case 3 -> extras = Reads.value(source, EXTRAS);
                case 4 -> payments = Reads.value(source, PAYMENTS);
                default -> extra.read(source);
            }
        }
        return new Order(
                required(id, "_id"),
                Optional.ofNullable(customer),
                required(lines, "lines"),
                required(extras, "extras"),
                required(payments, "payments"));
    }

    @Override
    public void write(BsonSink sink, Order order) {
        sink.startDocument();
        String id = order.id();
        if (id != null) {
            sink.writeString(FIELDS, 0, id);
        }
        Order.Customer customer = present(order.customer(), "customer").orElse(null);
        if (customer != null) {
            sink.write(FIELDS, 1, CUSTOMER, customer);
        }
        sink.write(FIELDS, 2, LINES, present(order.lines(), "lines"));
        sink.write(FIELDS, 3, EXTRAS, present(order.extras(), "extras"));
        sink.write(FIELDS, 4, PAYMENTS, present(order.payments(), "payments"));
        sink.end();
    }

    @Override
    public Order withId(Order order, @Nullable Object id) {
        return new Order(
                (String) id,
                order.customer(),
                order.lines(),
                order.extras(),
                order.payments());
    }

    @Override
    public @Nullable Object link(Order order, int index) {
        return switch (index) {
            case 0 -> CUSTOMER_HOME.held(order);
            case 1 -> LINES_DOOR.held(order);
            case 2 -> EXTRAS_DOOR.held(order);
            case 3 -> PAYMENTS_AT.held(order);
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public Order withLink(Order order, int index, @Nullable Object value) {
        throw new IndexOutOfBoundsException(index);
    }

    /** Reads and writes {@link Order.Customer}, embedded. */
    private static final class CustomerCodec extends EmbeddedCodec<Order.Customer> {
        private static final FieldNames FIELDS = FieldNames.of("name", "home");

        private static final LinkMember HOME_LINK = LinkMember.embedded(
                "Order.Customer.home", LinkShape.OPTIONAL, LinkStorage.DBREF, () -> HouseCodec.TYPE);

        CustomerCodec() {
            super("Order.Customer");
        }

        @Override
        protected Order.Customer readDocument(BsonSource source) {
            String name = null;
            Ref<House> home = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> name = Reads.string(source);
                    case 1 -> home = Links.readRef(source, HOME_LINK);
                    default -> source.skip();
                }
            }
            return new Order.Customer(required(name, "name"), Optional.ofNullable(home));
        }

        @Override
        public void write(BsonSink sink, Order.Customer customer) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, present(customer.name(), "name"));
            Ref<House> home = present(customer.home(), "home").orElse(null);
            if (home != null) {
                Links.writeRef(sink, FIELDS, 1, HOME_LINK, home);
            } else {
                sink.writeNull(FIELDS, 1);
            }
            sink.end();
        }
    }

    /** Reads and writes {@link Order.Line}, embedded. */
    private static final class LineCodec extends EmbeddedCodec<Order.Line> {
        private static final FieldNames FIELDS = FieldNames.of("quantity", "door");

        private static final LinkMember DOOR_LINK = LinkMember.embedded(
                "Order.Line.door", LinkShape.ONE, LinkStorage.ID, () -> DoorCodec.TYPE);

        LineCodec() {
            super("Order.Line");
        }

        @Override
        protected Order.Line readDocument(BsonSource source) {
            int quantity = 0;
            boolean quantityFound = false;
            Ref<Door> door = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> {
                        quantity = Reads.int32(source);
                        quantityFound = true;
                    }
                    case 1 -> door = Links.readRef(source, DOOR_LINK);
                    default -> source.skip();
                }
            }
            requireFound(quantityFound, "quantity");
            return new Order.Line(quantity, required(door, "door"));
        }

        @Override
        public void write(BsonSink sink, Order.Line line) {
            sink.startDocument();
            sink.writeInt32(FIELDS, 0, line.quantity());
            Links.writeRef(sink, FIELDS, 1, DOOR_LINK, present(line.door(), "door"));
            sink.end();
        }
    }

    /** Reads and writes {@link Order.Card}, embedded. */
    private static final class CardCodec extends EmbeddedCodec<Order.Card> {
        private static final FieldNames FIELDS = FieldNames.of("_t", "at");

        private static final LinkMember AT_LINK = LinkMember.embedded(
                "Order.Card.at", LinkShape.ONE, LinkStorage.ID, () -> HouseCodec.TYPE);

        CardCodec() {
            super("Order.Card");
        }

        @Override
        protected Order.Card readDocument(BsonSource source) {
            Ref<House> at = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 1 -> at = Links.readRef(source, AT_LINK);
                    default -> source.skip();
                }
            }
            return new Order.Card(required(at, "at"));
        }

        @Override
        public void write(BsonSink sink, Order.Card card) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, "com.example.Order$Card");
            Links.writeRef(sink, FIELDS, 1, AT_LINK, present(card.at(), "at"));
            sink.end();
        }
    }

    /** Reads and writes {@link Order.Cash}, embedded. */
    private static final class CashCodec extends EmbeddedCodec<Order.Cash> {
        private static final FieldNames FIELDS = FieldNames.of("_t", "amount");

        CashCodec() {
            super("Order.Cash");
        }

        @Override
        protected Order.Cash readDocument(BsonSource source) {
            int amount = 0;
            boolean amountFound = false;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 1 -> {
                        amount = Reads.int32(source);
                        amountFound = true;
                    }
                    default -> source.skip();
                }
            }
            requireFound(amountFound, "amount");
            return new Order.Cash(amount);
        }

        @Override
        public void write(BsonSink sink, Order.Cash cash) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, "com.example.Order$Cash");
            sink.writeInt32(FIELDS, 1, cash.amount());
            sink.end();
        }
    }

    /** Reads and writes {@link Order.Transfer}, embedded. */
    private static final class TransferCodec extends EmbeddedCodec<Order.Transfer> {
        private static final FieldNames FIELDS = FieldNames.of("_t", "iban", "at");

        private static final LinkMember AT_LINK = LinkMember.embedded(
                "Order.Transfer.at", LinkShape.ONE, LinkStorage.ID, () -> HouseCodec.TYPE);

        TransferCodec() {
            super("Order.Transfer");
        }

        @Override
        protected Order.Transfer readDocument(BsonSource source) {
            String iban = null;
            Ref<House> at = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 1 -> iban = Reads.string(source);
                    case 2 -> at = Links.readRef(source, AT_LINK);
                    default -> source.skip();
                }
            }
            return new Order.Transfer(required(iban, "iban"), required(at, "at"));
        }

        @Override
        public void write(BsonSink sink, Order.Transfer transfer) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, "com.example.Order$Transfer");
            sink.writeString(FIELDS, 1, present(transfer.iban(), "iban"));
            Links.writeRef(sink, FIELDS, 2, AT_LINK, present(transfer.at(), "at"));
            sink.end();
        }
    }

    /** Reads and writes {@link Order.Payment}, embedded. */
    private static final class PaymentCodec extends UnionCodec<Order.Payment> {
        PaymentCodec() {
            super("Order.Payment", "_t", "com.example.Order$Card", "com.example.Order$Cash",
                    "com.example.Order$Transfer");
        }

        @Override
        protected Order.Payment readDocument(BsonSource source) {
            String discriminator = discriminator(source);
            return switch (discriminator) {
                case "com.example.Order$Card" -> CARD.read(source);
                case "com.example.Order$Cash" -> CASH.read(source);
                case "com.example.Order$Transfer" -> TRANSFER.read(source);
                default -> throw unknownSubtype(discriminator);
            };
        }

        @Override
        public void write(BsonSink sink, Order.Payment payment) {
            if (payment instanceof Order.Card card) {
                CARD.write(sink, card);
            } else if (payment instanceof Order.Cash cash) {
                CASH.write(sink, cash);
            } else if (payment instanceof Order.Transfer transfer) {
                TRANSFER.write(sink, transfer);
            } else {
                throw new AssertionError(payment);
            }
        }
    }
}
