package dev.ligature.it;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A database on which one operation of one collection fails, as when the server goes away just then, or goes otherwise. */
final class FailingDatabase {
    private FailingDatabase() {}

    /** Fails a method of the driver's collection: {@code deleteMany} in {@code windows}. */
    static MongoDatabase of(MongoDatabase database, String method, String collection) {
        return with(database, method, collection, result -> Mono.error(new MongoException("the server is gone")));
    }

    /** Changes what a method of the driver's collection returns. */
    static MongoDatabase with(
            MongoDatabase database, String method, String collection, UnaryOperator<Publisher<?>> change) {
        return proxy(
                MongoDatabase.class,
                database,
                (called, arguments, result) ->
                        result instanceof MongoCollection<?> made && collection.equals(arguments[0])
                                ? changed(made, method, change)
                                : result);
    }

    private static MongoCollection<?> changed(
            MongoCollection<?> collection, String method, UnaryOperator<Publisher<?>> change) {
        return proxy(
                MongoCollection.class,
                collection,
                (called, arguments, result) ->
                        called.getName().equals(method) ? change.apply((Publisher<?>) result) : result);
    }

    private interface Change {
        Object apply(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T real, Change change) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return change.apply(method, arguments, method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
