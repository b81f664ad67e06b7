// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.DocumentReadException;
import dev.ligature.DocumentWriteException;
import dev.ligature.InvalidLinkException;
import dev.ligature.InvalidValueException;
import dev.ligature.it.model.House;
import dev.ligature.it.model.SpecimenClass;
import dev.ligature.it.model.SpecimenClassRepository;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.FieldPath;
import dev.ligature.path.Update;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Repository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What goes wrong says what it is, where, and why. */
class FailureIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ID = "65f0c0ffee0123456789abcd";

    private final Houses db = new Houses(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    private static void fails(Publisher<?> publisher, Class<? extends Throwable> type, String... parts) {
        StepVerifier.create(publisher)
                .thenConsumeWhile(each -> true)
                .expectErrorSatisfies(
                        error -> assertThat(error).isInstanceOf(type).hasMessageContainingAll(parts))
                .verify(PATIENCE);
    }

    @Test
    void namesADocumentThatDoesNotDecodeInEveryRead() {
        db.store("doors", "{_id: {$oid: '" + ID + "'}, height: 'tall'}");
        String[] parts = {"Door " + ID, "\"doors\"", "field \"height\"", "expected an integer", "found STRING"};

        fails(db.doors.findAll(), DocumentReadException.class, parts);
        fails(db.doors.findById(new ObjectId(ID)), DocumentReadException.class, parts);
        fails(db.doors.findAllById(List.of(new ObjectId(ID))), DocumentReadException.class, parts);
        fails(db.doors.find().one(), DocumentReadException.class, parts);
        fails(db.doors.find().fetchLinks().first(), DocumentReadException.class, parts);
        assertThat(list(db.doors.find().ids())).containsExactly(new ObjectId(ID));
        assertThat(get(db.doors.count())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void namesALinkedDocumentThatDoesNotDecode(FetchStrategy strategy) {
        db.store("doors", "{_id: {$oid: '" + ID + "'}, height: 'tall'}");
        get(db.houses.insert(House.of("Oak", Ref.to(new ObjectId(ID)))));
        String[] parts = {"Door " + ID, "\"doors\"", "field \"height\"", "expected an integer", "found STRING"};

        fails(db.houses.find().fetch(house.door()).using(strategy).all(), DocumentReadException.class, parts);
        fails(db.houses.fetch(db.houses.findAll(), house.door()), DocumentReadException.class, parts);
    }

    @Test
    void namesALinkThatDoesNotDecode() {
        db.store(
                "houses",
                "{_id: {$oid: '" + ID + "'}, name: 'Oak', rooms: 1, tags: [], door: 5, win: [{$oid: '" + ID
                        + "'}, 'x']}");

        fails(
                db.houses.findAll(),
                DocumentReadException.class,
                "House " + ID,
                "field \"door\": expected an ObjectId, found INT32");

        get(Mono.from(db.houses
                .collection()
                .updateOne(new BsonDocument(), BsonDocument.parse("{$set: {door: {$oid: '" + ID + "'}}}"))));
        fails(
                db.houses.findAll(),
                DocumentReadException.class,
                "House " + ID,
                "field \"win[1]\": expected an ObjectId, found STRING");
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // as a caller without generics does
    private static <R> FieldPath<R, Object> raw(FieldPath<R, ?> path) {
        return (FieldPath) path;
    }

    @Test
    void namesTheMemberAndTheOperatorOfAnOperandThatCannotBeStored() {
        Condition<House> compared = raw(house.rooms).eq("three");
        String[] parts = {"House.rooms.eq(three)", "java.lang.String"};
        Update<House> set = raw(house.rooms).set("three");

        fails(db.houses.find(compared).all(), InvalidValueException.class, parts);
        fails(db.houses.find(compared).count(), InvalidValueException.class, parts);
        fails(db.houses.find(compared).delete(), InvalidValueException.class, parts);
        fails(db.houses.find(compared.not()).exists(), InvalidValueException.class, parts);
        fails(
                db.houses.find(raw(house.rooms).in(1, "two")).ids(),
                InvalidValueException.class,
                "House.rooms.in(two)",
                "java.lang.String");
        fails(
                db.houses.find(raw(house.door().height).ne(2.5)).all(),
                InvalidValueException.class,
                "House.door.height.ne(2.5)",
                "java.lang.Double");
        fails(db.houses.find().update(set), InvalidValueException.class, "House.rooms.set(three)", "java.lang.String");
        fails(db.houses.updateById(new ObjectId(), set), InvalidValueException.class, "House.rooms.set(three)");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void namesTheFieldOfADocumentThatCannotBeStored() {
        SpecimenClass specimen = new SpecimenClass();
        specimen.id = new ObjectId(ID);
        specimen.decimal = new BigDecimal("1234567890123456789012345678901234567890.1");

        fails(
                new SpecimenClassRepository(DATABASE.database()).insert(specimen),
                DocumentWriteException.class,
                "SpecimenClass " + ID,
                "\"decimal\"");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void refusesToStoreALinkWithAnIdOfAnotherType() {
        House door = House.of("Oak", Ref.to("front"));
        House window = House.of("Oak", Ref.to(new ObjectId())).withWindows(List.of(Ref.to(new ObjectId()), Ref.to(7)));

        fails(
                db.houses.insert(door),
                InvalidLinkException.class,
                "House.door: the id of Door is of type ObjectId, but front is of type String");
        fails(
                db.houses.save(window),
                InvalidLinkException.class,
                "House.windows[1]: the id of Window is of type ObjectId, but 7 is of type Integer");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void refusesToCompareALinkWithAnIdOfAnotherType() {
        fails(
                db.houses.find(raw(house.door().id).eq("front")).all(),
                InvalidValueException.class,
                "House.door",
                "eq(front)",
                "java.lang.String");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesToFindByAnIdOfAnotherType() {
        Repository doors = db.doors;
        String part = "Door.id: the id of Door is of type ObjectId, but front is of type String";

        fails(doors.findById("front"), InvalidLinkException.class, part);
        fails(doors.existsById("front"), InvalidLinkException.class, part);
        fails(doors.findAllById(List.of(new ObjectId(), "front")), InvalidLinkException.class, part);
        fails(doors.deleteById("front"), InvalidLinkException.class, part);
        assertThat(recorder.names()).isEmpty();
    }
}
