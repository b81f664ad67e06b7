// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.assertWritten;
import static dev.ligature.jackson.Mappers.read;
import static dev.ligature.jackson.States.fetchedBack;
import static dev.ligature.jackson.States.fetchedBackList;
import static dev.ligature.jackson.States.missingBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Person;
import dev.ligature.jackson.model.Window;
import dev.ligature.jackson.model.Yard;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Back references in JSON: written if they were fetched, never read. */
class BackReferenceTest {
    private static final ObjectId ONE = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1");
    private static final ObjectId TWO = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d2");
    private static final UUID UUID_ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final House OAK = House.of(ONE, "Oak", Ref.to(TWO));
    private static final String OAK_AS_DOCUMENT = """
            {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak', 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
             'windows': [], 'yard': null, 'owners': null, 'next': null}
            """;

    private static Yard yard(Optional<BackRef<House>> house) {
        Yard yard = Yard.of("north", 1);
        yard.setHouse(house);
        return yard;
    }

    private static Person person(Optional<List<BackRef<House>>> houses) {
        return new Person(7, "Ada", List.of(), houses);
    }

    @ParameterizedTest
    @EnumSource(RefFormat.class)
    void leavesOutWhatWasNotFetched(RefFormat format) throws Exception {
        List<?> documents = List.of(
                Door.of(TWO),
                Window.of(UUID_ONE, 3),
                yard(Optional.of(BackRef.notFetched())),
                person(Optional.empty()));

        assertWritten(Mappers.of(format), documents, """
                [{'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2},
                 {'id': '00000000-0000-0000-0000-000000000001', 'width': 3},
                 {'id': 'north', 'area': 1.0},
                 {'id': 7, 'name': 'Ada', 'friends': []}]
                """);
    }

    @Test
    void writesTheIdsOfReferrers() throws Exception {
        List<?> documents = List.of(
                Door.of(TWO, fetchedBack(OAK)),
                new Window(UUID_ONE, 3, fetchedBackList(List.of(OAK))),
                yard(Optional.of(fetchedBack(OAK))),
                person(Optional.of(fetchedBackList(List.of(OAK)))));

        assertWritten(Mappers.of(RefFormat.ID), documents, """
                [{'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2, 'house': '65f0a1b2c3d4e5f6a7b8c9d1'},
                 {'id': '00000000-0000-0000-0000-000000000001', 'width': 3, 'houses': ['65f0a1b2c3d4e5f6a7b8c9d1']},
                 {'id': 'north', 'area': 1.0, 'house': '65f0a1b2c3d4e5f6a7b8c9d1'},
                 {'id': 7, 'name': 'Ada', 'friends': [], 'houses': ['65f0a1b2c3d4e5f6a7b8c9d1']}]
                """);
    }

    @Test
    void writesReferrersAsDocumentsWhereAsked() throws Exception {
        assertWritten(
                Mappers.of(RefFormat.DOCUMENT),
                Door.of(TWO, fetchedBack(OAK)),
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2, 'house': " + OAK_AS_DOCUMENT + "}");
    }

    @Test
    void saysThatNothingRefers() throws Exception {
        List<?> documents = List.of(
                Door.of(TWO, missingBack()),
                new Window(UUID_ONE, 3, fetchedBackList(List.of())),
                yard(Optional.empty()),
                person(Optional.of(fetchedBackList(List.of()))));

        assertWritten(Mappers.of(RefFormat.DOCUMENT), documents, """
                [{'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2, 'house': null},
                 {'id': '00000000-0000-0000-0000-000000000001', 'width': 3, 'houses': []},
                 {'id': 'north', 'area': 1.0, 'house': null},
                 {'id': 7, 'name': 'Ada', 'friends': [], 'houses': []}]
                """);
        assertWritten(
                Mappers.of(RefFormat.STATE),
                Door.of(TWO, missingBack()),
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2, 'house': {'missing': true}}");
    }

    private record Framed(@JsonUnwrapped(prefix = "window.") Window window) {}

    @Test
    void leavesOutWhatWasNotFetchedOfAnUnwrappedDocument() throws Exception {
        assertWritten(
                Mappers.of(RefFormat.ID),
                new Framed(Window.of(UUID_ONE, 3)),
                "{'window.id': '00000000-0000-0000-0000-000000000001', 'window.width': 3}");
        assertWritten(
                Mappers.of(RefFormat.ID), new Framed(new Window(UUID_ONE, 3, fetchedBackList(List.of(OAK)))), """
                {'window.id': '00000000-0000-0000-0000-000000000001', 'window.width': 3,
                 'window.houses': ['65f0a1b2c3d4e5f6a7b8c9d1']}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'house': null, 'houses': null", ", 'house': {'a': [1]}, 'houses': ['x', {'b': 1}]"})
    void readsThemAsNotFetchedWhateverTheJsonSays(String members) throws Exception {
        var mapper = Mappers.of(RefFormat.ID);
        record Both(int a, BackRef<House> house, List<BackRef<House>> houses) {}
        record BothOptional(int a, Optional<BackRef<House>> house, Optional<List<BackRef<House>>> houses) {}

        Both both = read(mapper, Both.class, "{'a': 1" + members + "}");
        BothOptional optional = read(mapper, BothOptional.class, "{'a': 1" + members + "}");

        assertThat(both.house.isFetched() || both.house.isMissing()).isFalse();
        assertThat(both.houses).isEmpty();
        assertThat(BackRef.areFetched(both.houses)).isFalse();
        assertThat(optional.house).hasValueSatisfying(house -> assertThat(house.isFetched() || house.isMissing())
                .isFalse());
        assertThat(optional.houses).isEmpty();
    }

    @Test
    void eachReadDocumentHasAListOfItsOwn() throws Exception {
        var mapper = Mappers.of(RefFormat.ID);
        String json = "{'id': '00000000-0000-0000-0000-000000000001', 'width': 3}";

        Window first = read(mapper, Window.class, json);
        Window second = read(mapper, Window.class, json);

        assertThat(first.houses()).isNotSameAs(second.houses());
    }
}
