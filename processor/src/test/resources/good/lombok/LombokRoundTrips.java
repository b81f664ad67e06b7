package lombokuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Version;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import lombok.Value;
import lombok.experimental.Accessors;
import lombok.experimental.FieldDefaults;
import lombok.experimental.NonFinal;
import lombok.experimental.PackagePrivate;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.ObjectId;

/** Documents whose members Lombok makes; each static method without parameters is a test. */
public final class LombokRoundTrips {
    private static final CodecRegistry REGISTRY = CodecRegistries.fromCodecs();
    private static final ObjectId ID = new ObjectId("000000000000000000000001");

    private LombokRoundTrips() {}

    @Document
    @Value
    public static class Door {
        ObjectId id;

        @Indexed
        String name;

        boolean open;
        Size size;
        Optional<String> note;

        @Value
        public static class Size {
            int width;
            int height;
        }
    }

    static void value() {
        Door door = new Door(ID, "front", true, new Door.Size(1, 2), Optional.of("x"));

        assertThat(roundTrip(new LombokRoundTrips_DoorCodec(REGISTRY), door)).isEqualTo(door);
    }

    @Document
    @Data
    public static class House {
        ObjectId id;
        private String name;
        private boolean isOpen;
        List<Door.Size> rooms = new ArrayList<>();

        @Link
        Optional<Ref<Door>> door = Optional.empty();

        @Version
        private long version;
    }

    static void data() {
        House house = new House();
        house.setId(ID);
        house.setName("Oak");
        house.setOpen(true);
        house.setRooms(List.of(new Door.Size(3, 4)));
        house.setDoor(Optional.of(Ref.to(ID)));
        house.setVersion(7);

        assertThat(roundTrip(new LombokRoundTrips_HouseCodec(REGISTRY), house)).isEqualTo(house);
    }

    @Document
    @Data
    @Builder
    @AllArgsConstructor
    @NoArgsConstructor
    public static class Built {
        private ObjectId id;
        private String name;

        @Builder.Default
        private int floors = 2;

        private Part part;

        @Data
        @Builder
        @AllArgsConstructor
        @NoArgsConstructor
        public static class Part {
            private int size;
        }
    }

    static void dataWithBuilder() {
        Built built = Built.builder()
                .id(ID)
                .name("Oak")
                .part(Built.Part.builder().size(3).build())
                .build();

        assertThat(roundTrip(new LombokRoundTrips_BuiltCodec(REGISTRY), built)).isEqualTo(built);
    }

    @Document
    @Value
    @Builder
    public static class BuiltOnly {
        ObjectId id;
        String name;
    }

    static void valueWithBuilder() {
        BuiltOnly built = BuiltOnly.builder().id(ID).name("Oak").build();

        assertThat(roundTrip(new LombokRoundTrips_BuiltOnlyCodec(REGISTRY), built))
                .isEqualTo(built);
    }

    @Document
    @Getter
    @RequiredArgsConstructor
    @EqualsAndHashCode
    public static class Required {
        private final ObjectId id;
        final String name;
    }

    static void getterWithRequiredArguments() {
        Required required = new Required(ID, "Oak");

        assertThat(roundTrip(new LombokRoundTrips_RequiredCodec(REGISTRY), required))
                .isEqualTo(required);
    }

    @Document
    @Getter
    @RequiredArgsConstructor
    @EqualsAndHashCode
    @FieldDefaults(level = AccessLevel.PRIVATE, makeFinal = true)
    public static class Final {
        ObjectId id;
        String name;

        @NonFinal
        @PackagePrivate
        int count;
    }

    static void finalByDefault() {
        Final document = new Final(ID, "Oak");
        document.count = 3;

        assertThat(roundTrip(new LombokRoundTrips_FinalCodec(REGISTRY), document))
                .isEqualTo(document);
    }

    @Document
    @Getter
    @Setter
    @EqualsAndHashCode
    @FieldDefaults(level = AccessLevel.PRIVATE)
    public static class Private {
        ObjectId id;
        String name;
    }

    static void privateByDefault() {
        Private document = new Private();
        document.setId(ID);
        document.setName("Oak");

        assertThat(roundTrip(new LombokRoundTrips_PrivateCodec(REGISTRY), document))
                .isEqualTo(document);
    }

    @Document
    @Value
    @Accessors(fluent = true)
    public static class Fluent {
        ObjectId id;
        String name;
    }

    static void fluentAccessors() {
        Fluent fluent = new Fluent(ID, "Oak");

        assertThat(roundTrip(new LombokRoundTrips_FluentCodec(REGISTRY), fluent)).isEqualTo(fluent);
    }

    @Document
    @Data
    @EqualsAndHashCode(callSuper = true)
    @Accessors(chain = true)
    public static class Derived extends Base {
        private String name;
    }

    @Data
    public static class Base {
        private ObjectId id;
    }

    static void chainedSettersOfASubclass() {
        Derived derived = new Derived().setName("Oak");
        derived.setId(ID);

        assertThat(roundTrip(new LombokRoundTrips_DerivedCodec(REGISTRY), derived)).isEqualTo(derived);
    }

    @Document
    public record OfKey(Key id) {
        @Value
        public static class Key {
            String name;
            int number;
        }
    }

    static void valueAsId() {
        OfKey document = new OfKey(new OfKey.Key("a", 1));

        assertThat(roundTrip(new LombokRoundTrips_OfKeyCodec(REGISTRY), document)).isEqualTo(document);
    }

    private static <T> T roundTrip(DocumentCodec<T> codec, T document) {
        BsonDocument stored = new BsonDocument();
        codec.encode(new BsonDocumentWriter(stored), document, EncoderContext.builder().build());
        return codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
    }
}
