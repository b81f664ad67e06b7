// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.result.InsertOneResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.repository.Transactions;
import dev.ligature.spring.LigatureTransactionManager;
import dev.ligature.spring.test.LigatureTest;
import dev.ligature.testing.DisabledOnEmbedded;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.ReactiveMongoTransactionManager;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code @Transactional} around repositories: by Spring Data's transaction manager and by Ligature's own. */
class TransactionalIT {
    /** What holds with either transaction manager. */
    abstract static class Contract {
        @Autowired
        HouseService service;

        @Autowired
        HouseRepository houses;

        @Autowired
        PersonRepository persons;

        @Autowired
        MongoDatabase database;

        @Autowired
        Transactions transactions;

        @Autowired
        TransactionalOperator operator;

        @Autowired
        ReactiveTransactionManager manager;

        @Autowired
        SentCommands commands;

        @BeforeEach
        void createCollectionsAnew() {
            Mono.from(database.drop())
                    .thenMany(Flux.just("houses", "persons", "notes"))
                    .concatMap(database::createCollection)
                    .then()
                    .block();
            commands.clear();
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void commitsWhatAMethodWrites() {
            House built = service.build(House.named("Oak"), Person.of("ada@example.com"))
                    .block();

            assertThat(houses.findById(built.id()).block()).isEqualTo(built);
            assertThat(persons.count().block()).isEqualTo(1);
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void rollsBackWhatAMethodWritesBeforeItFails() {
            assertThatThrownBy(() -> service.buildAndFail(House.named("Oak"), Person.of("ada@example.com"))
                            .block())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("after the writes");

            assertThat(houses.count().block()).isZero();
            assertThat(persons.count().block()).isZero();
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void readsItsOwnWrites() {
            List<Long> counts = new ArrayList<>();

            assertThatThrownBy(() ->
                            service.countAndFail(House.named("Oak"), counts).block())
                    .isInstanceOf(IllegalStateException.class);

            assertThat(counts).containsExactly(1L);
            assertThat(houses.count().block()).isZero();
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void savesADocumentAgainAfterARollback() {
            House read = houses.insert(House.named("Oak")).block();

            assertThatThrownBy(() ->
                            service.saveAllAndFail(List.of(read.renamed("Ash"))).block())
                    .isInstanceOf(IllegalStateException.class);

            House saved = houses.save(read.renamed("Elm")).block();
            assertThat(saved.version()).isEqualTo(read.version() + 1);
            assertThat(service.names().block()).containsExactly("Elm");
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void runsInAnOperator() {
            Mono<House> failing = houses.insert(House.named("Oak")).then(Mono.error(new IllegalStateException("no")));

            assertThatThrownBy(() -> operator.transactional(failing).block()).isInstanceOf(IllegalStateException.class);

            assertThat(houses.count().block()).isZero();
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void keepsWhatATransactionOfItsOwnHasWritten() {
            Mono<House> outer = houses.insert(House.named("Oak"))
                    .then(service.buildApart(House.named("Ash")))
                    .then(Mono.error(new IllegalStateException("outer")));

            assertThatThrownBy(() -> operator.transactional(outer).block()).isInstanceOf(IllegalStateException.class);

            assertThat(service.names().block()).containsExactly("Ash");
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void letsLigaturesTransactionsJoin() {
            Mono<House> outer = transactions
                    .run(() -> houses.insert(House.named("Oak")))
                    .then(Mono.error(new IllegalStateException("outer")));

            assertThatThrownBy(() -> operator.transactional(outer).block()).isInstanceOf(IllegalStateException.class);

            assertThat(houses.count().block()).isZero();
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void givesTheSessionToThoseWhoUseTheCollection() {
            MongoCollection<Document> notes = database.getCollection("notes");
            Mono<InsertOneResult> noted = transactions
                    .currentSession()
                    .flatMap(session -> Mono.from(notes.insertOne(session, new Document("a", 1))));
            Mono<Void> outer = noted.then(Mono.error(new IllegalStateException("outer")));

            assertThatThrownBy(() -> operator.transactional(outer).block()).isInstanceOf(IllegalStateException.class);

            assertThat(Mono.from(database.getCollection("notes").countDocuments())
                            .block())
                    .isZero();
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void keepsWhatATransactionOfItsOwnHasWrittenWithinLigaturesToo() {
            Mono<House> outer = transactions
                    .run(() -> service.buildApart(House.named("Ash")).then(houses.insert(House.named("Oak"))))
                    .then(Mono.error(new IllegalStateException("outer")));

            assertThatThrownBy(() -> operator.transactional(outer).block()).isInstanceOf(IllegalStateException.class);

            assertThat(service.names().block()).containsExactly("Ash");
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void rollsBackAfterTheReplyToACancelledCommand() {
            Mono<House> outer = houses.insert(House.named("Oak"))
                    .takeUntilOther(commands.sending("insert"))
                    .then(Mono.error(new IllegalStateException("outer")));

            assertThatThrownBy(() -> operator.transactional(outer).block()).isInstanceOf(IllegalStateException.class);

            assertThat(commands.events())
                    .containsExactly("insert", "reply to insert", "abortTransaction", "reply to abortTransaction");
            assertThat(houses.count().block()).isZero();
        }

        @Test
        void hasNoSessionOutsideATransaction() {
            assertThat(transactions.currentSession().blockOptional()).isEmpty();
        }

        @Test
        @DisabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+", disabledReason = "has transactions")
        void saysThatAServerHasNoTransactions() {
            assertThatThrownBy(() -> service.build(House.named("Oak"), Person.of("ada@example.com"))
                            .block())
                    .isInstanceOf(TransactionsNotSupportedException.class)
                    .hasMessageContaining("@Transactional")
                    .hasMessageContaining("replica set");

            assertThat(persons.count().block()).isZero();
        }
    }

    /** With Spring Data on the class path. */
    @Nested
    @LigatureTest
    @Import({HouseService.class, SentCommands.class})
    class WithSpringData extends Contract {
        @Autowired
        ReactiveMongoTemplate template;

        @Test
        void usesSpringDatasManager() {
            assertThat(manager).isInstanceOf(ReactiveMongoTransactionManager.class);
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void sharesTheTransactionWithTemplates() {
            List<Long> seen = new ArrayList<>();
            Mono<Void> outer = houses.insert(House.named("Oak"))
                    .then(template.insert(new Document("a", 1), "notes"))
                    .then(template.count(new org.springframework.data.mongodb.core.query.Query(), "houses"))
                    .doOnNext(seen::add)
                    .then(Mono.error(new IllegalStateException("outer")));

            assertThatThrownBy(() -> operator.transactional(outer).block()).isInstanceOf(IllegalStateException.class);

            assertThat(seen).containsExactly(1L);
            assertThat(houses.count().block()).isZero();
            assertThat(template.estimatedCount("notes").block()).isZero();
        }
    }

    /** Without Spring Data. */
    @Nested
    @LigatureTest(excludeAutoConfiguration = DataMongoReactiveAutoConfiguration.class)
    @Import({HouseService.class, SentCommands.class})
    class WithoutSpringData extends Contract {
        @Test
        void usesLigaturesManager() {
            assertThat(manager).isInstanceOf(LigatureTransactionManager.class);
        }

        @Test
        @DisabledOnEmbedded("transactions")
        void commitsNothingOnceAPartHasFailed() {
            Mono<House> outer =
                    service.failAsPart(House.named("Oak")).onErrorComplete().then(houses.insert(House.named("Ash")));

            assertThatThrownBy(() -> operator.transactional(outer).block())
                    .isInstanceOf(UnexpectedRollbackException.class);

            assertThat(houses.count().block()).isZero();
        }
    }
}
