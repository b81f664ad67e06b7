// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredForm.Kind;
import dev.ligature.internal.stored.StoredId;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stored links are as they are declared, which can be made so, and which are better left alone. */
class StoredFormTest {
    private static final StoredForm BARE = new StoredForm(Town.HOUSE.link("door"), "town");
    private static final StoredForm DB_REFS = new StoredForm(Town.HOUSE.link("neighbours"), "town");

    private static final List<BsonValue> IDS = List.of(value("1"), value("'a'"));

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

    @Test
    void readsTheIdOutOfEitherForm() {
        assertThat(StoredForm.bare(value("7"))).isEqualTo(value("7"));
        assertThat(StoredForm.bare(value("{$ref: 'x', $id: 7}"))).isEqualTo(value("7"));
        assertThat(StoredForm.bare(value("{$id: 7, $ref: 'x', $db: 'd'}"))).isEqualTo(value("7"));
        assertThat(StoredForm.bare(value("{a: 7}"))).isEqualTo(value("{a: 7}"));
        assertThat(StoredForm.bare(value("{$ref: 'x'}"))).isEqualTo(value("{$ref: 'x'}"));
        assertThat(StoredForm.bare(value("{}"))).isEqualTo(value("{}"));
    }

    @Test
    void knowsWhatAQueryWouldTakeForAnother() {
        assertThat(StoredForm.isQueryable(value("'a'"))).isTrue();
        assertThat(StoredForm.isQueryable(value("{a: 7}"))).isTrue();
        assertThat(StoredForm.isQueryable(value("{$ref: 'x'}"))).isFalse();
        assertThat(StoredForm.isQueryable(value("/a/"))).isFalse();
    }

    @Test
    void writesTheDeclaredForm() {
        assertThat(StoredForm.declared(Town.HOUSE.link("door"), IDS)).isEqualTo(value("[1, 'a']"));
        assertThat(StoredForm.declared(Town.HOUSE.link("neighbours"), IDS))
                .isEqualTo(value("[{$ref: 'houses', $id: 1}, {$ref: 'houses', $id: 'a'}]"));
    }

    @Test
    void looksForBothFormsWhicheverIsDeclared() {
        assertThat(StoredForm.inBothForms(Town.HOUSE.link("door"), IDS))
                .isEqualTo(value("[1, {$ref: 'doors', $id: 1}, {$ref: 'doors', $id: {$numberLong: '1'}},"
                        + " {$ref: 'doors', $id: 1.0}, {$ref: 'doors', $id: {$numberDecimal: '1'}},"
                        + " 'a', {$ref: 'doors', $id: 'a'}]"));
        assertThat(StoredForm.inBothForms(
                        Town.HOUSE.link("door"), List.of(value("1.5"), value("{$numberLong: '9007199254740993'}"))))
                .isEqualTo(value("[1.5, {$ref: 'doors', $id: 1.5}, {$numberLong: '9007199254740993'},"
                        + " {$ref: 'doors', $id: {$numberLong: '9007199254740993'}},"
                        + " {$ref: 'doors', $id: {$numberDecimal: '9007199254740993'}}]"));
        assertThat(StoredForm.dbRefPath(Town.HOUSE.link("neighbours"))).isEqualTo("n.$id");
    }

    @Test
    void knowsTheDbRefsThatEveryServerTakesForOne() {
        assertThat(StoredForm.isPlainDbRef(value("{$ref: 'x', $id: 7}"))).isTrue();
        assertThat(StoredForm.isPlainDbRef(value("{$id: 7, $ref: 'x', $db: 'd', more: 1}")))
                .isTrue();
        assertThat(StoredForm.isPlainDbRef(value("{$db: 'd', $ref: 'x', $id: 7}")))
                .isFalse();
        assertThat(StoredForm.isPlainDbRef(value("{$ref: 'x'}"))).isFalse();
        assertThat(StoredForm.isPlainDbRef(value("{$id: 7}"))).isFalse();
        assertThat(StoredForm.isPlainDbRef(value("7"))).isFalse();
    }

    @Test
    void showsTheFirstOfManyIds() {
        assertThat(StoredId.show(List.of(value("'a'")))).isEqualTo("a");
        assertThat(StoredId.show(List.of(value("{$oid: '65f0c0ffee0123456789abcd'}"), value("'a'"))))
                .isEqualTo("[65f0c0ffee0123456789abcd, a]");
        assertThat(StoredId.show(Collections.nCopies(11, value("'a'")))).isEqualTo("[a, a, a, a, a, a, a, a, a, a, …]");
    }

    @Test
    void decodesAsFarAsItIsAnId() {
        ObjectId id = new ObjectId();

        assertThat(StoredId.decoded(Town.DOOR, new BsonObjectId(id))).isEqualTo(id);
        assertThat(StoredId.decoded(Town.DOOR, value("7"))).isEqualTo(value("7"));
    }
}
