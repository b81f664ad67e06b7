// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which calls compile, without a warning, and what the compiler says of those that do not. */
class TypedCallsTest {
    private static final List<JavaFileObject> MODEL = List.of(
            document("House", """
                    record House(
                            ObjectId id, String name, @Link Ref<Door> door, @Link List<Ref<Window>> windows,
                            @Link Optional<List<Ref<Person>>> owners, @Link Optional<Ref<House>> next) {}
                    """),
            document("Door", """
                    class Door {
                        UUID id;
                        int height;
                        @BackLink(originalField = "door") BackRef<House> house;
                    }
                    """),
            document("Window", "record Window(String id, @Link Optional<Ref<Frame>> frame) {}"),
            document("Frame", "record Frame(long id) {}"),
            document("Person", """
                    record Person(Key id, @BackLink(originalField = "owners") List<BackRef<House>> houses) {
                        record Key(String country, int number) {}
                    }
                    """),
            document("Order", """
                    record Order(
                            ObjectId id, Customer customer, List<Line> lines, Map<String, Line> extras, List<Parcel> parcels,
                            Payment payment) {
                        record Customer(String name, @Link Optional<Ref<Person>> account) {}
                        record Line(int quantity, @Link Ref<Product> product) {}
                        record Parcel(String label, Set<Line> lines) {}
                        sealed interface Payment {}
                        record Card(@Link Ref<Person> owner) implements Payment {}
                        record Cash(int amount) implements Payment {}
                    }
                    """),
            document("Product", """
                    record Product(
                            ObjectId id, String name, @BackLink(originalField = "lines.product") List<BackRef<Order>> orders) {}
                    """));

    private static final String CALLER = """
            package town;
            import static town.QDoor.door;
            import static town.QHouse.house;
            import static town.QOrder.order;
            import static town.QPerson.person;
            import static town.QProduct.product;
            import dev.ligature.link.*;
            import dev.ligature.path.*;
            import java.util.*;
            import org.bson.types.ObjectId;
            import reactor.core.publisher.*;
            abstract class Caller {
                HouseRepository houses;
                DoorRepository doors;
                PersonRepository persons;
                House oak;
                ObjectId oakId;
                Ref<House> oakRef;
                Door front;
                UUID doorId;
                Window pane;
                List<Window> panes;
                List<Ref<Window>> paneRefs;
                Set<String> paneIds;
                Person ada;
                OrderRepository orders;
                ProductRepository products;
                Order first;
                Product lamp;
                LinkPath<House, Window, String> link;
            %s
            }
            """;

