// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import static dev.ligature.repository.ToldClient.fake;
import static dev.ligature.repository.ToldClient.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.ligature.integration.SessionSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Transactions that meet those of a framework. */
class JoiningTransactionsTest {
    private final ToldClient client = new ToldClient();
    private final List<String> calls = client.calls();
    private final Transactions transactions = client.transactions();

    /** A session of a framework, with or without a transaction. */
    private SessionSource foreign(boolean hasTransaction) {
        ClientSession session = fake(ClientSession.class, name -> {
            calls.add("foreign " + name);
            return switch (name) {
                case "hasActiveTransaction" -> hasTransaction;
                case "hashCode" -> 1;
                case "equals" -> false;
                default -> null;
            };
        });
        return () -> Mono.just(session);
    }

    @Test
    void isAPartOfTheTransactionOfAFramework() {
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions
                        .joining(foreign(true))
                        .run(() -> Mono.defer(() -> {
                            runs.incrementAndGet();
                            return Mono.error(labelled(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL));
                        })))
                .verifyErrorMessage("as told");

        assertThat(runs).as("the framework decides whether to run it again").hasValue(1);
        assertThat(calls)
                .doesNotContain(
                        "startTransaction", "foreign startTransaction", "foreign abortTransaction", "foreign close");
    }

    @Test
    void beginsATransactionWhereTheFrameworkHasASessionWithoutOne() {
        StepVerifier.create(transactions.joining(foreign(false)).run(() -> Mono.just("done")))
                .expectNext("done")
                .verifyComplete();

        assertThat(calls).contains("startTransaction", "commitTransaction").doesNotContain("foreign startTransaction");
    }

    @Test
    void beginsATransactionOfItsOwnWhereNobodyToldOfTheFramework() {
        StepVerifier.create(transactions.run(() -> Mono.just("done")))
                .expectNext("done")
                .verifyComplete();

        assertThat(calls).containsOnlyOnce("commitTransaction");
    }

    @Test
    void tellsTheSessionOfTheCurrentTransaction() {
        SessionSource framework = foreign(true);
        ClientSession theirs = Objects.requireNonNull(framework.session().block());

        StepVerifier.create(transactions.currentSession()).verifyComplete();
        StepVerifier.create(transactions.joining(framework).currentSession())
                .expectNextMatches(session -> session == theirs)
                .verifyComplete();
        StepVerifier.create(transactions.run(transactions::currentSession))
                .expectNextMatches(session -> session != theirs)
                .verifyComplete();
    }
}
