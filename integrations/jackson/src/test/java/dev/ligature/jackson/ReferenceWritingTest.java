// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.assertWritten;
import static dev.ligature.jackson.States.missing;

import dev.ligature.jackson.model.Country;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Person;
import dev.ligature.jackson.model.Town;
import dev.ligature.jackson.model.Window;
import dev.ligature.jackson.model.Yard;
import dev.ligature.link.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What references look like in JSON. */
class ReferenceWritingTest {
    private static final ObjectId ONE = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1");
    private static final ObjectId TWO = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d2");
    private static final UUID UUID_ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private record Doors(Ref<Door> fetched, Ref<Door> notFetched, Ref<Door> missing) {
        static Doors inAllStates() {
            return new Doors(Ref.of(Door.of(ONE)), Ref.to(ONE), States.missing(TWO));
        }
    }

    @Test
    void writesIdsUnlessToldOtherwise() throws Exception {
        assertWritten(Mappers.with(new LigatureModule()), Doors.inAllStates(), """
                {'fetched': '65f0a1b2c3d4e5f6a7b8c9d1', 'notFetched': '65f0a1b2c3d4e5f6a7b8c9d1', 'missing': '65f0a1b2c3d4e5f6a7b8c9d2'}
                """);
    }

    @Test
    void writesTheDocumentWhereItIsFetched() throws Exception {
        assertWritten(Mappers.of(RefFormat.DOCUMENT), Doors.inAllStates(), """
                {'fetched': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 2},
                 'notFetched': '65f0a1b2c3d4e5f6a7b8c9d1',
                 'missing': '65f0a1b2c3d4e5f6a7b8c9d2'}
                """);
    }

    @Test
    void tellsMissingFromNotFetchedWhereAsked() throws Exception {
        assertWritten(Mappers.of(RefFormat.STATE), Doors.inAllStates(), """
                {'fetched': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 2},
                 'notFetched': '65f0a1b2c3d4e5f6a7b8c9d1',
                 'missing': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'missing': true}}
                """);
    }

    @Test
    void writesAllShapesOfLinks() throws Exception {
        House house = new House(
                ONE,
                "Oak",
                Ref.to(TWO),
                Arrays.asList(Ref.to(UUID_ONE), null, Ref.to(UUID_ONE)),
                Optional.of(Ref.to("north")),
                Optional.of(List.of(Ref.to(7L))),
                Optional.of(Ref.to(TWO)));

        assertWritten(Mappers.of(RefFormat.ID), house, """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak', 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
                 'windows': ['00000000-0000-0000-0000-000000000001', null, '00000000-0000-0000-0000-000000000001'],
                 'yard': 'north', 'owners': [7], 'next': '65f0a1b2c3d4e5f6a7b8c9d2'}
                """);
    }

    @Test
    void tellsNoListFromAnEmptyOne() throws Exception {
        House none = House.of(ONE, "Oak", Ref.to(TWO));
        House empty = new House(
                ONE, "Oak", Ref.to(TWO), List.of(), Optional.empty(), Optional.of(List.of()), Optional.empty());

        assertWritten(Mappers.of(RefFormat.ID), none, """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak', 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
                 'windows': [], 'yard': null, 'owners': null, 'next': null}
                """);
        assertWritten(Mappers.of(RefFormat.ID), empty, """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak', 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
                 'windows': [], 'yard': null, 'owners': [], 'next': null}
                """);
        assertWritten(
                Mappers.of(RefFormat.ID),
                new Town(1, "Weimar", null, List.of()),
                "{'id': 1, 'name': 'Weimar', 'country': null, 'twins': []}");
    }

    @Test
    void writesDocumentsOfAllKinds() throws Exception {
        House house = new House(
                ONE,
                "Oak",
                Ref.of(Door.of(TWO)),
                List.of(Ref.of(Window.of(UUID_ONE, 3)), missing(UUID_ONE)),
                Optional.of(Ref.of(Yard.of("north", 1.5))),
                Optional.of(List.of(Ref.of(Person.of(7, "Ada")))),
                Optional.empty());

        assertWritten(Mappers.of(RefFormat.DOCUMENT), house, """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak',
                 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2},
                 'windows': [{'id': '00000000-0000-0000-0000-000000000001', 'width': 3}, '00000000-0000-0000-0000-000000000001'],
                 'yard': {'id': 'north', 'area': 1.5},
                 'owners': [{'id': 7, 'name': 'Ada', 'friends': []}],
                 'next': null}
                """);
    }

