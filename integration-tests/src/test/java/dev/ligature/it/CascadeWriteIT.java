// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QTree.tree;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.insert;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.OperationException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Writing a document with what it links to: each object once, targets first, all or an error before the first command. */
class CascadeWriteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
        DATABASE.recorder().clear();
    }

    @Test
    void insertsATreeByOneCommandPerCollectionTargetsFirst() {
        House inserted = get(db.houses.insert(newHouse("Oak", 100), WriteRule.WRITE));

        assertThat(DATABASE.recorder()).containsExactly(insert("doors"), insert("windows"), insert("houses"));
        assertThat(inserted.id()).isNotNull();
        assertThat(inserted.door().get().id)
                .isNotNull()
                .isEqualTo(inserted.door().id());
        assertThat(inserted.windows()).hasSize(100).allMatch(each -> each.id() != null && each.isFetched());
        House read = get(db.houses.findById(id(inserted.id())).fetchLinks(1));
        assertThat(read.windows()).isEqualTo(inserted.windows()).allMatch(Ref::isFetched);
    }

    @Test
    void sendsBulksOfWhichNoneLinksToAnotherTogether() {
        Sinks.Empty<Void> windowsWritten = Sinks.empty();
        MongoDatabase waiting =
                FailingDatabase.with(DATABASE.database(), "bulkWrite", "doors", result -> Flux.from(result)
                        .delayUntil(written -> windowsWritten.asMono()));
        MongoDatabase both = FailingDatabase.with(waiting, "bulkWrite", "windows", result -> Flux.from(result)
                .doOnComplete(windowsWritten::tryEmitEmpty));

        get(new HouseRepository(both)
                .insert(newHouse("Oak", 2), WriteRule.WRITE)
                .timeout(Duration.ofSeconds(20)));

        assertThat(get(db.houses.find().fetchLinks(1).one()).windows()).hasSize(2);
    }

    @Test
    void insertsManyTreesByAsManyCommandsAsOne() {
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            houses.add(newHouse("Oak", 10));
        }

        List<House> inserted = list(db.houses.insertAll(houses, WriteRule.WRITE));

        assertThat(inserted).hasSize(50).allMatch(each -> each.id() != null);
        assertThat(DATABASE.recorder()).containsExactly(insert("doors"), insert("windows"), insert("houses"));
        assertThat(get(db.windows.count())).isEqualTo(500);
    }

    @Test
    void writesASharedTargetOnce() {
        Ref<Frame> frame = Ref.of(new Frame(null, "red"));
        Ref<Window> one = Ref.of(Window.of(1, false).withFrame(frame));
        Ref<Window> two = Ref.of(Window.of(2, false).withFrame(frame).withSpares(List.of(frame, frame)));

        House inserted = get(db.houses.insert(newHouse("Oak", 0).withWindows(List.of(one, two, one)), WriteRule.WRITE));

        assertThat(get(db.frames.count())).isEqualTo(1);
        assertThat(get(db.windows.count())).isEqualTo(2);
        Window first = inserted.windows().get(0).get();
        assertThat(first.frame().orElseThrow().get())
                .isSameAs(inserted.windows().get(1).get().spares().get(1).get());
    }

    @Test
    void insertsNewTargetsAndReplacesKnownOnes() {
        House saved = get(db.houses.insert(newHouse("Oak", 1), WriteRule.WRITE));
        House fetched = get(db.houses.findById(id(saved.id())).fetchLinks(1));
        fetched.door().get().height = 9;
        List<Ref<Window>> windows = new ArrayList<>(fetched.windows());
        windows.add(Ref.of(Window.of(77, true)));
        DATABASE.recorder().clear();

        House changed = get(db.houses.save(fetched.withWindows(windows).withRooms(5), WriteRule.WRITE));

        assertThat(get(db.doors.findAll().next()).height).isEqualTo(9);
        assertThat(get(db.windows.count())).isEqualTo(2);
        assertThat(get(db.houses.findById(id(changed.id()))).windows()).isEqualTo(changed.windows());
        assertThat(DATABASE.recorder().commands())
                .extracting(CommandRecorder.Command::sent)
                .startsWith(update("doors"), insert("windows"), update("windows"), update("houses"));
    }

    @Test
    void leavesUnfetchedAndMissingReferencesAlone() {
        ObjectId nowhere = new ObjectId();
        House saved =
                get(db.houses.insert(House.of("Oak", Ref.to(nowhere)).withWindows(List.of(Ref.to(new ObjectId())))));
        House fetched = get(db.houses.findById(id(saved.id())).fetch(house.door()));
        DATABASE.recorder().clear();

        get(db.houses.save(fetched.withRooms(3), WriteRule.WRITE));

        assertThat(DATABASE.recorder()).containsExactly(update("houses"));
        assertThat(get(db.houses.findById(id(saved.id()))).door().id()).isEqualTo(nowhere);
    }

    @Test
    void insertsADeletedTargetAgainUnderSaveButNotUnderReplace() {
        House saved = get(db.houses.insert(newHouse("Oak", 1), WriteRule.WRITE));
        House fetched = get(db.houses.findById(id(saved.id())).fetchLinks(1));
        get(db.doors.deleteById(id(fetched.door().get().id)));

        assertThatThrownBy(() -> get(db.houses.replace(fetched, WriteRule.WRITE)))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("Door")
                .hasMessageContaining(String.valueOf(fetched.door().id()));
        assertThat(get(db.doors.count())).isZero();

        get(db.houses.save(fetched, WriteRule.WRITE));
        assertThat(get(db.doors.count())).isEqualTo(1);
    }

    @Test
    void refusesToReplaceWhatWasNeverSaved() {
        assertThatThrownBy(() -> get(db.houses.replace(newHouse("Oak", 1), WriteRule.WRITE)))
                .isInstanceOf(DocumentWriteException.class)
                .hasMessageContaining("House.id");
        assertThat(DATABASE.recorder()).isEmpty();
    }

    @Test
    void namesTheUnsavedTargetBeforeAnythingIsWritten() {
        Door door = get(db.doors.insert(Door.of(1, 1)));
        House bad =
                House.of("Elm", Ref.of(door)).withWindows(List.of(Ref.to(new ObjectId()), Ref.of(Window.of(1, false))));
        DATABASE.recorder().clear();

        assertThatThrownBy(() -> list(db.houses.insertAll(List.of(House.of("Oak", Ref.of(door)), bad))))
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining("House.windows[1]")
                .hasMessageContaining("WriteRule.WRITE");
        assertThat(DATABASE.recorder()).isEmpty();
    }

    @Test
    void takesTheIdsBackWhenADocumentCannotBeWritten() {
        Door door = Door.of(1, 1);
        Yard yard = Yard.of(1);
        Ref<Yard> yardRef = Ref.of(yard);
        @SuppressWarnings("NullAway") // a wrong document
        House bad =
                new House(null, null, 1, List.of(), Ref.of(door), List.of(), Optional.of(yardRef), Optional.empty());

        assertThatThrownBy(() -> get(db.houses.insert(bad, WriteRule.WRITE)))
                .isInstanceOf(DocumentWriteException.class)
                .hasMessageContaining("House.name");

        assertThat(door.id).isNull();
        assertThat(yardRef.get()).isSameAs(yard);
        assertThat(DATABASE.recorder()).isEmpty();
    }

    @Test
    void leavesNoDanglingLinkWhenTheLastCollectionFails() {
        get(Mono.from(db.houses
                .collection()
                .createIndex(new BsonDocument("name", new BsonInt32(1)), new IndexOptions().unique(true))));
        get(db.houses.insert(newHouse("Oak", 1), WriteRule.WRITE));
        House second = newHouse("Oak", 2);

        assertThatThrownBy(() -> get(db.houses.insert(second, WriteRule.WRITE))).isInstanceOf(OperationException.class);
        assertThat(get(db.houses.count())).isEqualTo(1);
        House read = get(db.houses.find().fetchLinks(1).first());
        assertThat(read.windows()).allMatch(Ref::isFetched);

        get(db.houses.deleteById(id(read.id())));
        House again = get(db.houses.insert(second, WriteRule.WRITE));
        assertThat(get(db.houses.findById(id(again.id())).fetchLinks(1)).windows())
                .hasSize(2)
                .allMatch(Ref::isFetched);
        get(Mono.from(db.houses.collection().dropIndexes()).thenReturn(true));
    }

    @Test
    void writesAChainOfTenThousandLinksWithoutRecursion() {
        int length = 10_000;
        Tree chain = new Tree("t0", null, null, List.of());
        for (int i = 1; i < length; i++) {
            chain = new Tree("t" + i, Ref.of(chain), null, List.of());
        }

        get(db.trees.insert(chain, WriteRule.WRITE));

        assertThat(get(db.trees.count())).isEqualTo(length);
        assertThat(get(db.trees.find(tree.left().exists().not()).count())).isEqualTo(1);
    }

    @Test
    void survivesCyclesInMemory() {
        list(db.trees.insertAll(List.of(Tree.of("a", "b", null), Tree.of("b", "a", null))));
        Tree fetched = get(db.trees.findById("a").fetchLinks(2));
        assertThat(id(id(fetched.left()).get().left()).get()).isSameAs(fetched);

        get(db.trees.save(fetched, WriteRule.WRITE));

        assertThat(get(db.trees.count())).isEqualTo(2);
    }

    @Test
    void previewsWithoutChangingAnything() {
        Door door = Door.of(1, 1);
        Person known = get(db.persons.insert(Person.of("Ann")));
        House house = newHouse("Oak", 3).withOwners(List.of(Ref.of(known)));
        DATABASE.recorder().clear();

        assertThat(db.houses.planInsert(house))
                .hasToString("insert 1 Door in \"doors\"; insert 3 Window in \"windows\"; save 1 Person in \"persons\";"
                        + " insert 1 House in \"houses\"");
        assertThat(DATABASE.recorder()).isEmpty();
        assertThat(door.id).isNull();
        assertThat(house.windows()).allMatch(each -> each.id() == null);
    }

    @Test
    void insertsFiveHundredTreesByThreeCommands() {
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            houses.add(newHouse("Oak", 100));
        }

        list(db.houses.insertAll(houses, WriteRule.WRITE));

        assertThat(get(db.windows.count())).isEqualTo(50_000);
        assertThat(DATABASE.recorder().commands("insert").stream()
                        .map(CommandRecorder.Command::collection)
                        .distinct())
                .containsExactly("doors", "windows", "houses");
        // one bulk per collection; the driver cuts it where the server's batch limit asks for it
        int batch = DATABASE.isEmbedded() ? 1_000 : 25_000;
        assertThat(DATABASE.recorder().commands("insert")).hasSize(2 + (50_000 + batch - 1) / batch);
    }
}
