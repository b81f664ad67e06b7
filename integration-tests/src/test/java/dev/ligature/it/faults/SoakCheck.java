// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QHouse.house;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.it.Stock;
import dev.ligature.it.faults.Promises.Promise;
import dev.ligature.it.model.Account;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.repository.Repository;
import dev.ligature.repository.Transactions;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks beside the subscribers of a soak, by connections of its own that nobody breaks, at what has to be true at any time. */
final class SoakCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stock stock;
    private final Transactions transactions;
    private final Traffic traffic;
    private final Promises promises;

    SoakCheck(Stock direct, MongoClient client, Traffic traffic, Promises promises) {
        this.stock = direct;
        this.transactions = Transactions.of(client);
        this.traffic = traffic;
        this.promises = promises;
    }

    void look() {
        windows();
        balances();
        dangling();
    }

    /** In a transaction: of one point in time. */
    private void windows() {
        List<? extends Object> windows = transactions
                .run(() -> stock.houses
                        .houses
                        .find(house.name.startsWith("standing"))
                        .all()
                        .flatMapIterable(found -> found.windows())
                        .<Object>map(Ref::id)
                        .collectList())
                .block(PATIENCE);
        promises.check(
                Promise.ONE_HOUSE,
                windows != null
                        && windows.size() == Traffic.STANDING_WINDOWS
                        && windows.stream().distinct().count() == Traffic.STANDING_WINDOWS,
                "there are " + windows);
    }

    private void balances() {
        List<Integer> balances = transactions
                .run(() -> stock.accounts.findAll().map(Account::balance).collectList())
                .block(PATIENCE);
        promises.check(
                Promise.BALANCES,
                balances != null
                        && balances.stream().mapToInt(Integer::intValue).sum() == Traffic.ACCOUNTS * Traffic.BALANCE,
                "balances are " + balances);
    }

    private void dangling() {
        List<Repository<?, ?>> repositories = List.of(
                stock.houses.houses,
                stock.houses.windows,
                stock.fleets.fleets,
                stock.fleets.ships,
                stock.fleets.sailors,
                stock.fleets.routes,
                stock.fleets.contracts);
        List<String> broken = Flux.fromIterable(repositories)
                .concatMap(repository -> repository
                        .dangling()
                        .filter(link -> !traffic.isDeleting(link.documentId()))
                        .filterWhen(link -> stillDangles(repository, link))
                        .map(link -> repository.getClass().getSimpleName() + " " + link))
                .collectList()
                .block(PATIENCE);
        promises.check(Promise.NOTHING_DANGLES, broken != null && broken.isEmpty(), "dangling: " + broken);
    }

    /**
     * Ids are never given twice and a scan reads what links before that to which it links. So a target that was missing then is missing
     * for good, and what links to it must have gone too, unless it is of a delete that is under way.
     */
    private static Mono<Boolean> stillDangles(Repository<?, ?> repository, DanglingLink link) {
        return Flux.from(repository
                        .collection()
                        .withDocumentClass(BsonDocument.class)
                        .find(new Document("_id", link.documentId())))
                .filter(document -> document.toString().contains(String.valueOf(link.targetId())))
                .hasElements();
    }

    /** Asks the server: an update waits for whoever has changed the same documents in a transaction that is still open. */
    void lookAfterwards(FaultyServer server) {
        Long free = stock.accounts
                .find()
                .update(account.balance.inc(0))
                .zipWith(stock.houses
                        .houses
                        .find(house.name.startsWith("standing"))
                        .update(house.rooms.inc(1)))
                .map(both -> both.getT1() + both.getT2())
                .timeout(Duration.ofSeconds(10), Mono.just(-1L))
                .block(PATIENCE);
        promises.check(
                Promise.NO_TRANSACTION_OPEN,
                server.endsAllTransactions() && free != null && free == Traffic.ACCOUNTS + Traffic.STANDING_HOUSES,
                server.proxy().transactions().count() + " open, " + free + " documents could be changed");
    }
}
