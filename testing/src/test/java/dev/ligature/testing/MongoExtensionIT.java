// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static dev.ligature.testing.InnerRun.assertSucceeds;
import static dev.ligature.testing.InnerRun.failureOf;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.insert;
import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_METHOD;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Runs the nested test classes. Each of them says in a test what it expects. */
class MongoExtensionIT {
    /** Names of databases that the classes below have used. */
    private static final List<String> USED = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forget() {
        USED.clear();
    }

    @Test
    void fillsParametersAndFieldsOfEachType() {
        assertSucceeds(3, EachType.class);
    }

    static class EachType {
        @Mongo
        private static MongoDatabase shared;

        @Mongo
        private MongoClient client;

        private final MongoDatabase ofConstructor;

        EachType(@Mongo MongoDatabase database) {
            ofConstructor = database;
        }

        @BeforeAll
        static void staticFieldsAreSet(@Mongo MongoDatabase database) {
            assertThat(database).isSameAs(shared);
        }

        @BeforeEach
        void fieldsAreSet() {
            assertThat(client).isNotNull();
        }

        @Test
        void belongTogether(
                @Mongo MongoDatabase database,
                @Mongo MongoClient other,
                @Mongo CommandRecorder commands,
                @Mongo Transactions transactions) {
            assertThat(database).isSameAs(shared).isSameAs(ofConstructor);
            assertThat(other).isSameAs(client);
            assertThat(transactions).isNotNull();
            await(database.getCollection("houses").find().first());
            assertThat(commands.commands())
                    .extracting(CommandRecorder.Command::sent)
                    .containsExactly(find("houses"));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void followOtherParameters(int number, @Mongo MongoDatabase database) {
            assertThat(number).isPositive();
            assertThat(database).isSameAs(shared);
        }
    }

    @Test
    void givesEachClassADatabaseOfItsOwnAndDropsIt() {
        assertSucceeds(4, OneClass.class, AnotherClass.class, Afterwards.class);

        assertThat(USED).hasSize(3).satisfies(names -> assertThat(names.get(0)).isEqualTo(names.get(1)));
        assertThat(USED.get(2)).isNotEqualTo(USED.get(0));
    }

    /** Runs last. */
    static class Afterwards {
        @Test
        void theDatabasesOfTheOthersAreGone(@Mongo MongoClient client) {
            List<String> names = await(Flux.from(client.listDatabaseNames()).collectList());
            assertThat(USED).isNotEmpty();
            assertThat(names).doesNotContainAnyElementsOf(USED);
        }
    }

    private static void use(MongoDatabase database) {
        USED.add(database.getName());
        await(database.getCollection("houses").insertOne(new Document()));
    }

    static class OneClass {
        @Test
        void first(@Mongo MongoDatabase database) {
            use(database);
        }

        @Nested
        class Within {
            @Test
            void sharesIt(@Mongo MongoDatabase database) {
                use(database);
            }
        }
    }

    static class AnotherClass {
        @Test
        void only(@Mongo MongoDatabase database) {
            use(database);
        }
    }

    @Test
    void givesEachMethodADatabaseOfItsOwnWhenAsked() {
        assertSucceeds(5, EachMethod.class, EachMethodOfOneInstance.class, Afterwards.class);

        assertThat(USED).hasSize(4).doesNotHaveDuplicates();
    }

    static class EachMethod {
        @Mongo(PER_METHOD)
        MongoDatabase field;

        private final MongoDatabase ofConstructor;

        EachMethod(@Mongo(PER_METHOD) MongoDatabase database) {
            ofConstructor = database;
        }

        @Test
        void first(@Mongo(PER_METHOD) MongoDatabase database) {
            assertThat(database).isSameAs(field).isSameAs(ofConstructor);
            use(database);
        }

        @Test
        void second(@Mongo(PER_METHOD) MongoDatabase database, @Mongo MongoDatabase shared) {
            assertThat(database).isSameAs(field).isSameAs(ofConstructor);
            assertThat(database.getName()).isNotEqualTo(shared.getName());
            use(database);
        }
    }

    @TestInstance(PER_CLASS)
    static class EachMethodOfOneInstance {
        @Mongo(PER_METHOD)
        MongoDatabase field;

        @Test
        void first() {
            use(field);
        }

        @Test
        void second() {
            use(field);
        }
    }

    @Test
    void recordsWhatTheTestMethodSends() {
        assertSucceeds(2, Recording.class);
    }

    static class Recording {
        @Mongo
        static MongoDatabase database;

        @Mongo
        static CommandRecorder commands;

        @BeforeAll
        static void prepareAll() {
            await(database.getCollection("houses").insertOne(new Document()));
        }

        @BeforeEach
        void prepare() {
            await(database.getCollection("houses").insertOne(new Document()));
        }

        @Test
        void one() {
            await(database.getCollection("doors").insertOne(new Document()));
            assertThat(commands.commands())
                    .extracting(CommandRecorder.Command::sent)
                    .containsExactly(insert("doors"));
        }

        @Test
        void another(@Mongo(PER_METHOD) CommandRecorder others) {
            await(database.getCollection("doors").insertOne(new Document()));
            assertThat(commands.commands())
                    .extracting(CommandRecorder.Command::sent)
                    .containsExactly(insert("doors"));
            assertThat(others.commands()).isEmpty();
        }
    }

    @Test
    void saysWhatItCannotGive() {
        assertThat(failureOf(Unknown.class))
                .contains("has none of the types [MongoDatabase, MongoClient, CommandRecorder, Transactions]");
        assertThat(failureOf(Final.class)).contains("Final.database is final").contains("Remove the modifier");
        assertThat(failureOf(WithoutMethod.class)).contains("has no test method to live for");
    }

    static class Unknown {
        @Test
        void test(@Mongo String database) {}
    }

    static class Final {
        @Mongo
        final MongoDatabase database = null;

        @Test
        void test() {}
    }

    static class WithoutMethod {
        @BeforeAll
        static void prepare(@Mongo(PER_METHOD) MongoDatabase database) {}

        @Test
        void test() {}
    }
}
