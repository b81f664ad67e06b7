package behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.jspecify.annotations.Nullable;

/** Values in unusual variants; each static method without parameters is a test. */
public final class VariantsBehaviour {
    private static final CodecRegistry REGISTRY = CodecRegistries.fromCodecs();

    private VariantsBehaviour() {}

    @Document
    public record Canvas(String id, List<Shape> shapes) {}

    @BsonDiscriminator(key = "kind")
    public sealed interface Shape {}

    @BsonDiscriminator("nothing")
    public record Nothing() implements Shape {}

    @BsonDiscriminator("blank")
    public static final class Blank implements Shape {
        @Override
        public boolean equals(Object other) {
            return other instanceof Blank;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @BsonDiscriminator("mark")
    public enum Mark implements Shape {
        DOT,
        CROSS {
            @Override
            public String toString() {
                return "+";
            }
        }
    }

    @BsonDiscriminator("box")
    public static non-sealed class Box implements Shape {
        public int size;
    }

    /** Before its superclass in the alphabet, and after it. */
    @BsonDiscriminator("zbox")
    public static final class ZBox extends Box implements Shape {
        public int depth;
    }

    @BsonDiscriminator("abox")
    public static final class ABox extends Box implements Shape {
        public int depth;
    }

    @Document
    public record Event(String id, OffsetDateTime at) {}

    @Document
    public record Note(
            String id, @Nullable Optional<String> text, @Nullable @Link Optional<Ref<Note>> next) {}

    static void storesVariantsWithoutMembersAndEnums() {
        Canvas canvas = new Canvas("a", List.of(new Nothing(), new Blank(), Mark.DOT, Mark.CROSS));
        BsonDocument stored = encode(new VariantsBehaviour_CanvasCodec(REGISTRY), canvas);

        assertThat(stored)
                .isEqualTo(BsonDocument.parse("{_id: 'a', shapes: [{kind: 'nothing'}, {kind: 'blank'},"
                        + " {kind: 'mark', name: 'DOT'}, {kind: 'mark', name: 'CROSS'}]}"));
        assertThat(decode(new VariantsBehaviour_CanvasCodec(REGISTRY), stored)).isEqualTo(canvas);
    }

    static void namesTheConstantsOfAnEnumWhenOneIsUnknown() {
        assertThatThrownBy(() -> decode("{_id: 'a', shapes: [{name: 'LINE', kind: 'mark'}]}"))
                .hasMessageContaining("shapes[0].name")
                .hasMessageContaining("[DOT, CROSS]")
                .hasMessageContaining("LINE");
        assertThatThrownBy(() -> decode("{_id: 'a', shapes: [{kind: 'mark'}]}")).hasMessageContaining("name");
    }

    static void writesASubtypeThatExtendsAnotherAsItself() {
        Canvas canvas = new Canvas("a", List.of(new ZBox(), new ABox(), new Box()));

        assertThat(encode(new VariantsBehaviour_CanvasCodec(REGISTRY), canvas).getArray("shapes"))
                .extracting(each -> each.asDocument().getString("kind").getValue())
                .containsExactly("zbox", "abox", "box");
    }

    static void readsATimeWithOffsetInAnyOrderOfItsFields() {
        BsonDocument stored = BsonDocument.parse(
                "{_id: 'a', at: {offset: 3600, more: [1], at: {$date: '2024-03-01T00:00:00Z'}}}");

        Event event = new VariantsBehaviour_EventCodec(REGISTRY)
                .decode(new BsonDocumentReader(stored), DecoderContext.builder().build());

        assertThat(event.at()).isEqualTo(OffsetDateTime.parse("2024-03-01T01:00:00+01:00"));
        assertThat(event.at().getOffset().getTotalSeconds()).isEqualTo(3600);
    }

    static void namesWhatATimeWithOffsetLacks() {
        BsonDocument stored = BsonDocument.parse("{_id: 'a', at: {at: {$date: '2024-03-01T00:00:00Z'}}}");

        assertThatThrownBy(() -> new VariantsBehaviour_EventCodec(REGISTRY)
                        .decode(new BsonDocumentReader(stored), DecoderContext.builder().build()))
                .hasMessageContaining("\"at\"")
                .hasMessageContaining("one without offset");
    }

    static void takesANullOptionalForEmptyWhereItIsNullable() {
        VariantsBehaviour_NoteCodec codec = new VariantsBehaviour_NoteCodec(REGISTRY);
        BsonDocument stored = encode(codec, new Note("a", null, null));

        assertThat(stored).isEqualTo(BsonDocument.parse("{_id: 'a'}"));
        assertThat(codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build()))
                .isEqualTo(new Note("a", Optional.empty(), Optional.empty()));
        assertThat(codec.link(new Note("a", null, null), 0)).isNull();
    }

    private static Canvas decode(String json) {
        return decode(new VariantsBehaviour_CanvasCodec(REGISTRY), BsonDocument.parse(json));
    }

    private static <T> T decode(DocumentCodec<T> codec, BsonDocument stored) {
        return codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
    }

    private static <T> BsonDocument encode(DocumentCodec<T> codec, T document) {
        BsonDocument encoded = new BsonDocument();
        codec.encode(new BsonDocumentWriter(encoded), document, EncoderContext.builder().build());
        return encoded;
    }
}
