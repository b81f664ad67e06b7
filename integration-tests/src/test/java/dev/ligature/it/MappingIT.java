// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.QMappingIT_Bookmark.bookmark;
import static dev.ligature.it.QMappingIT_Measurement.measurement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DocumentReadException;
import dev.ligature.UnsupportedTypeException;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.it.model.Tree;
import dev.ligature.link.Ref;
import dev.ligature.repository.Repository;
import dev.ligature.testing.TestDatabase;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a declaration says of its members: which is the id, what they are called, and who stores their values. */
class MappingIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final BsonDocument ANY = new BsonDocument();

    private final MongoDatabase database = DATABASE.database();
    private final Houses db = new Houses(database);

    /** Identified by an embedded record; linked to from another of its kind. */
    @Document(collection = "measurements")
    record Measurement(
            Key id,
            int value,
            @Link Optional<Ref<Measurement>> previous,
            @Link Optional<List<Ref<Measurement>>> others) {
        record Key(String station, LocalDate day) {}
    }

    /** Identified by a long. */
    @Document(collection = "counters")
    record Counter(long id, String name) {}

    /** One document of each type of id: inserted, found in its stored form, read and deleted by its id. */
    private <T, I> void takesId(Repository<T, I> repository, String collection, T document, I id, BsonValue stored) {
        get(repository.insert(document));

        assertThat(db.stored(collection, ANY).get("_id")).isEqualTo(stored);
        assertThat(get(repository.findById(id))).isEqualTo(document);
        assertThat(list(repository.findAllById(List.of(id, id)))).containsExactly(document, document);
        assertThat(list(repository.find().ids())).containsExactly(id);
        assertThat(get(repository.existsById(id))).isTrue();
        assertThat(get(repository.deleteById(id))).isEqualTo(1);
        assertThat(get(repository.existsById(id))).isFalse();
    }

    @Test
    void takesIdsOfEveryType() {
        ObjectId objectId = new ObjectId();
        UUID uuid = UUID.randomUUID();
        Note note = new Note(uuid, "a", 0, 0, List.of(), Optional.empty(), null);

        takesId(db.frames, "frames", new Frame(objectId, "red"), objectId, new BsonObjectId(objectId));
        takesId(db.trees, "trees", Tree.of("oak", null, null), "oak", new BsonString("oak"));
        takesId(new FlatRepository(database), "flats", Flat.of(-3), -3, new BsonInt32(-3));
        takesId(
                new MappingIT_CounterRepository(database),
                "counters",
                new Counter(1L << 40, "big"),
                1L << 40,
                new BsonInt64(1L << 40));
        takesId(new NoteRepository(database), "notes", note, uuid, new BsonBinary(uuid, UuidRepresentation.STANDARD));
    }

    @Test
    void excludesEmbeddedRecordsAsLinkedIds() {
        MappingIT_MeasurementRepository measurements = new MappingIT_MeasurementRepository(database);
        Measurement.Key monday = new Measurement.Key("Kew", LocalDate.parse("2024-02-26"));
        Measurement.Key tuesday = new Measurement.Key("Kew", LocalDate.parse("2024-02-27"));
        get(measurements.insert(new Measurement(tuesday, 2, Optional.empty(), Optional.of(List.of(Ref.to(monday))))));

        assertThat(list(measurements
                        .find(measurement.others().id.nin(List.of()))
                        .ids()))
                .containsExactly(tuesday);
        assertThat(list(measurements.find(measurement.others().id.nin(tuesday)).ids()))
                .containsExactly(tuesday);
        assertThat(list(measurements.find(measurement.others().id.nin(monday)).ids()))
                .isEmpty();
    }

    @Test
    void takesAnEmbeddedRecordAsId() {
        MappingIT_MeasurementRepository measurements = new MappingIT_MeasurementRepository(database);
        Measurement.Key monday = new Measurement.Key("Kew", LocalDate.parse("2024-02-26"));
        Measurement.Key tuesday = new Measurement.Key("Kew", LocalDate.parse("2024-02-27"));
        get(measurements.insert(new Measurement(monday, 1, Optional.empty(), Optional.empty())));
        get(measurements.insert(new Measurement(tuesday, 2, Optional.of(Ref.to(monday)), Optional.empty())));

        assertThat(db.stored("measurements", BsonDocument.parse("{value: 2}")))
                .isEqualTo(BsonDocument.parse("{_id: {station: 'Kew', day: {$date: '2024-02-27T00:00:00Z'}}, value: 2,"
                        + " previous: {station: 'Kew', day: {$date: '2024-02-26T00:00:00Z'}}}"));
        Measurement read = get(measurements.findById(tuesday).fetch(measurement.previous()));
        assertThat(read.id()).isEqualTo(tuesday);
        assertThat(read.previous().orElseThrow().get().value()).isEqualTo(1);
        assertThat(list(measurements.findAllById(List.of(tuesday, monday))))
                .extracting(Measurement::value)
                .containsExactly(2, 1);
        assertThat(list(measurements.find(measurement.id.eq(monday)).ids())).containsExactly(monday);
        assertThat(list(measurements.find(measurement.previous().id.in(monday)).ids()))
                .containsExactly(tuesday);
        assertThat(list(measurements.find(measurement.previous().value.eq(1)).ids()))
                .containsExactly(tuesday);
        assertThat(list(measurements.find(measurement.id.day.gt(monday.day())).ids()))
                .containsExactly(tuesday);
        assertThat(get(measurements.deleteById(monday))).isEqualTo(1);
    }

    /** Mapped by the driver's annotations: made by a static method, with fields that nobody sets. */
    @Document(collection = "labels")
    static final class Label {
        static final String SHARED = "not stored";

        @BsonId
        final String key;

        @BsonProperty("t")
        private final String text;

        @BsonIgnore
        int uses = 5;

        transient int cached = 6;

        @BsonProperty("n")
        Optional<String> nickname = Optional.empty();

        private Label(String key, String text) {
            this.key = key;
            this.text = text;
        }

        @BsonCreator
        static Label of(@BsonId String key, @BsonProperty("t") String text) {
            return new Label(key, text);
        }

        String getText() {
            return text;
        }
    }

    /** Read by its factory, which puts old values right; its other constructor is for code alone. */
    @Document(collection = "prices")
    record Price(String id, long cents, String currency) {
        Price(String id) {
            this(id, 0, "EUR");
        }

        @BsonCreator
        static Price stored(String currency, String id, long cents) {
            return new Price(id, cents, currency.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void readsARecordByTheFactoryThatIsAnnotated() {
        MappingIT_PriceRepository prices = new MappingIT_PriceRepository(database);
        db.store("prices", "{_id: 'a', currency: 'usd', cents: 5}");
        get(prices.insert(new Price("b")));

        assertThat(list(prices.findAll())).containsExactlyInAnyOrder(new Price("a", 5, "USD"), new Price("b"));
    }

    @Test
    void followsTheAnnotationsOfTheDriverInAClass() {
        MappingIT_LabelRepository labels = new MappingIT_LabelRepository(database);
        Label label = Label.of("k", "hello");
        label.uses = 100;
        label.cached = 100;
        get(labels.insert(label));

        assertThat(db.stored("labels", ANY)).isEqualTo(BsonDocument.parse("{_id: 'k', t: 'hello'}"));
        Label read = get(labels.findById("k"));
        assertThat(read.getText()).isEqualTo("hello");
        assertThat(read.uses).isEqualTo(5);
        assertThat(read.cached).isEqualTo(6);
        assertThat(read.nickname).isEmpty();
        assertThat(get(labels.find(QMappingIT_Label.label.text.eq("hello")).count()))
                .isEqualTo(1);
    }

    /** Mapped by the driver's annotations: what is ignored is made of nothing. */
    @Document(collection = "badges")
    record Badge(
            @BsonId String key,
            @BsonProperty("t") String text,
            @BsonIgnore @Nullable String cache,
            @BsonIgnore int uses,
            @BsonIgnore List<String> log) {}

    @Test
    void followsTheAnnotationsOfTheDriverInARecord() {
        MappingIT_BadgeRepository badges = new MappingIT_BadgeRepository(database);
        get(badges.insert(new Badge("k", "hello", "cached", 5, List.of("made"))));

        assertThat(db.stored("badges", ANY)).isEqualTo(BsonDocument.parse("{_id: 'k', t: 'hello'}"));
        assertThat(get(badges.findById("k"))).isEqualTo(new Badge("k", "hello", null, 0, List.of()));
    }

    /** With members of a type that Ligature does not know. */
    @Document(collection = "bookmarks")
    record Bookmark(String id, URI address, List<URI> mirrors, Collection<URI> archives, Source source) {
        record Source(Optional<URI> feed, Map<String, Source> parts) {}
    }

    @Test
    void failsToMakeARepositoryWithoutACodecForAMember() {
        assertThatThrownBy(() -> new MappingIT_BookmarkRepository(database))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("Bookmark.address has the type java.net.URI")
                .hasMessageContaining("withCodecRegistry");
    }

    @Test
    void takesTheCodecsOfTheRegistry() {
        CodecRegistry registry = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new UriCodec()), MongoClientSettings.getDefaultCodecRegistry());
        MappingIT_BookmarkRepository bookmarks = new MappingIT_BookmarkRepository(database.withCodecRegistry(registry));
        URI home = URI.create("https://example.org/");
        Bookmark.Source part = new Bookmark.Source(Optional.of(home), Map.of());
        Bookmark inserted = new Bookmark(
                "b",
                home,
                List.of(home, URI.create("x:y")),
                List.of(home),
                new Bookmark.Source(Optional.empty(), Map.of("part", part)));
        get(bookmarks.insert(inserted));

        assertThat(db.stored("bookmarks", ANY))
                .isEqualTo(BsonDocument.parse("{_id: 'b', address: 'https://example.org/',"
                        + " mirrors: ['https://example.org/', 'x:y'], archives: ['https://example.org/'],"
                        + " source: {parts: {part: {feed: 'https://example.org/', parts: {}}}}}"));
        assertThat(get(bookmarks.findById("b"))).isEqualTo(inserted);
        assertThat(get(bookmarks.find(bookmark.address.eq(home)).exists())).isTrue();
        assertThat(get(bookmarks
                        .find(bookmark.mirrors.contains(URI.create("x:z")))
                        .exists()))
                .isFalse();

        db.store("bookmarks", "{_id: 'c', address: 'https://example.org/', mirrors: ['a b'], archives: []}");
        assertThatThrownBy(() -> get(bookmarks.findById("c")))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageStartingWith("MappingIT.Bookmark c in \"bookmarks\", field \"mirrors[0]\": ")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
