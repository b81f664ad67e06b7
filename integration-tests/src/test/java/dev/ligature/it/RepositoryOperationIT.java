// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.integration.RepositoryOperation;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Window;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.PageRequest;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Listeners of the driver are told the operation to which a command belongs, whatever collection it goes to. */
class RepositoryOperationIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    /** What is said of the commands, by their replies too. */
    private static final List<Optional<RepositoryOperation>> TOLD = new CopyOnWriteArrayList<>();

    private static final Set<String> HOUSEKEEPING = Set.of("hello", "isMaster", "ismaster", "buildInfo", "endSessions");

    private static MongoClient client;

    private final Houses db = new Houses(client.getDatabase(DATABASE.database().getName()));
    private House oak;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(DATABASE.address())
                .contextProvider(RepositoryOperation.contextProvider())
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (!HOUSEKEEPING.contains(event.getCommandName())) {
                            TOLD.add(RepositoryOperation.of(event));
                        }
                    }

                    @Override
                    public void commandSucceeded(CommandSucceededEvent event) {
                        if (!HOUSEKEEPING.contains(event.getCommandName())) {
                            TOLD.add(RepositoryOperation.of(event));
                        }
                    }
                })
                .build());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void build() {
        oak = get(db.houses.insert(newHouse("Oak", 2), WriteRule.WRITE));
        TOLD.clear();
    }

    private void tells(String name, Publisher<?> operation) {
        TOLD.clear();
        Flux.from(operation).then().block();
        assertThat(TOLD).as(name).isNotEmpty().containsOnly(Optional.of(new RepositoryOperation("House", name)));
    }

    @Test
    void tellsOfReads() {
        tells("find", db.houses.find(house.windows().width.eq(1)).fetchLinks().all());
        tells("find", db.houses.find().first());
        tells("find", db.houses.find().one());
        tells("find", db.houses.findById(id(oak.id())));
        tells("find", db.houses.findAllById(List.of(id(oak.id()))));
        tells("find", db.houses.find().as(HouseCard.class).all());
        tells("ids", db.houses.find().ids());
        tells("exists", db.houses.existsById(id(oak.id())));
        tells("count", db.houses.find(house.door().height.eq(2)).count());
        tells(
                "page",
                db.houses.find().fetch(house.door()).page(PageRequest.first(1).withTotal()));
        tells("fetch", db.houses.fetch(get(db.houses.findById(id(oak.id()))), house.door(), house.windows()));
        tells("dangling", db.houses.dangling());
        tells("orphans", db.houses.orphans(house.windows()));
        tells("planDelete", db.houses.planDelete(oak, DeleteRule.DELETE_LINKS));
        tells("planRestore", db.houses.planRestore(house.windows()));
        tells("missingIndexes", db.houses.missingIndexes());
        tells("plan", db.houses.find(house.rooms.eq(1)).plan().check());
    }

    @Test
    void tellsOfWrites() {
        tells("insert", db.houses.insert(newHouse("Elm", 1), WriteRule.WRITE));
        tells("save", db.houses.save(oak, WriteRule.WRITE));
        tells("replace", db.houses.replace(oak.withRooms(2)));
        tells("update", db.houses.find(house.windows().width.eq(1)).update(house.rooms.inc(1)));
        tells("update", db.houses.updateById(id(oak.id()), house.rooms.inc(1)));
        tells("attach", db.houses.attach(oak, house.windows(), get(db.windows.insert(Window.of(3, false)))));
        tells("detach", db.houses.detachAll(oak, house.windows()));
        tells("repair", db.houses.repair(house.windows(), RepairRule.PULL));
        tells("restore", db.houses.restore(house.windows()));
        tells("deleteOrphans", db.houses.deleteOrphans(house.windows()));
        tells("createIndexes", db.houses.createIndexes());
        tells("createCollection", db.houses.createCollection().onErrorComplete()); // the embedded server has no collMod
        tells("delete", db.houses.delete(oak, DeleteRule.DELETE_LINKS));
    }

    @Test
    void tellsOfEachReplyToACursor() {
        list(db.windows.insertAll(list(Flux.range(0, 30).map(width -> Window.of(width, true)))));
        TOLD.clear();

        assertThat(list(db.windows.find().batchSize(10).all())).hasSizeGreaterThan(30);

        assertThat(TOLD).hasSizeGreaterThan(6).containsOnly(Optional.of(new RepositoryOperation("Window", "find")));
    }

    @Test
    void tellsNothingOfCommandsForDocumentsThatAFetchIsGiven() {
        get(db.houses.fetch(db.houses.collection().find(), house.door()).next());

        assertThat(TOLD)
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new RepositoryOperation("House", "fetch")),
                        Optional.of(new RepositoryOperation("House", "fetch")));
    }

    @Test
    void tellsNothingOfCommandsThatAreNotOurs() {
        list(Flux.from(db.houses.collection().find(new BsonDocument("_id", new BsonObjectId(new ObjectId())))));

        assertThat(TOLD).isNotEmpty().containsOnly(Optional.empty());
    }
}
