// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.NonUniqueResultException;
import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.it.model.Address;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Room;
import dev.ligature.it.model.Shape;
import dev.ligature.link.Ref;
import dev.ligature.query.MissingTargets;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Projections: only what they show is read, or it is said what is missing. Those declared here are in another package than the
 * documents.
 */
class ProjectionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());

    @Projection(House.class)
    record Plate(ObjectId id, String name, int rooms, List<String> tags) {}

    @Projection(House.class)
    record Strict(String name, int doorHeight) {}

    @Projection(Flat.class)
    record FlatCard(
            int id,
            @Path("address.city") String city,
            Address address,
            @Path("address.position.latitude") Optional<Double> latitude,
            @Nullable Address billing,
            Optional<Integer> garageSize,
            Shape shape,
            List<Room> rooms,
            Map<String, Address> formerAddresses) {}

    @Test
    void readsOwnFieldsAloneByOneFind() {
        House oak =
                get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2))).withTags("a", "b")));
        DATABASE.recorder().clear();

        Plate plate = get(db.houses.find(house.name.eq("Oak")).as(Plate.class).one());

        assertThat(plate).isEqualTo(new Plate(id(oak.id()), "Oak", 1, List.of("a", "b")));
        assertThat(DATABASE.recorder().names()).containsExactly("find");
        assertThat(DATABASE.recorder().commands().get(0).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, name: 1, rooms: 1, tags: 1}"));
    }

    @Test
    void namesTheFieldThatIsMissingOrDoesNotFit() {
        db.store("doors", "{_id: {$oid: '665000000000000000000001'}}");
        db.store(
                "houses",
                "{_id: {$oid: '665000000000000000000002'}, name: 'Oak', door: {$oid: '665000000000000000000001'}}");
        assertThatThrownBy(() -> get(db.houses.find().as(Strict.class).first()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessage("ProjectionIT.Strict.doorHeight: Door 665000000000000000000001 has no height. Declare"
                        + " doorHeight Optional or @Nullable to read such documents.");

        db.store("houses", "{_id: {$oid: '665000000000000000000003'}, name: 17}");
        assertThatThrownBy(() -> list(db.houses
                        .find(house.rooms.isNull())
                        .sort(house.id.desc())
                        .as(Strict.class)
                        .all()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining(
                        "House 665000000000000000000003 in \"houses\", field \"name\": expected a string");
    }

    @Test
    void readsEmbeddedValuesWholeAndInParts() {
        FlatRepository flats = new FlatRepository(DATABASE.database());
        Address york = new Address("High Street 1", "York", Optional.of(new Address.Position(54, -1)));
        Address leeds = new Address("Low Street 2", "Leeds", Optional.empty());
        Flat flat = new Flat(
                1,
                york,
                List.of(),
                Map.of("old", leeds),
                Optional.of(Room.of("garage", 12)),
                leeds,
                new Shape.Circle(2),
                List.of());
        get(flats.insert(flat));
        get(flats.insert(Flat.of(2)));

        assertThat(get(flats.findById(1))).isNotNull();
        List<FlatCard> cards = list(flats.find().as(FlatCard.class).all());

        assertThat(cards)
                .containsExactly(
                        new FlatCard(
                                1,
                                "York",
                                york,
                                Optional.of(54.0),
                                leeds,
                                Optional.of(12),
                                new Shape.Circle(2),
                                List.of(),
                                Map.of("old", leeds)),
                        new FlatCard(
                                2,
                                "York",
                                new Address("High Street 1", "York", Optional.empty()),
                                Optional.empty(),
                                null,
                                Optional.empty(),
                                new Shape.Dot(),
                                List.of(),
                                Map.of()));
        assertThat(DATABASE.recorder()
                        .commands()
                        .get(DATABASE.recorder().commands().size() - 1)
                        .document()
                        .getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, address: 1, billing: 1, 'garage.size': 1, shape: 1, rooms: 1,"
                        + " formerAddresses: 1}"));
    }

    @Test
    void takesOnlyOneWhereThereIsOnlyOne() {
        db.savedHouse("Oak", 2);
        assertThat(get(db.houses.find().as(Strict.class).one())).isEqualTo(new Strict("Oak", 2));
        db.savedHouse("Pine", 3);

        assertThatThrownBy(() -> get(db.houses.find().as(Strict.class).one()))
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessageContaining("several documents");
        assertThat(db.houses.find(house.name.eq("Elm")).as(Strict.class).one().blockOptional())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoProjectionOfTheDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> db.doors.find().as(Strict.class))
                .withMessage("ProjectionIT.Strict is a projection of House, so it cannot be read from documents of type"
                        + " Door. Use a projection of Door, or query House.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> db.houses.find().as(House.class))
                .withMessageContaining("dev.ligature.it.model.House is not a @Projection")
                .withMessageContaining("Annotate the record");
    }

    @Test
    void refusesToFetchBesides() {
        assertThatIllegalStateException()
                .isThrownBy(() -> db.houses.find().fetchLinks().as(Strict.class))
                .withMessageContaining("takes no fetch");
        assertThatIllegalStateException()
                .isThrownBy(() -> db.houses.find().missing(MissingTargets.FAIL).as(Strict.class));
    }
}
