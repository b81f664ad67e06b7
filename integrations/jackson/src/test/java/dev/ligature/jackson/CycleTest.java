// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.assertWritten;
import static dev.ligature.jackson.States.fetch;
import static dev.ligature.jackson.States.fetchedBack;

import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Person;
import dev.ligature.jackson.model.Window;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Documents that link in cycles, written as documents: one that is already on the path is written as its id. */
class CycleTest {
    private static final ObjectId ONE = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1");
    private static final ObjectId TWO = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d2");

    private final JsonMapper mapper = Mappers.of(RefFormat.DOCUMENT);

    private static Person link(Person person, Person... friends) {
        for (Person friend : friends) {
            person.friends().add(Ref.of(friend));
        }
        return person;
    }

    @Test
    void stopsWhereABackReferenceLeadsToTheRoot() throws Exception {
        Ref<Door> door = Ref.to(TWO);
        House house = House.of(ONE, "Oak", door);
        fetch(door, Door.of(TWO, fetchedBack(house)));

        assertWritten(mapper, List.of(house), """
                [{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak',
                  'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2, 'house': '65f0a1b2c3d4e5f6a7b8c9d1'},
                  'windows': [], 'yard': null, 'owners': null, 'next': null}]
                """);
    }

    @Test
    void stopsAtADocumentThatLinksToItself() throws Exception {
        Person ada = Person.of(1, "Ada");

        assertWritten(mapper, link(ada, ada), "{'id': 1, 'name': 'Ada', 'friends': [1]}");
    }

    @Test
    void knowsADocumentByTypeAndId() throws Exception {
        Person ada = link(Person.of(1, "Ada"), link(Person.of(2, "Bob"), Person.of(1, "another Ada")));

        assertWritten(mapper, ada, "{'id': 1, 'name': 'Ada', 'friends': [{'id': 2, 'name': 'Bob', 'friends': [1]}]}");
    }

    @Test
    void documentsOfAnotherTypeMayHaveTheSameId() throws Exception {
        assertWritten(mapper, House.of(ONE, "Oak", Ref.of(Door.of(ONE))), """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak',
                 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 2},
                 'windows': [], 'yard': null, 'owners': null, 'next': null}
                """);
    }

    @Test
    void aDocumentIsWrittenAgainBesideThePath() throws Exception {
        Window window = Window.of(new UUID(0, 1), 3);
        House house = new House(
                ONE,
                "Oak",
                Ref.to(TWO),
                List.of(Ref.of(window), Ref.of(window)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertWritten(mapper, house, """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak', 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
                 'windows': [{'id': '00000000-0000-0000-0000-000000000001', 'width': 3},
                             {'id': '00000000-0000-0000-0000-000000000001', 'width': 3}],
                 'yard': null, 'owners': null, 'next': null}
                """);
    }

    @Test
    void stopsAtNewDocumentsThatHaveNoIds() throws Exception {
        House house = House.of(null, "Oak", Ref.of(Door.of(null)));
        Door door = house.door().get();
        Door back = Door.of(null, fetchedBack(House.of(null, "Elm", Ref.of(door))));

        assertWritten(mapper, back, """
                {'id': null, 'height': 2,
                 'house': {'id': null, 'name': 'Elm', 'door': {'id': null, 'height': 2},
                           'windows': [], 'yard': null, 'owners': null, 'next': null}}
                """);
        Ref<Door> round = Ref.of(door);
        Door circle = Door.of(null, fetchedBack(House.of(null, "Ash", round)));
        fetch(round, circle);
        assertWritten(mapper, circle, """
                {'id': null, 'height': 2,
                 'house': {'id': null, 'name': 'Ash', 'door': null,
                           'windows': [], 'yard': null, 'owners': null, 'next': null}}
                """);
    }

    @Test
    void nestsDocumentsThreeLevelsDeepOrAsToldOtherwise() throws Exception {
        Person chain = Person.of(5, "E");
        for (int id = 4; id >= 1; id--) {
            chain = link(Person.of(id, "" + (char) ('A' + id - 1)), chain);
        }

        assertWritten(mapper, chain, """
                {'id': 1, 'name': 'A', 'friends': [
                    {'id': 2, 'name': 'B', 'friends': [
                        {'id': 3, 'name': 'C', 'friends': [
                            {'id': 4, 'name': 'D', 'friends': [5]}]}]}]}
                """);
        LigatureModule module = new LigatureModule().withRefs(RefFormat.DOCUMENT);
        assertWritten(
                Mappers.with(module.withDepth(1)),
                chain,
                "{'id': 1, 'name': 'A', 'friends': [{'id': 2, 'name': 'B', 'friends': [3]}]}");
        assertWritten(Mappers.with(module.withDepth(0)), chain, "{'id': 1, 'name': 'A', 'friends': [2]}");
        assertWritten(Mappers.with(module.withDepth(4)), chain, """
                {'id': 1, 'name': 'A', 'friends': [
                    {'id': 2, 'name': 'B', 'friends': [
                        {'id': 3, 'name': 'C', 'friends': [
                            {'id': 4, 'name': 'D', 'friends': [
                                {'id': 5, 'name': 'E', 'friends': []}]}]}]}]}
                """);
    }

    /** Writes only friends, and does not tell the generator whose friends they are. */
    private static final class FriendsOnly extends ValueSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator generator, SerializationContext context)
                throws JacksonException {
            context.writeValue(generator, person.friends());
        }
    }

    @Test
    void stopsWithSerializersOfTheUsers() throws Exception {
        SimpleModule own = new SimpleModule();
        own.addSerializer(Person.class, new FriendsOnly());
        JsonMapper custom = JsonMapper.builder()
                .addModule(new LigatureModule().withRefs(RefFormat.DOCUMENT).withDepth(1_000))
                .addModule(own)
                .build();
        Person ada = Person.of(1, "Ada");
        Person bob = link(Person.of(2, "Bob"), ada);

        assertWritten(custom, link(ada, bob), "[[[2]]]");
    }
}
