package behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.DocumentWriteException;
import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.Version;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What generated codecs do; each static method without parameters is a test. */
public final class Behaviour {
    private static final String ID = "{_id: {$oid: '000000000000000000000001'}, ";
    private static final CodecRegistry REGISTRY = CodecRegistries.fromCodecs(new CurrencyCodec());

    private Behaviour() {}

    @Document
    public record Book(
            ObjectId id,
            @BsonProperty("t") String title,
            int pages,
            Optional<String> note,
            @Nullable Integer year,
            List<Price> prices,
            @BsonIgnore List<String> cache) {
        public record Price(Currency currency, long cents, Optional<Price> former) {}
    }

    @Document
    public static class Shelf {
        ObjectId id;
        String name = "unnamed";
        int height = 2;

        @Version
        long version;

        private Optional<String> label = Optional.of("none");

        @Link
        Optional<List<Ref<Shelf>>> neighbours;

        @Link(storage = LinkStorage.DBREF)
        Ref<Shelf> above;

        @BackLink(originalField = "above")
        BackRef<Shelf> below;

        public Optional<String> getLabel() {
            return label;
        }

        public void setLabel(Optional<String> label) {
            this.label = label;
        }
    }

    @Document
    @BsonDiscriminator(value = "drawing")
    public record Drawing(String id, Shape shape) {
        @BsonDiscriminator(key = "kind")
        public sealed interface Shape {}

        @BsonDiscriminator("circle")
        public record Circle(double radius) implements Shape {}

        public record Group(List<Shape> shapes) implements Shape {}
    }

    /** More primitives than a {@code long} has bits. */
    @Document
    public record Wide(
            ObjectId id,
            int n0, int n1, int n2, int n3, int n4, int n5, int n6, int n7, int n8, int n9,
            int n10, int n11, int n12, int n13, int n14, int n15, int n16, int n17, int n18, int n19,
            int n20, int n21, int n22, int n23, int n24, int n25, int n26, int n27, int n28, int n29,
            int n30, int n31, int n32, int n33, int n34, int n35, int n36, int n37, int n38, int n39,
            int n40, int n41, int n42, int n43, int n44, int n45, int n46, int n47, int n48, int n49,
            int n50, int n51, int n52, int n53, int n54, int n55, int n56, int n57, int n58, int n59,
            int n60, int n61, int n62, int n63, int n64, int n65, int n66, int n67, int n68, int n69) {}

    @Document
    public static class Panel {
        final ObjectId id;
        int a = 1;
        int b = 2;
        int c = 3;
        int d = 4;
        int e = 5;
        int f = 6;
        int g = 7;
        int h = 8;
        int i = 9;

        Panel(ObjectId id) {
            this.id = id;
        }
    }

    static void readsBackWhatItWrote() {
        Book.Price former = new Book.Price(Currency.getInstance("DEM"), 1, Optional.empty());
        Book.Price price = new Book.Price(Currency.getInstance("EUR"), 2, Optional.of(former));
        Book book = new Book(new ObjectId(), "a", 3, Optional.of("n"), 1999, List.of(price), List.of("lost"));

        Book read = decode(new Behaviour_BookCodec(REGISTRY), encode(new Behaviour_BookCodec(REGISTRY), book));

        assertThat(read).isEqualTo(new Book(book.id(), "a", 3, book.note(), 1999, book.prices(), List.of()));
    }

    static void writesNothingForEmptyAndNull() {
        Book book = new Book(null, "a", 3, Optional.empty(), null, List.of(), List.of());

        assertThat(encode(new Behaviour_BookCodec(REGISTRY), book))
                .isEqualTo(BsonDocument.parse("{t: 'a', pages: 3, prices: []}"));
    }

    static void namesDocumentAndFieldWhenARequiredFieldIsMissing() {
        assertThatThrownBy(() -> decode(new Behaviour_BookCodec(REGISTRY), ID + "pages: 3, prices: []}"))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("Behaviour.Book 000000000000000000000001")
                .hasMessageContaining("field \"t\"");
    }

    static void refusesToWriteNullForARequiredMember() {
        Book book = new Book(null, null, 3, Optional.empty(), null, List.of(), List.of());

        assertThatThrownBy(() -> encode(new Behaviour_BookCodec(REGISTRY), book))
                .isInstanceOf(DocumentWriteException.class)
                .hasMessageContaining("Behaviour.Book.title");
    }

    static void givesARecordItsIdAsACopy() {
        Book book = new Book(null, "a", 3, Optional.empty(), null, List.of(), List.of("kept"));
        ObjectId id = new ObjectId();

        assertThat(new Behaviour_BookCodec(REGISTRY).withId(book, id))
                .isEqualTo(new Book(id, "a", 3, Optional.empty(), null, List.of(), List.of("kept")));
    }

    static void keepsDefaultsOfAClassWhereFieldsAreMissing() {
        Shelf shelf = decode(new Behaviour_ShelfCodec(REGISTRY), ID + "above: {$oid: '000000000000000000000002'}}");

        assertThat(shelf.name).isEqualTo("unnamed");
        assertThat(shelf.height).isEqualTo(2);
        assertThat(shelf.label).isEmpty();
        assertThat(shelf.neighbours).isEmpty();
        assertThat(shelf.below.isFetched()).isFalse();
    }

    static void namesTheMissingOneOfManyPrimitives() {
        BsonDocument wide = new BsonDocument("_id", new BsonObjectId(new ObjectId()));
        for (int i = 0; i < 70; i++) {
            wide.append("n" + i, new BsonInt32(i));
        }

        assertThat(encode(new Behaviour_WideCodec(REGISTRY), decode(new Behaviour_WideCodec(REGISTRY), wide)))
                .isEqualTo(wide);
        for (String each : List.of("n0", "n63", "n64", "n69")) {
            BsonDocument lacking = wide.clone();
            lacking.remove(each);
            assertThatThrownBy(() -> decode(new Behaviour_WideCodec(REGISTRY), lacking))
                    .isInstanceOf(DocumentReadException.class)
                    .hasMessageContaining("field \"" + each + "\"");
        }
    }