    private static final List<String> RIGHT = lines("""
            QDoor.ref(doorId)
            QFrame.ref(7)
            QPerson.ref(new Person.Key("at", 1))
            doorId.compareTo(QDoor.id(oak.door()))
            paneIds.stream().map(QWindow::ref).toList()
            houses.attach(oak, house.windows(), pane)
            houses.attach(oak, house.windows(), pane, pane)
            houses.attach(oak, house.windows(), Ref.of(pane), Ref.to("a"), QWindow.ref("b"))
            houses.attach(oak, house.windows(), "a", "b")
            houses.attach(oak, house.windows(), panes)
            houses.attach(oak, house.windows(), paneRefs)
            houses.attach(oak, house.windows(), paneIds)
            houses.attach(oak, house.windows(), List.of(pane))
            houses.attach(oak, house.windows(), List.of("a"))
            houses.attach(oak, house.windows(), List.of(Ref.of(pane)))
            houses.attach(oakId, house.windows(), pane, pane)
            houses.attach(oakId, house.windows(), Ref.of(pane), Ref.to("a"))
            houses.attach(oakId, house.windows(), "a", "b")
            houses.attach(oakId, house.windows(), panes)
            houses.attach(oakId, house.windows(), paneRefs)
            houses.attach(oakId, house.windows(), paneIds)
            houses.attach(QHouse.id(oakRef), house.windows(), pane)
            houses.attach(oak, link, pane)
            houses.attach(oakId, link, "a", "b")
            houses.attach(oak, house.door(), front)
            houses.attach(oak, house.next(), oakId)
            houses.detach(oak, house.windows(), pane, pane)
            houses.detach(oak, house.windows(), "a", "b")
            houses.detach(oakId, house.windows(), paneRefs)
            houses.detachAll(oak, house.windows(), house.owners())
            houses.detachAll(oakId, house.windows(), house.owners())
            persons.attach(ada, person.houses(), oak)
            persons.attach(ada, person.houses(), oakId)
            persons.attach(new Person.Key("at", 1), person.houses(), Ref.of(oak))
            doors.attach(doorId, door.house(), oak)
            houses.find().fetch(house.door(), house.windows().frame(), house.next()).fetch(house.next().next())
            houses.find().depth(house.windows(), 1)
            houses.fetch(oak, house.door(), house.next())
            houses.fetch(Flux.just(oak), house.owners())
            houses.findById(oakId).fetch(house.owners())
            houses.dangling(house.windows())
            orders.find(order.lines.any(line -> line.quantity.gt(2).and(line.product().name.startsWith("Oak"))))
            orders.find(order.lines.product().name.eq("Oak")).fetch(order.lines.product(), order.customer.account())
            orders.find(order.lines.product().any(each -> each.name.eq("Oak")))
            orders.find(order.extras.key("gift").product().name.eq("Oak")).fetch(order.extras.product())
            orders.find(order.parcels.lines.product().isEmpty()).fetch(order.parcels.lines.product())
            orders.find(order.parcels.any(parcel -> parcel.lines.any(line -> line.product().name.eq("Oak"))))
            orders.find(order.payment.owner().exists()).fetch(order.payment.owner())
            orders.find().depth(order.lines.product().orders(), 1)
            orders.attach(first, order.customer.account(), ada)
            orders.dangling(order.lines.product())
            orders.orphans(order.parcels.lines.product())
            orders.planRestore(order.extras.product())
            products.find(product.orders().lines.product().name.eq("Oak")).fetch(product.orders())
            """);

    /** And what the compiler says. */
    private static final List<String> WRONG = lines("""
            QDoor.ref(oakId) | ObjectId cannot be converted to UUID
            QDoor.id(oak.next().get()) | Ref<House> cannot be converted to Ref<Door>
            oakId.compareTo(QDoor.id(oak.door())) | UUID cannot be converted to ObjectId
            houses.find().fetch(house) | QHouse<House> cannot be converted to FetchPath<House,?,?>
            houses.find().fetch(house.name) | StringPath<House> cannot be converted to FetchPath<House,?,?>
            houses.find().fetch(door.house()) | Link<Door> cannot be converted to FetchPath<House,?,?>
            houses.find().depth(house, 1) | QHouse<House> cannot be converted to FetchPath<House,?,?>
            houses.findById(oakId).fetch(house) | QHouse<House> cannot be converted to FetchPath<House,?,?>
            houses.fetch(oak, house) | QHouse<House> cannot be converted to FetchPath<House,?,?>
            houses.fetch(oak, house.name) | StringPath<House> cannot be converted to FetchPath<House,?,?>
            houses.planFetch(house) | QHouse<House> cannot be converted to FetchPath<House,?,?>
            houses.dangling(house) | QHouse<House> cannot be converted to FetchPath<House,?,?>
            houses.attach(oak, house.windows(), front) | no suitable method found for attach(House,QWindow.Links<House>,Door)
            houses.attach(oak, house.windows(), Ref.of(front)) | no suitable method found for attach(House,QWindow.Links<House>,Ref<Door>)
            houses.attach(oak, house.windows(), oakId) | no suitable method found for attach(House,QWindow.Links<House>,ObjectId)
            houses.attach(oak, house.windows(), List.of(front)) | no suitable method found for attach(House,QWindow.Links<House>,List<Door>)
            houses.attach(oak, house.windows(), pane, "a") | no suitable method found for attach(House,QWindow.Links<House>,Window,String)
            houses.attach(front, house.windows(), pane) | no suitable method found for attach(Door,QWindow.Links<House>,Window)
            houses.attach(doorId, house.windows(), pane) | no suitable method found for attach(UUID,QWindow.Links<House>,Window)
            houses.attach(oak, house, oak) | no suitable method found for attach(House,QHouse<House>,House)
            houses.attach(oak, house.windows()) | reference to attach is ambiguous
            houses.attach(null, house.windows(), pane) | reference to attach is ambiguous
            persons.attach(ada, house.owners(), oak) | no suitable method found for attach(Person,QPerson.Links<House>,House)
            houses.detach(oak, house.windows(), front) | no suitable method found for detach(House,QWindow.Links<House>,Door)
            houses.detachAll(oak, house) | no suitable method found for detachAll(House,QHouse<House>)
            houses.attachWindows(oak, front) | Door cannot be converted to Window
            houses.attachDoor(oak, pane) | Window cannot be converted to Door
            orders.attach(first, order.lines.product(), lamp) | no suitable method found for attach(Order,QProduct.NestedLinks<Order>,Product)
            orders.attach(first, order.extras.product(), lamp) | no suitable method found for attach(Order,QProduct.NestedLinks<Order>,Product)
            orders.attach(first, order.payment.owner(), ada) | no suitable method found for attach(Order,QPerson.NestedLinks<Order>,Person)
            products.attach(lamp, product.orders(), first) | no suitable method found for attach(Product,QOrder.NestedLinks<Product>,Order)
            products.attachOrders(lamp, first) | cannot find symbol
            orders.find(order.lines.any(line -> product.name.eq("Oak"))) | incompatible types
            orders.find().fetch(order.parcels.lines) | LineLinks<Order> cannot be converted to FetchPath<Order,?,?>
            orders.find(order.lines.quantity.gt(2)) | cannot find symbol
            """);

