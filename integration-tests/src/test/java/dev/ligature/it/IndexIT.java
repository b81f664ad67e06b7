// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import dev.ligature.OperationException;
import dev.ligature.it.model.Ticket;
import dev.ligature.it.model.TicketRepository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Indexes: those that are declared, and those behind back links. */
class IndexIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());
    private final TicketRepository tickets = new TicketRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    private static void run(Mono<Void> mono) {
        mono.block();
    }

    private List<BsonDocument> indexes(String collection) {
        return list(Flux.from(DATABASE.database().getCollection(collection).listIndexes(BsonDocument.class)));
    }

    private List<BsonDocument> keys(String collection) {
        return indexes(collection).stream()
                .map(index -> index.getDocument("key"))
                .toList();
    }

    private BsonDocument index(String collection, String keys) {
        return indexes(collection).stream()
                .filter(index -> index.getDocument("key").equals(BsonDocument.parse(keys)))
                .findFirst()
                .orElseThrow();
    }

    private static BsonDocument[] parsed(String... keys) {
        return List.of(keys).stream().map(BsonDocument::parse).toArray(BsonDocument[]::new);
    }

    private static Ticket ticket(String id, String code) {
        return new Ticket(id, code, Optional.empty(), Instant.now(), 1, id);
    }

    @Test
    void asksForTheDeclaredIndexesInTheirStoredForm() {
        run(tickets.createIndexes());

        BsonDocument command = recorder.commands("createIndexes").get(0).document();
        assertThat(recorder.names()).containsExactly("createIndexes");
        assertThat(command.getString("createIndexes").getValue()).isEqualTo("tickets");
        assertThat(command.getArray("indexes").stream().map(index -> {
                    BsonDocument options = index.asDocument().clone();
                    options.remove("name");
                    return options;
                }))
                .containsExactlyInAnyOrder(parsed(
                        "{key: {c: 1}, unique: true}",
                        "{key: {remark: 1}, sparse: true}",
                        "{key: {seen: 1}, expireAfterSeconds: {$numberLong: '3600'}}",
                        "{key: {priority: -1, _id: -1}}",
                        "{key: {owner: 1, priority: -1, _id: -1}}",
                        "{key: {owner: 1, seen: 1}, unique: true, sparse: true}"));
    }

    @Test
    void makesTheDeclaredIndexesOnce() {
        run(tickets.createIndexes());
        List<BsonDocument> made = keys("tickets");
        run(tickets.createIndexes());

        assertThat(keys("tickets"))
                .containsExactlyElementsOf(made)
                .containsExactlyInAnyOrder(parsed(
                        "{_id: 1}",
                        "{c: 1}",
                        "{remark: 1}",
                        "{seen: 1}",
                        "{priority: -1, _id: -1}",
                        "{owner: 1, priority: -1, _id: -1}",
                        "{owner: 1, seen: 1}"));
    }

    @Test
    void givesTheServerTheOptionsOfEach() {
        run(tickets.createIndexes());

        assertThat(index("tickets", "{c: 1}").getBoolean("unique").getValue()).isTrue();
        assertThat(index("tickets", "{remark: 1}")).doesNotContainKey("unique");
        assertThat(index("tickets", "{remark: 1}").getBoolean("sparse").getValue())
                .isTrue();
        assertThat(index("tickets", "{seen: 1}").getNumber("expireAfterSeconds").intValue())
                .isEqualTo(3600);
        assertThat(index("tickets", "{owner: 1, seen: 1}"))
                .containsEntry("unique", BsonBoolean.TRUE)
                .containsEntry("sparse", BsonBoolean.TRUE);
    }

    @Test
    void indexesALinkThatABackLinkMirrorsFromBothEnds() {
        run(db.houses.createIndexes());
        assertThat(keys("houses"))
                .containsExactlyInAnyOrder(
                        parsed("{_id: 1}", "{name: 1, _id: 1}", "{door: 1}", "{win: 1}", "{yard: 1}", "{owners: 1}"));

        DATABASE.clear();
        run(db.windows.createIndexes());
        assertThat(keys("houses")).containsExactlyInAnyOrder(parsed("{_id: 1}", "{win: 1}"));
        run(db.persons.createIndexes());
        assertThat(keys("houses")).containsExactlyInAnyOrder(parsed("{_id: 1}", "{win: 1}", "{owners: 1}"));
    }

    @Test
    void indexesDbRefsByTheirIds() {
        run(db.books.createIndexes());

        assertThat(keys("books"))
                .containsExactlyInAnyOrder(parsed("{_id: 1}", "{'authors.$id': 1}", "{'editor.$id': 1}"));
    }

    @Test
    void asksForAnIndexThatBothEndsNeedOnce() {
        run(db.trees.createIndexes());

        assertThat(recorder.names()).containsExactly("createIndexes");
        assertThat(recorder.commands().get(0).document().getArray("indexes"))
                .singleElement()
                .extracting(index -> index.asDocument().getDocument("key"))
                .isEqualTo(new BsonDocument("left", new BsonInt32(1)));
    }

    @Test
    void needsNoCommandWithoutIndexes() {
        run(db.frames.createIndexes());

        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void refusesADuplicateInAUniqueIndex() {
        run(tickets.createIndexes());
        get(tickets.insert(ticket("1", "same")));

        assertThatThrownBy(() -> get(tickets.insert(ticket("2", "same"))))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Ticket")
                .hasMessageContaining("\"tickets\"")
                .hasCauseInstanceOf(MongoException.class);

        get(tickets.insert(ticket("3", "other")));
        assertThat(list(tickets.find().ids())).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    void wrapsTheDriversErrorWhereDocumentsStandAgainstAnIndex() {
        list(tickets.insertAll(List.of(ticket("1", "same"), ticket("2", "same"))));

        assertThatThrownBy(() -> run(tickets.createIndexes()))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Ticket")
                .hasMessageContaining("createIndexes")
                .hasCauseInstanceOf(MongoException.class);
    }

    @Test
    void sendsNothingBeforeItIsSubscribed() {
        Mono<Void> creation = tickets.createIndexes();
        assertThat(recorder.names()).isEmpty();

        run(creation);
        run(creation);
        assertThat(recorder.names()).containsExactly("createIndexes", "createIndexes");
    }

    @Test
    void namesTheIndexesThatAreMissing() {
        assertThat(list(tickets.missingIndexes()).stream().map(Object::toString))
                .contains("\"tickets\" {\"c\": 1} (unique)", "\"tickets\" {\"priority\": -1, \"_id\": -1}");
        assertThat(recorder.names()).containsExactly("listIndexes");

        run(tickets.createIndexes());

        assertThat(list(tickets.missingIndexes())).isEmpty();
    }

    @Test
    void missesNothingWhereAnIndexIsUniqueThatNeedNotBe() {
        run(tickets.createIndexes());
        BsonDocument keys = BsonDocument.parse("{priority: -1, _id: -1}");
        Flux.from(DATABASE.database().getCollection("tickets").dropIndex(keys)).blockLast();
        Flux.from(DATABASE.database().getCollection("tickets").createIndex(keys, new IndexOptions().unique(true)))
                .blockLast();

        assertThat(list(tickets.missingIndexes())).isEmpty();
    }

    @Test
    void missesAUniqueIndexWhereThereIsOneForDuplicatesToo() {
        run(tickets.createIndexes());
        Flux.from(DATABASE.database().getCollection("tickets").dropIndex(BsonDocument.parse("{c: 1}")))
                .blockLast();
        Flux.from(DATABASE.database().getCollection("tickets").createIndex(BsonDocument.parse("{c: 1}")))
                .blockLast();

        assertThat(list(tickets.missingIndexes()).stream().map(Object::toString))
                .containsExactly("\"tickets\" {\"c\": 1} (unique)");
    }
}
