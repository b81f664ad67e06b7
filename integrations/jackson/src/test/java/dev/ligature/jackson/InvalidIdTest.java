// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ligature.jackson.model.Country;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Person;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be an id is an error that names the member. */
class InvalidIdTest {
    private final JsonMapper mapper = Mappers.of(RefFormat.ID);

    private record Line(int quantity, Ref<Door> product) {}

    private record Order(ObjectId id, List<Line> lines, Map<ObjectId, Integer> counts, Ref<Country> country) {}

    private InvalidIdException refused(Class<?> type, String json) {
        return catchThrowableOfType(InvalidIdException.class, () -> read(mapper, type, json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'door': 'zzz'}                       | door       | "zzz" is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': '65f0a1b2c3d4e5f6a7b8c9d'}   | door       | "65f0a1b2c3d4e5f6a7b8c9d" is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': '65f0a1b2c3d4e5f6a7b8c9dg'}  | door       | "65f0a1b2c3d4e5f6a7b8c9dg" is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': ''}                          | door       | "" is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': 5}                           | door       | 5 is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': true}                        | door       | true is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': []}                          | door       | an array is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': {'id': 'zzz'}}               | door.id    | "zzz" is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'windows': [null, 'x']}              | windows[1] | "x" is not an id of Window: ids of Window are of type UUID.
                    {'windows': ['']}                     | windows[0] | "" is not an id of Window: ids of Window are of type UUID.
                    {'owners': [1, 2, 'x']}               | owners[2]  | "x" is not an id of Person: ids of Person are of type Long.
                    {'owners': [1.5]}                     | owners[0]  | 1.5 is not an id of Person: ids of Person are of type Long.
                    {'owners': [' ']}                     | owners[0]  | " " is not an id of Person: ids of Person are of type Long.
                    {'owners': [99999999999999999999]}    | owners[0]  | 99999999999999999999 is not an id of Person: ids of Person are of type Long.
                    {'next': {'name': 'Elm', 'door': 1}}  | next.door  | 1 is not an id of Door: an ObjectId is written as 24 hexadecimal digits.
                    {'door': {'id': 'zzz', 'height': 1}}  | door.id    | "zzz" is not an ObjectId: an ObjectId is written as 24 hexadecimal digits.
                    {'id': 'zzz'}                         | id         | "zzz" is not an ObjectId: an ObjectId is written as 24 hexadecimal digits.
                    {'id': {'a': 1}}                      | id         | an object is not an ObjectId: an ObjectId is written as 24 hexadecimal digits.
                    """)
    void namesTheMemberAndWhatWasExpected(String json, String member, String message) {
        InvalidIdException refused = refused(House.class, json);

        assertThat(refused.member()).isEqualTo(member);
        assertThat(refused.getOriginalMessage()).isEqualTo(message);
        assertThat(refused.getMessage()).contains("[\"" + member.replaceFirst("[.\\[].*", "") + "\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'lines': [{'quantity': 1, 'product': 'zzz'}]} | lines[0].product
                    {'counts': {'zzz': 1}}                         | counts
                    {'country': {'id': 'de', 'number': 'x'}}       | country.number
                    {'country': 'de'}                              | country
                    """)
    void namesMembersWithin(String json, String member) {
        assertThat(refused(Order.class, json).member()).isEqualTo(member);
    }

    @Test
    void saysWhatIsWrongWithAnIdThatIsAnObject() {
        InvalidIdException refused = refused(Order.class, "{'country': {'id': 'de', 'number': 'x'}}");

        assertThat(refused.getOriginalMessage())
                .isEqualTo("an object is not an id of Country: ids of Country are of type Code.");
        assertThat(refused).hasCauseInstanceOf(InvalidFormatException.class);
        assertThat(refused.getTargetType()).isEqualTo(Country.Code.class);
    }

    @Test
    void showsTheStartOfALongTextOnOneLine() {
        InvalidIdException refused = refused(Line.class, "{'product': 'a\\nb" + "x".repeat(1_000) + "'}");

        assertThat(refused.getOriginalMessage())
                .startsWith("\"a?bx")
                .hasSizeLessThan(160)
                .contains("x…\" is not an id of Door");
    }

    @Test
    void aWholeValueThatIsNoIdHasNoMember() {
        InvalidIdException refused = refused(ObjectId.class, "'zzz'");

        assertThat(refused.member()).isEmpty();
        assertThat(refused.getValue()).isEqualTo("\"zzz\"");
        assertThat(refused.getTargetType()).isEqualTo(ObjectId.class);
    }

    @Test
    void otherMistakesStayThoseOfJackson() {
        assertThat(refused(Person.class, "{'id': 1, 'name': 'Ada', 'friends': []}"))
                .isNull();
        Throwable refused = catchThrowable(() -> read(mapper, Line.class, "{'quantity': 'x'}"));
        assertThat(refused).isInstanceOf(InvalidFormatException.class).isNotInstanceOf(InvalidIdException.class);
    }
}