    @Test
    void writesIdsThatAreValues() throws Exception {
        Country.Code code = new Country.Code("de", 276);

        assertWritten(
                Mappers.of(RefFormat.ID),
                new Town(1, "Weimar", Ref.to(code), null),
                "{'id': 1, 'name': 'Weimar', 'country': {'id': 'de', 'number': 276}, 'twins': null}");
        assertWritten(Mappers.of(RefFormat.STATE), List.of(missing(code), Ref.of(new Country(code, "Germany"))), """
                [{'id': {'id': 'de', 'number': 276}, 'missing': true}, {'id': {'id': 'de', 'number': 276}, 'name': 'Germany'}]
                """);
    }

    @ParameterizedTest
    @EnumSource(RefFormat.class)
    void writesANewDocumentWhichHasNoIdInEveryFormat(RefFormat format) throws Exception {
        assertWritten(Mappers.of(format), House.of(null, "Oak", Ref.of(Door.of(null))), """
                {'id': null, 'name': 'Oak', 'door': {'id': null, 'height': 2},
                 'windows': [], 'yard': null, 'owners': null, 'next': null}
                """);
    }

    private record Card(@JsonRef(RefFormat.DOCUMENT) Ref<Door> front, Ref<Door> back) {}

    @Test
    void aPropertyMayBeWrittenOtherwiseThanTheMapperSays() throws Exception {
        assertWritten(
                Mappers.of(RefFormat.ID),
                new Card(Ref.of(Door.of(ONE)), Ref.of(Door.of(TWO))),
                "{'front': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 2}, 'back': '65f0a1b2c3d4e5f6a7b8c9d2'}");
    }

    @JsonRef(RefFormat.STATE)
    private record Sheet(
            Ref<Door> front,
            @JsonRef(RefFormat.ID) Ref<Door> back,
            Optional<List<Ref<Door>>> others,
            @JsonRef(RefFormat.ID) Map<String, Ref<Door>> named) {}

    @Test
    void aClassMayBeWrittenOtherwiseAndAPropertyOfItAgain() throws Exception {
        assertWritten(
                Mappers.of(RefFormat.DOCUMENT),
                new Sheet(
                        missing(ONE),
                        missing(ONE),
                        Optional.of(List.of(missing(ONE), Ref.to(TWO))),
                        Map.of("side", Ref.of(Door.of(TWO)))),
                """
                {'front': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'missing': true},
                 'back': '65f0a1b2c3d4e5f6a7b8c9d1',
                 'others': [{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'missing': true}, '65f0a1b2c3d4e5f6a7b8c9d2'],
                 'named': {'side': '65f0a1b2c3d4e5f6a7b8c9d2'}}
                """);
    }

    @Test
    void whatAPropertySaysEndsWithItsReference() throws Exception {
        House house = House.of(ONE, "Oak", Ref.of(Door.of(TWO)));
        record Neighbour(@JsonRef(RefFormat.DOCUMENT) Ref<House> house) {}

        assertWritten(Mappers.of(RefFormat.ID), new Neighbour(Ref.of(house)), """
                {'house': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak', 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
                 'windows': [], 'yard': null, 'owners': null, 'next': null}}
                """);
    }

    @Test
    void writesObjectIdsAsHexadecimalDigits() throws Exception {
        assertWritten(
                Mappers.of(RefFormat.ID),
                Map.of(ONE, List.of(TWO)),
                "{'65f0a1b2c3d4e5f6a7b8c9d1': ['65f0a1b2c3d4e5f6a7b8c9d2']}");
    }

    @Test
    void writesATreeAsItWritesText() throws Exception {
        House house = House.of(ONE, "Oak", Ref.of(Door.of(TWO)));
        var mapper = Mappers.of(RefFormat.DOCUMENT);

        assertWritten(mapper, mapper.valueToTree(house), mapper.writeValueAsString(house));
    }
}
