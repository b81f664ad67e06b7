package nested;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** Links within embedded values: names that clash, generic types, all containers, subtypes, and values of classes. */
class NestedLinks {
    @Document
    record Order(
            String id,
            Line lines,
            List<Line> LINES,
            Optional<Line> line,
            @Nullable Line value,
            Set<Line> set,
            Collection<Line> collection,
            Line[] array,
            Map<String, List<Line>> map,
            List<List<Line>> matrix,
            Optional<List<Line>> optional,
            Pair<Line, String> pair,
            Box<Order> box,
            Payment payment,
            Map<String, Payment> payments,
            Part part) {}

    record Line(
            int value,
            @Link @BsonProperty("p") Ref<Product> product,
            @Link(storage = LinkStorage.DBREF) Optional<List<Ref<Order>>> LINE) {}

    record Pair<A, B>(@Nullable A left, B right, @Link Ref<Product> link) {}

    record Box<T>(@Link List<Ref<T>> held) {}

    sealed interface Payment {}

    record Card(@Link Ref<Product> of) implements Payment {}

    static final class Transfer implements Payment {
        @Link
        private @Nullable Ref<Product> of;

        private Line line = new Line(0, Ref.to("none"), Optional.empty());

        @Nullable
        Ref<Product> getOf() {
            return of;
        }

        void setOf(@Nullable Ref<Product> of) {
            this.of = of;
        }

        Line line() {
            return line;
        }

        void line(Line line) {
            this.line = line;
        }
    }

    record Cash(int amount) implements Payment {}

    enum Free implements Payment {
        GIFT
    }

    static class Part {
        @Link
        List<Ref<Product>> parts = new ArrayList<>();

        Line inner = new Line(0, Ref.to("none"), Optional.empty());
    }

    @Document
    static class Product {
        @BsonId
        String key = "";

        @BackLink(originalField = "LINES.product")
        List<BackRef<Order>> orders = new ArrayList<>();

        @BackLink(originalField = "pair.left.product")
        @Nullable
        BackRef<Order> left;

        @BackLink(originalField = "payment.line.product")
        List<BackRef<Order>> payers = new ArrayList<>();
    }
}
