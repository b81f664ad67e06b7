package behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidLinkException;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** References by ids, and ids in references; each static method without parameters is a test. */
public final class RefsBehaviour {
    private RefsBehaviour() {}

    @Document
    public record Named(String id) {}

    @Document
    public record Counted(long id) {}

    @Document
    public record Keyed(Key id) {
        public record Key(String country, int number) {}
    }

    @Document
    public static class Open {
        UUID id;
    }

    @Document
    public record Chosen(@BsonId ObjectId key, @Link Optional<Ref<Named>> ref, @Link List<Ref<Chosen>> id) {}

    static void keepTheIdInItsDeclaredType() {
        UUID uuid = UUID.randomUUID();
        ObjectId objectId = new ObjectId();

        Ref<Named> named = QRefsBehaviour_Named.ref("a");
        String name = QRefsBehaviour_Named.id(named);
        Ref<Counted> counted = QRefsBehaviour_Counted.ref(7);
        long count = QRefsBehaviour_Counted.id(counted);
        Ref<Keyed> keyed = QRefsBehaviour_Keyed.ref(new Keyed.Key("at", 1));
        Keyed.Key key = QRefsBehaviour_Keyed.id(keyed);
        Ref<Open> open = QRefsBehaviour_Open.ref(uuid);
        UUID openId = QRefsBehaviour_Open.id(open);
        Ref<Chosen> chosen = QRefsBehaviour_Chosen.ref(objectId);
        ObjectId chosenId = QRefsBehaviour_Chosen.id(chosen);

        assertThat(name).isEqualTo("a");
        assertThat(count).isEqualTo(7);
        assertThat(key).isEqualTo(new Keyed.Key("at", 1));
        assertThat(openId).isEqualTo(uuid);
        assertThat(chosenId).isEqualTo(objectId);
        assertThat(named.isFetched()).isFalse();
    }

    static void areMadeByMethodReferences() {
        List<Ref<Named>> refs = Stream.of("a", "b").map(QRefsBehaviour_Named::ref).toList();
        List<String> ids = refs.stream().map(QRefsBehaviour_Named::id).toList();

        assertThat(ids).containsExactly("a", "b");
    }

    static void haveTheIdOfAFetchedDocument() {
        Open open = new Open();
        Ref<Open> ref = Ref.of(open);

        assertThat(QRefsBehaviour_Open.id(ref)).isNull();
        open.id = UUID.randomUUID();
        assertThat(QRefsBehaviour_Open.id(ref)).isEqualTo(open.id);
    }

    static void refuseAnIdOfAnotherType() {
        Ref<Named> wrong = Ref.to(7);

        assertThatThrownBy(() -> QRefsBehaviour_Named.id(wrong))
                .isInstanceOf(InvalidLinkException.class)
                .hasMessageContaining("RefsBehaviour.Named.id")
                .hasMessageContaining("String");
        assertThatThrownBy(() -> QRefsBehaviour_Named.ref(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> QRefsBehaviour_Named.id(null)).isInstanceOf(NullPointerException.class);
    }

    static void standBesideLinksOfTheirNames() {
        QRefsBehaviour_Chosen<Chosen> chosen = QRefsBehaviour_Chosen.chosen;

        assertThat(chosen.ref().toString()).isEqualTo("RefsBehaviour.Chosen.ref");
        assertThat(chosen.id().id().toString()).isEqualTo("RefsBehaviour.Chosen.id.id");
        assertThat(chosen.id().key.toString()).isEqualTo("RefsBehaviour.Chosen.id.key");
    }
}
