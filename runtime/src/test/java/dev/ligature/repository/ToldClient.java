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

/** A client whose sessions answer as they are told, and what was called of them. */
final class ToldClient {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<RuntimeException> commitFailures = new ArrayDeque<>();
    private final Deque<RuntimeException> abortFailures = new ArrayDeque<>();

    /** The names of the methods. */
    List<String> calls() {
        return calls;
    }

    /** What the next commits fail with. */
    Deque<RuntimeException> commitFailures() {
        return commitFailures;
    }

    /** What the next commands that abort fail with. */
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

    /** Takes the commands that abort. */
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

    /** An object whose methods give the answer to their names. */
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
