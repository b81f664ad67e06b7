// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.Stock;
import dev.ligature.repository.Transactions;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;

/**
 * A call on repositories, what is stored before it, and what is promised of it when it breaks off.
 *
 * @param kind where the report counts it
 * @param collections what it may touch, and what these link to
 * @param again what the same call comes to, made a second time
 * @param between what may be seen until then
 * @param isTypical whether it stands for others in a test that takes long with each: it sends several commands one after the other, and
 *     can be called any number of times, also at the same time
 */
record Operation(
        Kind kind,
        String name,
        List<String> collections,
        Consumer<Stock> fill,
        BiFunction<Stock, Transactions, ? extends Publisher<?>> call,
        Again again,
        Between between,
        boolean isTypical) {
    Operation {
        collections = List.copyOf(collections);
    }

    Operation(
            Kind kind,
            String name,
            List<String> collections,
            Consumer<Stock> fill,
            BiFunction<Stock, Transactions, ? extends Publisher<?>> call,
            Again again,
            Between between) {
        this(kind, name, collections, fill, call, again, between, false);
    }

    enum Kind {
        READ("reads"),
        INSERT("inserts"),
        SAVE("saves and replacements"),
        UPDATE("updates"),
        LINK("attach and detach"),
        DELETE("deletes by each rule"),
        CARE("repair, restore, orphans"),
        TRANSACTION("transactions");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What the same call comes to after one that failed. */
    enum Again {
        /** It ends where one call would have ended. */
        ENDS,
        /** The same, or it is refused because the first one has taken place. */
        ENDS_OR_IS_REFUSED,
        /** The same, or it is refused because a part of it has taken place, whose versions are not known. */
        ENDS_OR_CONFLICTS,
        /** It takes place once more where the first one has. */
        AT_LEAST_ONCE,
        /** It is refused, and was at first. */
        REFUSED
    }

    /** What may be seen after a call that failed. */
    enum Between {
        /** Each document as it was or as it will be, and no new dangling link. */
        EACH_DOCUMENT_WHOLE,
        /** No new dangling link. */
        NOTHING_DANGLES,
        /** All as it was, or all as it will be; and no transaction is open. */
        ALL_OR_NOTHING,
        /** Links that dangle are those of documents that will be deleted. */
        DELETED_ONES_DANGLE
    }

    Operation again(Again promised) {
        return new Operation(kind, name, collections, fill, call, promised, between, isTypical);
    }

    Operation between(Between promised) {
        return new Operation(kind, name, collections, fill, call, again, promised, isTypical);
    }

    Operation typical() {
        return new Operation(kind, name, collections, fill, call, again, between, true);
    }

    /** Whether only servers that have them can run it. */
    boolean needsTransactions() {
        return kind == Kind.TRANSACTION;
    }

    /** Whether it finds other documents the second time. */
    boolean changes() {
        return kind != Kind.READ;
    }

    /** Makes its collections hold what is there before it, and nothing else. */
    void prepare(MongoDatabase database) {
        Contents.empty(collections).restore(database);
        fill.accept(new Stock(database));
    }

    /** The call on new repositories. */
    Publisher<?> on(MongoClient client, MongoDatabase database) {
        return call.apply(new Stock(database), Transactions.of(client));
    }

    @Override
    public String toString() {
        return name;
    }
}
