// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.session.ServerSession;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** A client whose sessions answer as the test says. It records which of their methods are called. */
final class ToldClient {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<RuntimeException> commitFailures = new ArrayDeque<>();
    private final Deque<RuntimeException> abortFailures = new ArrayDeque<>();

    /** The names of the called methods, in order. */
    List<String> calls() {
        return calls;
    }

    /** The errors with which the next commits fail. */
    Deque<RuntimeException> commitFailures() {
        return commitFailures;
    }

    /** The errors with which the next {@code abortTransaction} commands fail. */
    Deque<RuntimeException> abortFailures() {
        return abortFailures;
    }

    Transactions transactions() {
        return Transactions.of(fake(MongoClient.class, name -> switch (name) {
            case "startSession" -> Mono.fromSupplier(this::session);
            case "getDatabase" -> admin();
            default -> null;
        }));
    }

    /** The database that receives {@code abortTransaction} commands. */
    private MongoDatabase admin() {
        return fake(MongoDatabase.class, name -> {
            if (name.equals("getTimeout")) {
                return null;
            }
            calls.add(name);
            return answer(abortFailures, Mono.just(new Document()));
        });
    }

    private static <T> Mono<T> answer(Deque<RuntimeException> failures, Mono<T> success) {
        return Mono.defer(() -> {
            RuntimeException failure = failures.poll();
            return failure == null ? success : Mono.error(failure);
        });
    }

    private ClientSession session() {
        return fake(ClientSession.class, name -> {
            calls.add(name);
            return switch (name) {
                case "commitTransaction" -> answer(commitFailures, Mono.empty());
                case "abortTransaction" -> Mono.empty();
                case "hasActiveTransaction" -> !calls.contains("commitTransaction");
                case "getServerSession" -> fake(ServerSession.class, inner -> 7L);
                default -> null;
            };
        });
    }

    /** An object whose methods return what the given function returns for their names. */
    @SuppressWarnings("unchecked")
    static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName()));
    }

    static MongoException labelled(String label) {
        MongoException failure = new MongoException(1, "as told");
        failure.addLabel(label);
        return failure;
    }
}
