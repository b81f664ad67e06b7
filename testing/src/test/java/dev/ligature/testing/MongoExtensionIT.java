package dev.ligature.testing;

import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.insert;
import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_METHOD;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import reactor.core.publisher.Flux;

/** Runs the test classes within this one, each of which says in a test what it expects. */
class MongoExtensionIT {
    @RegisterExtension
    static final TestDatabase SERVER = new TestDatabase();

    /** Names of databases that the classes below have used. */
    private static final List<String> USED = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forget() {
        USED.clear();
    }

    private static EngineExecutionResults run(Class<?>... classes) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(ServerChoice.SERVER, "embedded")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false");
        for (Class<?> each : classes) {
            kit.selectors(selectClass(each));
        }
        return kit.execute();
    }

    private static void assertSucceeds(int tests, Class<?>... classes) {
        EngineExecutionResults results = run(classes);
        results.allEvents().failed().stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .ifPresent(failure -> {
                    throw new AssertionError("a test within failed", failure);
                });
        results.testEvents()
                .assertStatistics(
                        statistics -> statistics.succeeded(tests).failed(0).skipped(0));
    }

    private static String failureOf(Class<?> each) {
        return run(each).allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .map(MongoExtensionIT::deepest)
                .findFirst()
                .orElseThrow();
    }

    private static String deepest(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : deepest(failure.getCause());
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

    /** Runs as the last class. */
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

    @Test
    void skipsWhatTheEmbeddedServerLacks() {
        EngineExecutionResults results = run(Lacking.class);

        if (SERVER.isEmbedded()) {
            results.testEvents()
                    .assertStatistics(statistics -> statistics.skipped(1).succeeded(1));
            assertThat(results.testEvents().skipped().stream())
                    .first()
                    .extracting(event -> event.getRequiredPayload(String.class))
                    .asString()
                    .contains("the embedded server lacks transactions")
                    .contains("MONGODB_URI");
        } else {
            results.testEvents()
                    .assertStatistics(statistics -> statistics.skipped(0).succeeded(2));
        }
    }

    static class Lacking {
        @Test
        @DisabledOnEmbedded("transactions")
        void needsTransactions() {}

        @Test
        void needsNothing() {}
    }
}
