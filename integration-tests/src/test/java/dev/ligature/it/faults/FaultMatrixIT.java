// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.OperationException;
import dev.ligature.it.Houses;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every write and every read, broken at each of its commands in each way, then called again.
 *
 * <p>{@code -Dligature.faults=} is the number of breaks of each operation, or {@code all}; {@code -Dligature.seed=} chooses the same
 * ones again.
 */
class FaultMatrixIT {
    private static final String FAULTS = System.getProperty("ligature.faults", "10");
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private static Matrix matrix;
    private static final Tally tally = new Tally();

    @BeforeAll
    static void connect() {
        System.out.printf("Fault matrix: -Dligature.faults=%s -Dligature.seed=%d%n", FAULTS, SEED);
        matrix = new Matrix(server.address(), server.database());
    }

    @AfterAll
    static void close() {
        matrix.close();
        System.out.println(tally);
    }

    @TestFactory
    Stream<DynamicTest> writesHoldWhateverBreaks() {
        return tests(Writes.all());
    }

    @TestFactory
    Stream<DynamicTest> readsHoldWhateverBreaks() {
        return tests(Reads.all());
    }

    @TestFactory
    @DisabledOnEmbedded("transactions")
    Stream<DynamicTest> transactionsHoldWhateverBreaks() {
        return tests(TransactionWrites.all());
    }

    private static Stream<DynamicTest> tests(List<Operation> operations) {
        return operations.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> holds(each)));
    }

    private static void holds(Operation operation) {
        Matrix.Prepared prepared = matrix.prepare(operation);
        tally.count(operation);
        List<Verdict> verdicts = prepared.breaks(SEED).stream()
                .limit(FAULTS.equals("all") ? Long.MAX_VALUE : Long.parseLong(FAULTS))
                .map(broken -> matrix.judge(prepared, broken))
                .toList();
        verdicts.forEach(tally::add);
        assertThat(verdicts).isNotEmpty();
        assertThat(verdicts).filteredOn(verdict -> !verdict.held()).isEmpty();
    }

    /** Each command of createIndexes, cut before the server sees it and after that. */
    static List<Map.Entry<Integer, Fault>> cutsOfCreateIndexes() {
        return Stream.of(1, 2)
                .flatMap(command -> Stream.of(new Fault.CutBefore(), new Fault.CutAfter())
                        .map(fault -> Map.<Integer, Fault>entry(command, fault)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cutsOfCreateIndexes")
    void createsTheIndexesThatAreMissingWhenItIsCalledAgain(Map.Entry<Integer, Fault> cut) {
        List<String> expected = indexesAfter(db -> db.doors.createIndexes().then(db.windows.createIndexes()));
        try (FaultyServer faulty = new FaultyServer(server)) {
            faulty.faults().at("createIndexes", cut.getKey(), cut.getValue());
            Houses cutHouses = new Houses(faulty.database());
            Mono<Void> call = cutHouses.doors.createIndexes().then(cutHouses.windows.createIndexes());

            assertThat(indexesAfter(db -> call.onErrorResume(OperationException.class, e -> call)))
                    .isEqualTo(expected);
            assertThat(faulty.faults().injected()).isEqualTo(1);
        }
    }

    /** The indexes of houses, by their names, once all others are gone. */
    private static List<String> indexesAfter(Function<Houses, Mono<Void>> call) {
        server.clear();
        TestDatabase.await(call.apply(new Houses(server.database())));
        return Flux.from(server.database().getCollection("houses").listIndexes())
                .map(index -> index.getString("name"))
                .sort()
                .collectList()
                .block();
    }
}
