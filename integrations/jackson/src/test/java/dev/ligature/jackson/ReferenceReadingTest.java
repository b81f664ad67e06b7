// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.jackson.model.Country;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Person;
import dev.ligature.jackson.model.Town;
import dev.ligature.jackson.model.Window;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What references are read from. */
class ReferenceReadingTest {
    private static final ObjectId ONE = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1");
    private static final ObjectId TWO = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d2");
    private static final UUID UUID_ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Country.Code CODE = new Country.Code("de", 276);

    private final JsonMapper mapper = Mappers.of(RefFormat.ID);

    private record Doorway(Ref<Door> door) {}

    private Ref<Door> door(String json) throws Exception {
        return read(mapper, Doorway.class, "{'door': " + json + "}").door;
    }

    private Ref<Country> country(String json) throws Exception {
        return read(mapper, Town.class, "{'id': 1, 'name': 'Weimar', 'country': " + json + "}")
                .getCountry();
    }

    @Test
    void anIdGivesAReferenceThatIsNotFetched() throws Exception {
        Ref<Door> door = door("'65f0a1b2c3d4e5f6a7b8c9d1'");

        assertThat(door.id()).isEqualTo(ONE);
        assertThat(door.isFetched() || door.isMissing()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(RefFormat.class)
    void aDocumentGivesAReferenceThatIsFetchedInEveryFormat(RefFormat format) throws Exception {
        Doorway doorway =
                read(Mappers.of(format), Doorway.class, "{'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 3}}");

        assertThat(doorway.door.id()).isEqualTo(ONE);
        assertThat(doorway.door.get().height()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'height': 3, 'id': '65f0a1b2c3d4e5f6a7b8c9d1'}",
                "{'height': 3, 'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'house': {'id': 1, 'door': {'id': 2}}}",
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'house': null, 'height': 3}",
            })
    void theMembersOfADocumentMayBeInAnyOrder(String json) throws Exception {
        Ref<Door> door = door(json);

        assertThat(door.get().id()).isEqualTo(ONE);
        assertThat(door.get().height()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id': null}", "{'height': 2}"})
    void aDocumentMayBeNew(String json) throws Exception {
        Ref<Door> door = door(json);

        assertThat(door.id()).isNull();
        assertThat(door.get().height()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d1'}",
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'missing': true}",
                "{'missing': true, 'id': '65f0a1b2c3d4e5f6a7b8c9d1'}",
            })
    void anObjectOfAnIdAndNothingElseIsAReference(String json) throws Exception {
        Ref<Door> door = door(json);

        assertThat(door.id()).isEqualTo(ONE);
        assertThat(door.isFetched()).isFalse();
    }

    @Test
    void nullIsNoReference() throws Exception {
        assertThat(door("null")).isNull();
    }

    @Test
    void documentsMayHoldDocuments() throws Exception {
        House house = read(mapper, House.class, """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'name': 'Oak',
                 'next': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'name': 'Elm',
                          'next': {'name': 'Ash', 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 4}, 'next': null},
                          'door': '65f0a1b2c3d4e5f6a7b8c9d2', 'windows': []},
                 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 3},
                 'windows': [{'id': '00000000-0000-0000-0000-000000000001', 'width': 5}, {'width': 6}]}
                """);

        House elm = house.next().orElseThrow().get();
        House ash = elm.next().orElseThrow().get();
        assertThat(house.door().get().height()).isEqualTo(3);
        assertThat(Ref.fetched(house.windows())).extracting(Window::width).containsExactly(5, 6);
        assertThat(elm.id()).isEqualTo(TWO);
        assertThat(elm.door().id()).isEqualTo(TWO);
        assertThat(ash.door().get().height()).isEqualTo(4);
        assertThat(ash.next()).isEmpty();
    }

    @Test
    void tellsNoListFromAnEmptyOneAndKeepsNulls() throws Exception {
        String json = "{'name': 'Oak', 'door': null, 'windows': ['00000000-0000-0000-0000-000000000001', null]%s}";

        House absent = read(mapper, House.class, json.formatted(""));
        House none = read(mapper, House.class, json.formatted(", 'owners': null"));
        House empty = read(mapper, House.class, json.formatted(", 'owners': []"));

        assertThat(absent.windows()).containsExactly(Ref.to(UUID_ONE), null);
        assertThat(absent.owners()).isEmpty();
        assertThat(absent.yard()).isEmpty();
        assertThat(none.owners()).isEmpty();
        assertThat(empty.owners()).hasValue(List.of());
        assertThat(read(mapper, Town.class, "{'id': 1}").getTwins()).isNull();
        assertThat(read(mapper, Town.class, "{'id': 1, 'twins': null}").getTwins())
                .isNull();
        assertThat(read(mapper, Town.class, "{'id': 1, 'twins': []}").getTwins())
                .isEmpty();
    }

    @Test
    void readsIdsOfEveryType() throws Exception {
        House house = read(
                mapper,
                House.class,
                "{'door': '65F0A1B2C3D4E5F6A7B8C9D1', 'yard': 'north', 'owners': [1, '2'],"
                        + " 'windows': ['00000000-0000-0000-0000-000000000001']}");

        assertThat(house.door().id()).isEqualTo(ONE);
        assertThat(house.yard().orElseThrow().id()).isEqualTo("north");
        assertThat(house.owners().orElseThrow()).extracting(Ref::id).containsExactly(1L, 2L);
        assertThat(house.windows()).extracting(Ref::id).containsExactly(UUID_ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'de', 'number': 276}",
                "{'number': 276, 'id': 'de'}",
                "{'id': {'id': 'de', 'number': 276}}",
                "{'id': {'id': 'de', 'number': 276}, 'missing': true}",
            })
    void readsAnIdThatIsAnObject(String json) throws Exception {
        Ref<Country> country = country(json);

        assertThat(country.id()).isEqualTo(CODE);
        assertThat(country.isFetched()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': {'id': 'de', 'number': 276}, 'name': 'Germany'}",
                "{'name': 'Germany', 'id': {'id': 'de', 'number': 276}}",
            })
    void readsADocumentWhoseIdIsAnObject(String json) throws Exception {
        Ref<Country> country = country(json);

        assertThat(country.id()).isEqualTo(CODE);
        assertThat(country.get().name()).isEqualTo("Germany");
    }

    @Test
    void readsReferencesOutsideOfDocuments() throws Exception {
        Map<ObjectId, Ref<Person>> byHouse = mapper.readValue(
                "{\"65f0a1b2c3d4e5f6a7b8c9d1\": {\"id\": 7, \"name\": \"Ada\"}}", new TypeReference<>() {});
        Optional<Ref<Person>> root = mapper.readValue("8", new TypeReference<>() {});

        assertThat(byHouse.get(ONE).get().name()).isEqualTo("Ada");
        assertThat(root).hasValue(Ref.to(8L));
    }

    @Test
    void aReferenceToWhatIsNoDocumentIsAnErrorThatSaysSo() {
        record ToText(Ref<String> text) {}

        assertThatThrownBy(() -> read(mapper, ToText.class, "{'text': '65f0a1b2c3d4e5f6a7b8c9d1'}"))
                .hasMessageContaining("java.lang.String is not a @Document")
                .hasMessageContaining("[\"text\"]");
    }
}
