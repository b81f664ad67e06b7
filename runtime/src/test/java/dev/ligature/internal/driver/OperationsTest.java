// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.ClientSession;
import dev.ligature.integration.RepositoryOperation;
import dev.ligature.integration.SessionSource;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OperationsTest {
    private static final class House {}

    private static final DocumentType<House> TYPE = DocumentType.builder(House.class, "houses")
            .id("id", String.class, ValueCodecs.STRING, house -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("operations need no codec");
            })
            .build();

    private final ClientSession session = SessionFluxTest.session();
    /** What the contexts say in which the source was asked. */
    private final List<String> asked = new ArrayList<>();

    private final SessionSource source = () -> Mono.deferContextual(context -> {
        asked.add(context.getOrDefault("who", "nobody"));
        return context.hasKey("who") ? Mono.just(session) : Mono.empty();
    });

    private static final Mono<RepositoryOperation> NAME =
            Mono.deferContextual(context -> Mono.justOrEmpty(RepositoryOperation.in(context)));
    private static final Mono<SessionContext> SESSION =
            Mono.deferContextual(context -> Mono.justOrEmpty(SessionContext.in(context)));

    private static SessionContext current(Mono<SessionContext> operation) {
        return Objects.requireNonNull(operation.block());
    }

    @Test
    void saysWhichOperationItIs() {
        RepositoryOperation expected = new RepositoryOperation("OperationsTest.House", "find");

        for (Operations each : List.of(new Operations(TYPE, null), new Operations(TYPE, source))) {
            StepVerifier.create(each.named("find", NAME)).expectNext(expected).verifyComplete();
            StepVerifier.create(each.named("find", NAME.repeat(1)))
                    .expectNext(expected, expected)
                    .verifyComplete();
        }
    }

    @Test
    void asksForTheSessionOnceInTheContextOfTheSubscriber() {
        Operations operations = new Operations(TYPE, source);

        StepVerifier.create(operations
                        .named("find", SESSION.repeat(1))
                        .map(SessionContext::session)
                        .contextWrite(context -> context.put("who", "me")))
                .expectNext(session, session)
                .verifyComplete();

        assertThat(asked).containsExactly("me");
    }

    @Test
    void hasNoSessionWhereTheSourceHasNone() {
        StepVerifier.create(new Operations(TYPE, source).named("find", SESSION)).verifyComplete();

        assertThat(asked).containsExactly("nobody");
    }

    @Test
    void staysInATransactionOfOursWithoutAsking() {
        SessionContext ours = new SessionContext(SessionFluxTest.session());

        assertThat(current(new Operations(TYPE, source)
                        .named("find", SESSION)
                        .contextWrite(ours::put)
                        .contextWrite(context -> context.put("who", "me"))))
                .isSameAs(ours);
        assertThat(asked).isEmpty();
    }

    /** A separate transaction inside another one, as a framework may begin it for a method. */
    @Test
    void asksAgainWithinAnotherOperation() {
        ClientSession other = SessionFluxTest.session();
        SessionSource byContext =
                () -> Mono.deferContextual(context -> Mono.justOrEmpty(context.<ClientSession>getOrEmpty("session")));
        Operations operations = new Operations(TYPE, byContext);
        Mono<SessionContext> inner = operations.named("insert", SESSION);

        StepVerifier.create(operations
                        .named(
                                "fetch",
                                Flux.concat(
                                        inner,
                                        inner.contextWrite(context -> context.put("session", other)),
                                        inner.contextWrite(context -> context.delete("session")),
                                        SESSION))
                        .map(SessionContext::session)
                        .contextWrite(context -> context.put("session", session)))
                .expectNext(session, other, session)
                .verifyComplete();
    }

    @Test
    void failsAsTheSourceDoes() {
        Operations operations = new Operations(TYPE, () -> Mono.error(new IllegalStateException("no transaction")));

        StepVerifier.create(operations.named("find", Flux.just("never"))).verifyErrorMessage("no transaction");
    }

    @Test
    void demandsWhatIsDemanded() {
        List<Long> demands = new ArrayList<>();
        Flux<Integer> work = Flux.range(0, 10).doOnRequest(demands::add);

        StepVerifier.create(new Operations(TYPE, source).named("find", work), 3)
                .expectNext(0, 1, 2)
                .thenCancel()
                .verify();

        assertThat(demands).containsExactly(3L);
    }

    /** A session takes one command at a time, and its owner knows nothing of ours. */
    @Test
    void waitsForRepliesToCancelledCommandsOfFormerOperationsInTheSession() {
        Mono<SessionContext> operation =
                new Operations(TYPE, source).named("find", SESSION).contextWrite(context -> context.put("who", "me"));
        SessionContext first = current(operation);
        first.detach();

        SessionContext second = current(operation);

        assertThat(second.settled().toFuture()).isNotDone();
        first.settle();
        assertThat(second.settled().toFuture()).isDone();
    }
}
