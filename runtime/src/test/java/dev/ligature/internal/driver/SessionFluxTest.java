// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.ClientSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class SessionFluxTest {
    private final SessionContext transaction = new SessionContext(session());
    private final TestPublisher<String> command = TestPublisher.create();
    private final List<String> seen = new ArrayList<>();

    static ClientSession session() {
        return (ClientSession) Proxy.newProxyInstance(
                ClientSession.class.getClassLoader(),
                new Class<?>[] {ClientSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "hasActiveTransaction" -> true;
                    default -> null;
                });
    }

    private BaseSubscriber<String> subscribe(long demand) {
        BaseSubscriber<String> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(demand);
            }

            @Override
            protected void hookOnNext(String value) {
                seen.add(value);
            }
        };
        new SessionFlux<>(command.flux(), transaction).subscribe(subscriber);
        return subscriber;
    }

    private boolean isSettled() {
        return transaction.settled().toFuture().isDone();
    }

    @Test
    void passesValuesOn() {
        StepVerifier.create(new SessionFlux<>(command.flux(), transaction))
                .then(() -> command.emit("a", "b"))
                .expectNext("a", "b")
                .verifyComplete();
        assertThat(isSettled()).isTrue();
    }

    @Test
    void waitsForTheReplyThatIsDueWhenItIsCancelled() {
        subscribe(Long.MAX_VALUE).cancel();

        assertThat(isSettled()).isFalse();
        command.assertNotCancelled();

        command.next("late");

        assertThat(isSettled()).isTrue();
        assertThat(seen).isEmpty();
        command.assertCancelled();
    }

    @Test
    void waitsForTheErrorThatIsDueWhenItIsCancelled() {
        subscribe(1).cancel();

        command.error(new IllegalStateException("late"));

        assertThat(isSettled()).isTrue();
    }

    @Test
    void waitsForTheEndThatIsDueWhenItIsCancelled() {
        subscribe(1).cancel();

        command.complete();

        assertThat(isSettled()).isTrue();
    }

    @Test
    void cancelsAtOnceWhereNoReplyIsDue() {
        BaseSubscriber<String> subscriber = subscribe(1);
        command.next("a");

        subscriber.cancel();

        assertThat(seen).containsExactly("a");
        assertThat(isSettled()).isTrue();
        command.assertCancelled();
    }

    @Test
    void settlesWhenItIsCancelledByTheLastValueThatWasAskedFor() {
        BaseSubscriber<String> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(String value) {
                cancel();
            }
        };
        new SessionFlux<>(command.flux(), transaction).subscribe(subscriber);

        command.next("a");

        assertThat(isSettled()).isTrue();
        command.assertCancelled();
    }
}
