package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.write.StoredForm.Kind;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stored links are as they are declared, which can be made so, and which are better left alone. */
class StoredFormTest {
    private static final StoredForm BARE = new StoredForm(Town.HOUSE.link("door"), "town");
    private static final StoredForm DB_REFS = new StoredForm(Town.HOUSE.link("neighbours"), "town");

    private static BsonValue value(String json) {
        return BsonDocument.parse("{v: " + json + "}").get("v");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    7                                             | DECLARED
                    {a: 7}                                        | DECLARED
                    {}                                            | DECLARED
                    {$ref: 'doors', $id: 7}                       | OTHER
                    {$ref: 'doors', $id: 7, $db: 'town'}          | OTHER
                    {$id: 7, $ref: 'doors'}                       | OTHER
                    {$ref: 'doors', $id: 7, more: 1}              | OTHER
                    {$ref: 'gates', $id: 7}                       | FOREIGN
                    {$ref: 'doors', $id: 7, $db: 'there'}         | FOREIGN
                    {$id: 7}                                      | FOREIGN
                    {$ref: 'doors'}                               | WITHOUT_ID
                    {$ref: 'doors', $id: null}                    | WITHOUT_ID
                    {$ref: 'doors', $id: [7]}                     | WITHOUT_ID
                    {$ref: 'doors', $id: {$ref: 'doors', $id: 7}} | WITHOUT_ID""")
    void tellsLinksApartWhereIdsAreDeclared(String stored, Kind kind) {
        assertThat(BARE.of(value(stored))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {$ref: 'houses', $id: 7}              | DECLARED
                    {$ref: 'houses', $id: 7, $db: 'town'} | DECLARED
                    {$ref: 'doors', $id: 7}               | FOREIGN
                    7                                     | OTHER
                    'a'                                   | OTHER
                    {a: 7}                                | OTHER
                    [7]                                   | WITHOUT_ID
                    /a/                                   | WITHOUT_ID
                    {$ref: 'houses'}                      | WITHOUT_ID""")
    void tellsLinksApartWhereDbRefsAreDeclared(String stored, Kind kind) {
        assertThat(DB_REFS.of(value(stored))).isEqualTo(kind);
    }

    @Test
    void givesALinkTheDeclaredForm() {
        assertThat(BARE.declared(value("{$ref: 'doors', $id: 7, $db: 'town'}"))).isEqualTo(value("7"));
        assertThat(DB_REFS.declared(value("7"))).isEqualTo(value("{$ref: 'houses', $id: 7}"));
    }
}
