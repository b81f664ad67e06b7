// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QSailor.sailor;
import static dev.ligature.it.model.QShip.ship;
import static dev.ligature.it.model.QWindow.window;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.LigatureException;
import dev.ligature.it.Stock;
import dev.ligature.it.faults.Promises.Promise;
import dev.ligature.it.model.Contract;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Fleet;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.Sailor;
import dev.ligature.it.model.Ship;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.WriteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;

/** Documents that one subscriber of a soak writes, changes and deletes; nobody else does. */
final class OwnDocuments {
    private final Stock stock;
    private final Promises promises;
    private final Perseverance perseverance;
    private final Set<Object> deleting = ConcurrentHashMap.newKeySet();

    OwnDocuments(Stock stock, Promises promises, Perseverance perseverance) {
        this.stock = stock;
        this.promises = promises;
        this.perseverance = perseverance;
    }

    /** Whether a document may be half-way through a delete. */
    boolean isDeleting(Object id) {
        return deleting.contains(id);
    }

    /** Two houses that share a window; the first goes with what nothing else links to, the second with all that it links to. */
    Mono<Void> houses(Random random) {
        ObjectId first = new ObjectId();
        ObjectId second = new ObjectId();
        Ref<Frame> frame = Ref.of(new Frame(new ObjectId(), "red"));
        List<Ref<Window>> windows = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(width -> Ref.of(Traffic.window(new ObjectId(), width, Optional.of(frame))))
                .toList();
        Ref<Window> shared = windows.get(0);
        Ref<Door> door = Ref.of(door(new ObjectId()));
        Ref<Door> otherDoor = Ref.of(door(new ObjectId()));
        List<House> both = List.of(
                Traffic.house(first, "own", door, windows), Traffic.house(second, "own", otherDoor, List.of(shared)));
        Window late = Traffic.window(new ObjectId(), 9, Optional.empty());
        List<ObjectId> ids =
                new ArrayList<>(windows.stream().map(OwnDocuments::id).toList());
        ids.add(late.id());

        return perseverance
                .again(stock.houses.houses.saveAll(both, WriteRule.WRITE).then(Mono.just(true)))
                .then(perseverance.again(stock.houses
                        .houses
                        .findById(first)
                        .fetchLinks(2)
                        .map(found -> found.windows().size() == windows.size()
                                && found.windows().stream().noneMatch(Ref::isMissing)
                                && found.door().isFetched())
                        .defaultIfEmpty(false)
                        .doOnNext(isWhole -> promises.check(Promise.READS, isWhole, "a house just written"))))
                .then(perseverance.again(stock.houses.windows.save(late)))
                .then(perseverance.again(stock.houses.houses.attach(first, house.windows(), late)))
                .then(perseverance.again(stock.houses.houses.updateById(first, house.rooms.set(7))))
                .then(delete(first, ids, stock.houses.houses.deleteById(first, DeleteRule.DELETE_ORPHANS)))
                .then(perseverance.again(
                        stock.houses.windows.find(window.id.in(ids)).ids().collectList()))
                .doOnNext(left -> promises.check(
                        Promise.DELETED, left.equals(List.of(id(shared))), "DELETE_ORPHANS leaves windows " + left))
                .then(delete(second, ids, stock.houses.houses.deleteById(second, DeleteRule.DELETE_LINKS)))
                .then(perseverance.again(stock.houses
                        .windows
                        .find(window.id.in(ids))
                        .count()
                        .zipWith(stock.houses.frames.existsById(id(frame)))
                        .zipWith(stock.houses.doors.existsById(id(otherDoor)))))
                .doOnNext(left -> promises.check(
                        Promise.DELETED,
                        left.getT1().getT1() == 0 && !left.getT1().getT2() && !left.getT2(),
                        "DELETE_LINKS leaves windows, frame, door: " + left))
                .then();
    }

    private static Door door(ObjectId id) {
        Door door = Door.of(3, 1);
        door.id = id;
        return door;
    }

    private static ObjectId id(Ref<?> ref) {
        return (ObjectId) ref.id();
    }

    /** A delete that the checker knows of until it is completed: links of what it deletes may dangle. */
    private Mono<Long> delete(ObjectId house, List<ObjectId> windows, Mono<Long> call) {
        return Mono.defer(() -> {
            deleting.add(house);
            deleting.addAll(windows);
            return perseverance.again(call).doOnSuccess(end -> {
                deleting.remove(house);
                windows.forEach(deleting::remove);
            });
        });
    }

    /** A fleet with ships and sailors, one of whom a contract keeps until it is gone. */
    Mono<Void> fleet(Random random) {
        String name = new ObjectId().toHexString();
        List<Ship> ships = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> Ship.of(name + " ship " + i, name, null))
                .toList();
        List<Sailor> sailors = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> Sailor.of(
                        name + " sailor " + i, ships.get(i % ships.size()).id(), null))
                .toList();
        Route passing = new Route(
                name,
                ships.stream().map(each -> Ref.<Ship>to(each.id())).toList(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of());
        String kept = sailors.get(0).id();
        Contract contract = new Contract(name, Ref.to(kept), Optional.empty());

        return perseverance
                .again(stock.fleets.fleets.save(new Fleet(name, Optional.empty(), List.of())))
                .then(perseverance.again(stock.fleets.ships.saveAll(ships).then(Mono.just(true))))
                .then(perseverance.again(stock.fleets.sailors.saveAll(sailors).then(Mono.just(true))))
                .then(perseverance.again(stock.fleets.contracts.save(contract)))
                .then(perseverance.again(
                        stock.fleets.routes.insert(passing).onErrorResume(LigatureException.class, this::inserted)))
                .then(perseverance.again(stock.fleets
                        .fleets
                        .deleteById(name)
                        .map(deleted -> false)
                        .onErrorReturn(DeleteRestrictedException.class, true)
                        .doOnNext(refused -> promises.check(Promise.RESTRICTED, refused, "deletes " + kept))))
                .then(perseverance.again(stock.fleets.contracts.deleteById(name)))
                .then(perseverance.again(stock.fleets.fleets.deleteById(name)))
                .then(perseverance.again(stock.fleets
                        .ships
                        .find(ship.id.startsWith(name))
                        .count()
                        .zipWith(stock.fleets
                                .sailors
                                .find(sailor.id.startsWith(name))
                                .count())
                        .zipWith(stock.fleets
                                .routes
                                .findById(name)
                                .map(found -> found.ships().size())
                                .defaultIfEmpty(-1))))
                .doOnNext(left -> promises.check(
                        Promise.DELETED,
                        left.getT1().getT1() == 0 && left.getT1().getT2() == 0 && left.getT2() == 0,
                        "CASCADE and UNLINK leave ships, sailors, links: " + left))
                .then(perseverance.again(stock.fleets.routes.deleteById(name)))
                .then();
    }

    /** The route has a version, so an insert whose reply was lost is refused when it is called again. */
    private Mono<Route> inserted(LigatureException failure) {
        return String.valueOf(failure.getMessage()).contains("11000") ? Mono.empty() : Mono.error(failure);
    }
}
