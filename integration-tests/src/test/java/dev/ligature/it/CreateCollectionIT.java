// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.OperationException;
import dev.ligature.it.RandomDocuments.Kind;
import dev.ligature.it.model.Author;
import dev.ligature.it.model.Book;
import dev.ligature.it.model.BookRepository;
import dev.ligature.it.model.ContractRepository;
import dev.ligature.it.model.CrateRepository;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.SlotRepository;
import dev.ligature.it.model.SpecimenClassRepository;
import dev.ligature.it.model.SpecimenRepository;
import dev.ligature.it.orders.CartRepository;
import dev.ligature.it.orders.OrderRepository;
import dev.ligature.it.parts.Part.Assembly;
import dev.ligature.it.parts.Part.Bolt;
import dev.ligature.it.parts.PartRepository;
import dev.ligature.it.parts.Part_AssemblyRepository;
import dev.ligature.it.parts.Part_BoltRepository;
import dev.ligature.it.parts.QPart_Assembly;
import dev.ligature.link.Ref;
import dev.ligature.repository.Repository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collections with validators: this module is compiled with {@code -Aligature.jsonSchema=true}. */
class CreateCollectionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final String VALIDATORS = "validators of collections";

    private final MongoDatabase database = DATABASE.database();
    private final CommandRecorder recorder = DATABASE.recorder();
    private final BookRepository books = new BookRepository(database);

    private static void create(Repository<?, ?> repository) {
        repository.createCollection().block();
    }

    private static BsonDocument validator(CommandRecorder.Command command) {
        return command.document().getDocument("validator");
    }

    @Test
    void tellsTheServerWhatDocumentsLookLike() {
        create(new ContractRepository(database));

        assertThat(recorder.names()).first().isEqualTo("create");
        assertThat(validator(recorder.commands("create").get(0))).isEqualTo(BsonDocument.parse("""
                {$jsonSchema: {
                  bsonType: "object",
                  required: ["sailor"],
                  properties: {
                    _id: {bsonType: "string"},
                    sailor: {bsonType: "string"},
                    ship: {bsonType: ["string", "null"]}
                  }
                }}
                """));
    }

    @Test
    void tellsTheServerWhatDbRefsLookLike() {
        create(books);

        assertThat(validator(recorder.commands("create").get(0))
                        .getDocument("$jsonSchema")
                        .getDocument("properties")
                        .getDocument("authors"))
                .isEqualTo(BsonDocument.parse("""
                        {
                          bsonType: "array",
                          items: {
                            bsonType: ["object", "null"],
                            required: ["$ref", "$id"],
                            properties: {$ref: {bsonType: "string"}, $id: {bsonType: "string"}}
                          }
                        }
                        """));
    }

    /** The validator is one of the collection, whichever of its repositories creates it. */
    @Test
    void tellsTheServerWhatDocumentsOfEachTypeLookLike() {
        create(new Part_BoltRepository(database));

        BsonDocument links = BsonDocument.parse("{bsonType: 'array', items: {bsonType: ['string', 'null']}}");
        assertThat(validator(recorder.commands("create").get(0)))
                .isEqualTo(BsonDocument.parse("""
                {$jsonSchema: {oneOf: [
                  {
                    bsonType: "object",
                    required: ["kind", "parts"],
                    properties: {
                      kind: {enum: ["assembly"]},
                      _id: {bsonType: "string"},
                      parts: %s,
                      main: {bsonType: ["string", "null"]}
                    }
                  },
                  {
                    bsonType: "object",
                    required: ["kind", "size"],
                    properties: {kind: {enum: ["bolt"]}, _id: {bsonType: "string"}, size: {bsonType: "int"}}
                  }
                ]}}
                """.formatted(links.toJson())));
    }

    @Test
    @DisabledOnEmbedded(VALIDATORS)
    void checksEachDocumentByTheSchemaOfItsType() {
        PartRepository parts = new PartRepository(database);
        create(parts);

        parts.insertAll(List.of(
                        new Bolt("b", List.of(), 3, List.of()),
                        new Assembly("a", List.of(), List.of(Ref.to("b")), Optional.of(Ref.to("b")))))
                .blockLast();
        get(new Part_AssemblyRepository(database).detachAll("a", QPart_Assembly.assembly.parts()));

        MongoCollection<BsonDocument> collection = database.getCollection("parts", BsonDocument.class);
        for (String broken :
                List.of("{kind: 'bolt', _id: 'x'}", "{kind: 'assembly', _id: 'x', size: 3}", "{_id: 'x', size: 3}")) {
            assertThatThrownBy(() -> Mono.from(collection.insertOne(BsonDocument.parse(broken)))
                            .block())
                    .as(broken)
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    @DisabledOnEmbedded(VALIDATORS)
    void givesTheValidatorToACollectionThatIsThere() {
        Mono.from(database.createCollection(
                        "books",
                        new CreateCollectionOptions()
                                .validationOptions(
                                        new ValidationOptions().validator(BsonDocument.parse("{nothing: 'fits'}")))))
                .block();
        recorder.clear();

        create(books);

        assertThat(recorder.names()).containsExactly("create", "collMod");
        assertThat(validator(recorder.commands("collMod").get(0)))
                .isEqualTo(validator(recorder.commands("create").get(0)));
        get(books.insert(new Book("b", Optional.empty(), List.of())));
        assertThatThrownBy(() -> insert("books", "{_id: 'c'}")).isInstanceOf(MongoWriteException.class);
    }

    @Test
    @DisabledOnEmbedded(VALIDATORS)
    void canBeCalledAgain() {
        create(books);
        create(books);

        get(books.insert(new Book("b", Optional.of(Ref.<Author>to("a")), List.of(Ref.to("a"), Ref.to("b")))));
        assertThat(list(books.find().ids())).containsExactly("b");
    }

    @Test
    @DisabledOnEmbedded(VALIDATORS)
    void letsTheServerRefuseAnUpdateThatBreaksADocument() {
        create(new SlotRepository(database));
        insert("slots", "{_id: {shelf: 'a', row: 1}, load: 5}");

        assertThatThrownBy(() -> Mono.from(database.getCollection("slots")
                                .updateOne(new BsonDocument(), BsonDocument.parse("{$set: {load: 'heavy'}}")))
                        .block())
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    @DisabledOnEmbedded(VALIDATORS)
    void namesTheDocumentThatTheServerRefuses() {
        create(books);
        Mono.from(database.runCommand(BsonDocument.parse(
                        "{collMod: 'books', validator: {$jsonSchema: {bsonType: 'object', required: ['title']}}}")))
                .block();

        assertThatThrownBy(() -> get(books.insert(new Book("b", Optional.empty(), List.of()))))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Book")
                .hasMessageContaining("\"books\"")
                .hasMessageContaining("validation");
    }

    /** Each breaks the document in one place. */
    @ParameterizedTest
    @DisabledOnEmbedded(VALIDATORS)
    @CsvSource(
            delimiter = '|',
            value = {
                "houses | {$unset: {name: 1}}",
                "houses | {$set: {name: 1}}",
                "houses | {$set: {name: null}}",
                "houses | {$set: {rooms: 1.5}}",
                "houses | {$set: {tags: 'red'}}",
                "houses | {$set: {tags: ['red', 1]}}",
                "houses | {$set: {door: 'the first'}}",
                "houses | {$unset: {win: 1}}",
                "houses | {$set: {win: ['the first']}}",
                "houses | {$set: {yard: 1}}",
                "houses | {$set: {owners: {$oid: '000000000000000000000001'}}}",
                "flats  | {$unset: {'address.city': 1}}",
                "flats  | {$set: {'address.position': {latitude: 1.5}}}",
                "flats  | {$set: {billing: 'none'}}",
                "flats  | {$set: {rooms: [{size: 'large'}]}}",
                "flats  | {$set: {formerAddresses: []}}",
                "flats  | {$unset: {'shape.kind': 1}}",
                "flats  | {$set: {'shape.kind': 'cube'}}",
                "flats  | {$set: {'shape.radius': 'wide'}}",
                "flats  | {$set: {ornaments: [{kind: 'circle'}]}}",
                "crates | {$set: {set: ['RED', 'PINK']}}",
                "crates | {$set: {ints: [1, null]}}",
                "crates | {$set: {nested: [1]}}",
                "crates | {$set: {map: 'none'}}",
                "crates | {$set: {optional: 5}}",
                "slots  | {$set: {load: 'heavy'}}",
                "orders | {$set: {'customer.account': 1}}",
                "orders | {$set: {'lines.0.item': 'a product'}}",
                "orders | {$unset: {'lines.0.item': 1}}",
                "orders | {$set: {'lines.0.alternatives': [1]}}",
                "orders | {$set: {'boxes.0.lines.0.item': null}}",
                "carts  | {$set: {'holder.buyer': 'a'}}",
                "carts  | {$set: {'items.0.similar': ['a']}}",
                "carts  | {$set: {'payment.payer': 1}}",
                "carts  | {$set: {refunds: [{kind: 'card', number: '1', bank: []}]}}",
                "books  | {$set: {editor: 'ada'}}",
                "books  | {$set: {authors: [{$ref: 'authors'}]}}",
            })
    void letsTheServerRefuse(String collection, String change) {
        BsonDocument sound = BsonDocument.parse(
                switch (collection) {
                    case "houses" -> """
                        {name: 'Oak', rooms: 1, tags: ['red', null], door: {$oid: '000000000000000000000001'}, unknown: 1,
                         win: [{$oid: '000000000000000000000001'}], yard: null}""";
                    case "flats" -> """
                        {_id: 1, address: {street: 'a', city: 'b'}, rooms: [{name: null, size: 1, alcoves: []}],
                         formerAddresses: {}, billing: null, shape: {kind: 'circle', radius: 1}, ornaments: []}""";
                    case "crates" -> """
                        {_id: 'c', list: [null], collection: [], set: ['RED'], map: {a: 1}, nested: [[1]], listsByKey: {},
                         array: [], ints: [1], doubles: [1], letters: ['a'], flags: [true]}""";
                    case "slots" -> "{_id: {shelf: 'a', row: 1}, load: 5}";
                    case "orders" -> """
                        {number: '1', customer: {name: 'a', account: 'b'}, extras: {}, lines: [{quantity: 1, item: ID, alternatives: [ID, null]}],
                         boxes: [{label: 'a', lines: [{quantity: 1, item: ID}]}]}""".replace("ID", "{$oid: '000000000000000000000001'}");
                    case "carts" -> """
                        {name: 'a', holder: {title: 'b', buyer: {$ref: 'buyers', $id: 'a'}}, items: [{quantity: 1, similar: []}], gifts: [],
                         saved: {}, refunds: [], payment: {kind: 'transfer', iban: 'c', bank: null, payer: 'a'}}""";
                    default -> "{_id: 'b', authors: [{$ref: 'authors', $id: 'ada'}]}";
                });
        create(repository(collection));
        insert(collection, sound);

        assertThatThrownBy(() -> Mono.from(database.getCollection(collection)
                                .updateOne(new BsonDocument(), BsonDocument.parse(change)))
                        .block())
                .isInstanceOf(MongoWriteException.class)
                .satisfies(failure ->
                        assertThat(((MongoWriteException) failure).getCode()).isEqualTo(121));
    }

    private Repository<?, ?> repository(String collection) {
        return switch (collection) {
            case "houses" -> new HouseRepository(database);
            case "flats" -> new FlatRepository(database);
            case "crates" -> new CrateRepository(database);
            case "slots" -> new SlotRepository(database);
            case "orders" -> new OrderRepository(database);
            case "carts" -> new CartRepository(database);
            default -> books;
        };
    }

    /** Whatever members there are, and whatever they hold. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisabledOnEmbedded(VALIDATORS)
    void letsTheServerAcceptWhateverIsWritten(Kind kind) {
        Repository<?, ?> repository = repository(kind);
        create(repository);
        long seed = System.nanoTime();
        RandomDocuments documents = new RandomDocuments(new Random(seed));
        String name = repository.collection().getNamespace().getCollectionName();

        for (int i = 0; i < 100; i++) {
            BsonDocument stored = new BsonDocument();
            kind.codec()
                    .encode(
                            new BsonDocumentWriter(stored),
                            documents.document(kind),
                            EncoderContext.builder().build());
            list(Flux.from(database.getCollection(name).deleteMany(new BsonDocument()))); // ids may be equal
            assertThatCode(() -> insert(name, stored))
                    .as("seed %s: %s", seed, stored)
                    .doesNotThrowAnyException();
        }
    }

    private Repository<?, ?> repository(Kind kind) {
        return switch (kind) {
            case SPECIMEN -> new SpecimenRepository(database);
            case SPECIMEN_CLASS -> new SpecimenClassRepository(database);
            case CRATE -> new CrateRepository(database);
            case FLAT -> new FlatRepository(database);
            case HOUSE -> new HouseRepository(database);
            case ORDER -> new OrderRepository(database);
            case CART -> new CartRepository(database);
        };
    }

    private void insert(String collection, String json) {
        insert(collection, BsonDocument.parse(json));
    }

    private void insert(String collection, BsonDocument document) {
        Mono.from(database.getCollection(collection, BsonDocument.class).insertOne(document))
                .block();
    }
}