    static void keepsDefaultsAmongManyMembers() {
        Panel panel = decode(new Behaviour_PanelCodec(REGISTRY), ID + "b: 20, i: 90}");

        assertThat(List.of(panel.a, panel.b, panel.h, panel.i)).containsExactly(1, 20, 8, 90);
    }

    static void keepsANullOfAClassAgainstItsDefault() {
        Shelf shelf = shelf();
        shelf.name = null;

        BsonDocument stored = encode(new Behaviour_ShelfCodec(REGISTRY), shelf);

        assertThat(stored.isNull("name")).isTrue();
        assertThat(decode(new Behaviour_ShelfCodec(REGISTRY), stored).name).isNull();
    }

    static void takesANullOptionalOfAClassForEmpty() {
        Shelf shelf = shelf();
        shelf.label = null;

        assertThat(encode(new Behaviour_ShelfCodec(REGISTRY), shelf)).doesNotContainKeys("label", "neighbours");
        assertThat(new Behaviour_ShelfCodec(REGISTRY).link(shelf, 0)).isNull();
    }

    static void refusesANullForAPrimitive() {
        BsonDocument stored = encode(new Behaviour_ShelfCodec(REGISTRY), shelf());
        stored.put("height", org.bson.BsonNull.VALUE);

        assertThatThrownBy(() -> decode(new Behaviour_ShelfCodec(REGISTRY), stored))
                .hasMessageContaining("field \"height\"");
    }

    static void refusesAClassWithoutARequiredLink() {
        Shelf shelf = shelf();
        shelf.above = null;

        assertThatThrownBy(() -> encode(new Behaviour_ShelfCodec(REGISTRY), shelf))
                .hasMessageContaining("Behaviour.Shelf.above");
        assertThatThrownBy(() -> decode(new Behaviour_ShelfCodec(REGISTRY), ID + "height: 1}"))
                .hasMessageContaining("field \"above\"");
    }

    static void setsIdAndLinksOfAClassInPlace() {
        Shelf shelf = shelf();
        Behaviour_ShelfCodec codec = new Behaviour_ShelfCodec(REGISTRY);
        List<Ref<Shelf>> neighbours = List.of(Ref.to(new ObjectId()));

        assertThat(codec.withId(shelf, new ObjectId())).isSameAs(shelf);
        assertThat(codec.withVersion(shelf, 7)).isSameAs(shelf);
        assertThat(shelf.version).isEqualTo(7);
        assertThat(codec.withLink(shelf, 0, neighbours)).isSameAs(shelf);
        assertThat(shelf.neighbours).contains(neighbours);
        assertThat(codec.link(shelf, 0)).isSameAs(neighbours);
        assertThatThrownBy(() -> codec.link(shelf, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    static void findsTheDiscriminatorWhereverItStands() {
        String stored = "{_id: 'a', shape: {shapes: [{radius: 1.0, kind: 'circle'}], kind: 'behaviour.Behaviour$Drawing$Group'}}";

        assertThat(decode(new Behaviour_DrawingCodec(REGISTRY), stored))
                .isEqualTo(new Drawing("a", new Drawing.Group(List.of(new Drawing.Circle(1)))));
    }

    static void writesDiscriminatorsFirst() {
        Drawing drawing = new Drawing("a", new Drawing.Circle(1));

        assertThat(encode(new Behaviour_DrawingCodec(REGISTRY), drawing).toJson())
                .isEqualTo("{\"_t\": \"drawing\", \"_id\": \"a\", \"shape\": {\"kind\": \"circle\", \"radius\": 1.0}}");
    }

    static void namesTheKnownSubtypesWhenOneIsUnknown() {
        assertThatThrownBy(() -> decode(new Behaviour_DrawingCodec(REGISTRY), "{_id: 'a', shape: {kind: 'cube'}}"))
                .hasMessageContaining("\"circle\", \"behaviour.Behaviour$Drawing$Group\"")
                .hasMessageContaining("\"cube\"");
    }

    static void asksTheRegistryOfTheDatabaseForOtherTypes() {
        assertThatThrownBy(() -> new Behaviour_BookCodec(CodecRegistries.fromCodecs()))
                .hasMessageContaining("Behaviour.Book.Price.currency")
                .hasMessageContaining("java.util.Currency");
    }

    private static Shelf shelf() {
        Shelf shelf = new Shelf();
        shelf.above = Ref.to(new ObjectId());
        return shelf;
    }

    private static <T> BsonDocument encode(DocumentCodec<T> codec, T document) {
        BsonDocument encoded = new BsonDocument();
        codec.encode(new BsonDocumentWriter(encoded), document, EncoderContext.builder().build());
        return encoded;
    }

    private static <T> T decode(DocumentCodec<T> codec, String json) {
        return decode(codec, BsonDocument.parse(json));
    }

    private static <T> T decode(DocumentCodec<T> codec, BsonDocument stored) {
        return codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
    }

    private static final class CurrencyCodec implements Codec<Currency> {
        @Override
        public Currency decode(BsonReader reader, DecoderContext context) {
            return Currency.getInstance(reader.readString());
        }

        @Override
        public void encode(BsonWriter writer, Currency value, EncoderContext context) {
            writer.writeString(value.getCurrencyCode());
        }

        @Override
        public Class<Currency> getEncoderClass() {
            return Currency.class;
        }
    }
}
