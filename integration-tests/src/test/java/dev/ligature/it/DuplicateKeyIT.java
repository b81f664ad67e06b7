// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.model.QTicket.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import dev.ligature.DuplicateKeyException;
import dev.ligature.WrittenDocument;
import dev.ligature.it.model.Ticket;
import dev.ligature.it.model.TicketRepository;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What users learn of a unique index that refuses a document. */
class DuplicateKeyIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

    private final TicketRepository tickets = new TicketRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void storeTwo() {
        tickets.createIndexes().block();
        tickets.insertAll(List.of(of("1", "same"), of("2", "other"))).blockLast();
        recorder.clear();
    }

    private static Ticket of(String id, String code) {
        return new Ticket(id, code, Optional.empty(), SEEN, 1, "owner of " + id);
    }

    private static DuplicateKeyException refused(Publisher<?> write) {
        return catchThrowableOfType(
                DuplicateKeyException.class, () -> Flux.from(write).blockLast());
    }

    /** Where the server tells them. */
    private static BsonDocument told(String values) {
        return DATABASE.isEmbedded() ? BsonDocument.parse(values) : new BsonDocument();
    }

    private interface Write {
        Publisher<?> by(TicketRepository tickets);
    }

    private static Arguments write(String name, Write write) {
        return Arguments.of(name, write);
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("insert", tickets -> tickets.insert(of("3", "same"))),
                write("insertAll", tickets -> tickets.insertAll(List.of(of("3", "new"), of("4", "same")))),
                write("save of a new one", tickets -> tickets.save(of("3", "same"))),
                write("save", tickets -> tickets.save(of("2", "same"))),
                write("saveAll", tickets -> tickets.saveAll(List.of(of("1", "same"), of("2", "same")))),
                write("replace", tickets -> tickets.replace(of("2", "same"))),
                write("updateById", tickets -> tickets.updateById("2", ticket.code.set("same"))),
                write("update", tickets -> tickets.find(ticket.owner.eq("owner of 2"))
                        .update(ticket.code.set("same"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void namesTheIndexItsFieldsAndTheValues(String name, Write write) {
        DuplicateKeyException refused = refused(write.by(tickets));

        assertThat(refused)
                .hasMessageContaining("Ticket: ")
                .hasMessageContaining("in \"tickets\" failed: two documents would have the same code")
                .hasMessageContaining("(unique index \"c_1\", error 11000)")
                .hasCauseInstanceOf(MongoException.class);
        assertThat(refused.index()).isEqualTo("c_1");
        assertThat(refused.fields()).containsExactly("c");
        assertThat(refused.values()).isEqualTo(told("{c: 'same'}"));
        assertThat(recorder.names()).hasSize(1);
    }

    @Test
    void namesTheIndexOfIds() {
        DuplicateKeyException refused = refused(tickets.insert(of("1", "new")));

        assertThat(refused).hasMessageContaining("two documents would have the same id");
        assertThat(refused.index()).isEqualTo("_id_");
        assertThat(refused.fields()).containsExactly("_id");
        assertThat(refused.values()).isEqualTo(told("{_id: '1'}"));
    }

    @Test
    void namesAllFieldsOfACompoundIndex() {
        Ticket twin = new Ticket("3", "new", Optional.empty(), SEEN, 1, "owner of 1");

        DuplicateKeyException refused = refused(tickets.insert(twin));

        assertThat(refused).hasMessageContaining("the same owner and seen");
        assertThat(refused.index()).isEqualTo("owner_1_seen_1");
        assertThat(refused.fields()).containsExactly("owner", "seen");
    }

    @Test
    void namesAnIndexThatTheDocumentDoesNotDeclare() {
        get(Mono.from(tickets.collection()
                .createIndex(
                        BsonDocument.parse("{remark: 1}"),
                        new IndexOptions().unique(true).sparse(true).name("by remark"))));
        get(tickets.updateById("1", ticket.remark.set("rare")));

        DuplicateKeyException refused = refused(tickets.updateById("2", ticket.remark.set("rare")));

        assertThat(refused.index()).isEqualTo("by remark");
        assertThat(refused.fields())
                .isEqualTo(List.copyOf(told("{remark: 'rare'}").keySet()));
        assertThat(refused.values()).isEqualTo(told("{remark: 'rare'}"));
    }

    @Test
    void saysWhatWasWrittenBeforeIt() {
        DuplicateKeyException refused = refused(tickets.insertAll(List.of(of("3", "new"), of("4", "same"))));

        assertThat(refused.written()).containsExactly(new WrittenDocument("Ticket", "3"));
        assertThat(refused).hasMessageContaining("Written before that: Ticket 3.");
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void comesOutOfATransaction() {
        DuplicateKeyException refused = refused(Transactions.of(DATABASE.client())
                .run(() -> tickets.insert(of("3", "new")).then(tickets.insert(of("4", "same")))));

        assertThat(refused.index()).isEqualTo("c_1");
        assertThat(refused.written()).isEmpty();
        assertThat(get(tickets.count())).isEqualTo(2);
    }

    @Test
    void saysSoOfAnIndexThatCannotBeMade() {
        Mono.from(tickets.collection().drop()).block();
        tickets.insertAll(List.of(of("1", "same"), of("2", "same"))).blockLast();

        DuplicateKeyException refused = refused(tickets.createIndexes());

        assertThat(refused)
                .hasMessageContaining("createIndexes in \"tickets\" failed: two documents would have the same");
    }
}
