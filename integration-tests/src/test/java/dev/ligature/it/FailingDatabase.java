// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
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

    /** How far the server comes with a write that fails. */
    enum Cut {
        /** It does not see it. */
        BEFORE,
        /** It executes a part of it: every other id of a delete, the first statements of a bulk. */
        WITHIN,
        /** It executes all of it, but the reply is lost. */
        AFTER
    }

    /** Fails one of the deletes and bulks that are sent; counts them. */
    static MongoDatabase atWrite(MongoDatabase database, AtomicInteger writes, int failing, Cut cut) {
        return proxy(
                MongoDatabase.class,
                database,
                (called, arguments, result) -> result instanceof MongoCollection<?> made
                        ? proxy(MongoCollection.class, made, (method, given, sent) -> {
                            boolean writing = List.of("deleteMany", "bulkWrite").contains(method.getName());
                            return writing && writes.incrementAndGet() == failing
                                    ? cut(made, method, given, (Publisher<?>) sent, cut)
                                    : sent;
                        })
                        : result);
    }

    private static Publisher<?> cut(
            MongoCollection<?> collection, Method method, Object[] arguments, Publisher<?> whole, Cut cut)
            throws ReflectiveOperationException {
        Mono<?> gone = Mono.error(new MongoException("the server is gone"));
        return switch (cut) {
            case BEFORE -> gone;
            case WITHIN ->
                Flux.from((Publisher<?>) method.invoke(collection, part(arguments)))
                        .then(gone);
            case AFTER -> Flux.from(whole).then(gone);
        };
    }

    private static Object[] part(Object[] arguments) {
        Object[] part = arguments.clone();
        if (part[0] instanceof List<?> statements) {
            part[0] = statements.subList(0, (statements.size() + 1) / 2);
        } else {
            BsonDocument filter = ((BsonDocument) part[0]).clone();
            List<BsonValue> ids = filter.getDocument("_id").getArray("$in");
            BsonArray some = new BsonArray();
            for (int i = 0; i < ids.size(); i += 2) {
                some.add(ids.get(i));
            }
            part[0] = filter.append("_id", new BsonDocument("$in", some));
        }
        return part;
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
        Object apply(Method method, Object[] arguments, Object result) throws ReflectiveOperationException;
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