    private static JavaFileObject document(String name, String declaration) {
        return JavaFileObjects.forSourceString("town." + name, """
                package town;
                import dev.ligature.annotation.*;
                import dev.ligature.link.*;
                import java.util.*;
                import org.bson.types.ObjectId;
                @Document
                """ + declaration);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String withoutPackages(String message) {
        return message.replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "").replace("@Nullable ", "");
    }

    private static String caller(List<String> calls) {
        List<String> fields = IntStream.range(0, calls.size())
                .mapToObj(i -> "    Object call" + i + " = " + calls.get(i) + ";")
                .toList();
        return CALLER.formatted(String.join("\n", fields));
    }

    private static Compilation compile(String caller) {
        List<JavaFileObject> sources = new ArrayList<>(MODEL);
        sources.add(JavaFileObjects.forSourceString("town.Caller", caller));
        return Compilations.compile(sources);
    }

    /** What the compiler says about each call. */
    private static Map<String, String> problems(List<String> calls) {
        String caller = caller(calls);
        List<String> lines = lines(caller);
        return compile(caller).diagnostics().stream()
                .filter(problem -> problem.getSource() != null
                        && problem.getSource().getName().endsWith("Caller.java"))
                .collect(Collectors.toMap(
                        problem ->
                                lines.get((int) problem.getLineNumber() - 1).replaceAll("^ *Object call\\d+ = |;$", ""),
                        problem -> withoutPackages(problem.getMessage(Locale.ROOT)),
                        (one, other) -> one + "\n" + other));
    }

    @Test
    void compilesWhatTheLinkTakes() {
        assertThat(compile(caller(RIGHT))).succeededWithoutWarnings();
    }

    @TestFactory
    Stream<DynamicTest> doesNotCompileAnythingElse() {
        List<String[]> wrong =
                WRONG.stream().map(line -> line.split(" \\| ", 2)).toList();
        Map<String, String> problems =
                problems(wrong.stream().map(each -> each[0]).toList());
        return wrong.stream()
                .map(each -> DynamicTest.dynamicTest(
                        each[0], () -> assertThat(problems.get(each[0])).contains(each[1])));
    }
}
