// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.it.model.Color;
import dev.ligature.it.model.Specimen;
import dev.ligature.it.model.SpecimenClass;
import dev.ligature.it.model.SpecimenClassRepository;
import dev.ligature.it.model.SpecimenRepository;
import dev.ligature.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values: what is stored for each type, and what is read back, also from documents that others wrote. */
class ValuesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final ObjectId ID = new ObjectId("65f0c0ffee0123456789abcd");
    private static final BsonDocument ANY = new BsonDocument();

    private static final String STORED_SPECIMEN = """
            {
              "_id": {"$oid": "65f0c0ffee0123456789abcd"},
              "flag": false,
              "tiny": -128,
              "small": 32767,
              "whole": -2147483648,
              "big": {"$numberLong": "9223372036854775807"},
              "single": 0.5,
              "real": 1e300,
              "letter": "ß",
              "boxedFlag": true,
              "boxedTiny": 127,
              "boxedSmall": -32768,
              "boxedWhole": 2147483647,
              "boxedBig": {"$numberLong": "7"},
              "boxedSingle": -0.25,
              "boxedReal": {"$numberDouble": "-Infinity"},
              "boxedLetter": "'",
              "text": "gr\u00fcn \uD83C\uDF33 \\u0000 \\"",
              "color": "GREEN",
              "reference": {"$oid": "65f0c0ffee0123456789abce"},
              "uuid": {"$binary": {"base64": "ABEiM0RVZneImaq7zN3u/w==", "subType": "04"}},
              "decimal": {"$numberDecimal": "-12.3400"},
              "instant": {"$date": "2024-02-29T12:30:15.123Z"},
              "date": {"$date": "1969-12-31T00:00:00Z"},
              "dateTime": {"$date": "2024-02-29T23:59:59.999Z"},
              "offsetDateTime": {"at": {"$date": "2024-02-29T20:30:15.123Z"}, "offset": 12600},
              "duration": {"$numberLong": "-90000000001"},
              "bytes": {"$binary": {"base64": "AP9/", "subType": "00"}},
              "bson": {"any": [1, null, {"thing": true}]},
              "document": {"a": 1, "b": {"c": ["d"]}}
            }
            """;

    private final Houses db = new Houses(DATABASE.database());
    private final SpecimenRepository specimens = new SpecimenRepository(DATABASE.database());
    private final SpecimenClassRepository classes = new SpecimenClassRepository(DATABASE.database());

    private static Specimen specimen() {
        return new Specimen(
                ID,
                false,
                Byte.MIN_VALUE,
                Short.MAX_VALUE,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                0.5f,
                1e300,
                'ß',
                true,
                Byte.MAX_VALUE,
                Short.MIN_VALUE,
                Integer.MAX_VALUE,
                7L,
                -0.25f,
                Double.NEGATIVE_INFINITY,
                '\'',
                "gr\u00fcn \uD83C\uDF33 \0 \"",
                Color.GREEN,
                new ObjectId("65f0c0ffee0123456789abce"),
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                new BigDecimal("-12.3400"),
                Instant.parse("2024-02-29T12:30:15.123Z"),
                LocalDate.parse("1969-12-31"),
                LocalDateTime.parse("2024-02-29T23:59:59.999"),
                OffsetDateTime.parse("2024-03-01T00:00:15.123+03:30"),
                Duration.ofSeconds(-90, -1),
                new byte[] {0, -1, 127},
                BsonDocument.parse("{any: [1, null, {thing: true}]}"),
                new org.bson.Document("a", 1).append("b", new org.bson.Document("c", List.of("d"))));
    }

    @Test
    void storesEveryTypeOfARecordAndReadsItBack() {
        get(specimens.insert(specimen()));

        assertThat(db.stored("specimens", ANY)).isEqualTo(BsonDocument.parse(STORED_SPECIMEN));
        assertThat(get(specimens.findById(ID))).usingRecursiveComparison().isEqualTo(specimen());
    }

    @Test
    void storesEveryTypeOfAClassAsThatOfARecord() {
        db.store("specimens", STORED_SPECIMEN);

        SpecimenClass read = get(classes.findById(ID));
        assertThat(read).usingRecursiveComparison().isEqualTo(specimen());
        assertThat(read.getText()).isEqualTo(specimen().text());

        get(specimens.deleteById(ID));
        get(classes.insert(read));
        assertThat(db.stored("specimens", ANY)).isEqualTo(BsonDocument.parse(STORED_SPECIMEN));
    }

    @Test
    void storesMembersInTheOrderOfTheirDeclarationInheritedOnesFirst() {
        get(classes.insert(new SpecimenClass()));

        assertThat(db.stored("specimens", ANY).keySet())
                .containsExactlyElementsOf(BsonDocument.parse(STORED_SPECIMEN).keySet());
    }

    @Test
    void cutsTimesAtTheMillisecond() {
        SpecimenClass fine = new SpecimenClass();
        fine.instant = Instant.parse("1969-12-31T23:59:59.999999999Z");
        fine.dateTime = LocalDateTime.parse("2024-02-29T23:59:59.999999999");
        fine.offsetDateTime = OffsetDateTime.parse("2024-02-29T23:59:59.999999999-18:00");

        SpecimenClass read = get(classes.insert(fine).then(classes.find().one()));

        assertThat(read.instant).isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
        assertThat(read.dateTime).isEqualTo(LocalDateTime.parse("2024-02-29T23:59:59.999"));
        assertThat(read.offsetDateTime).isEqualTo(OffsetDateTime.parse("2024-02-29T23:59:59.999-18:00"));
    }

    @Test
    void keepsTheDefaultsOfAClassForMissingFields() {
        db.store("specimens", "{_id: {$oid: \"65f0c0ffee0123456789abcd\"}}");

        SpecimenClass read = get(classes.findById(ID));

        assertThat(read.flag).isTrue();
        assertThat(read.tiny).isEqualTo((byte) 1);
        assertThat(read.whole).isEqualTo(3);
        assertThat(read.letter).isEqualTo('7');
        assertThat(read.getText()).isEqualTo("untitled");
        assertThat(read.boxedWhole).isNull();
    }

    @Test
    void readsAndStoresExplicitNullsOfAClassOverItsDefaults() {
        db.store("specimens", "{_id: {$oid: \"65f0c0ffee0123456789abcd\"}, text: null, boxedWhole: null}");

        SpecimenClass read = get(classes.findById(ID));
        assertThat(read.getText()).isNull();
        assertThat(read.boxedWhole).isNull();

        get(classes.save(read));
        assertThat(db.stored("specimens", ANY).isNull("text")).isTrue();
        assertThat(get(classes.findById(ID)).getText()).isNull();
    }

    /**
     * A number of another type that holds exactly what the member can hold.
     *
     * @param field the stored field
     */
    record Widened(String field, Function<SpecimenClass, @Nullable Object> member, Object value) {
        @Override
        public String toString() {
            return field;
        }
    }

    static Stream<Widened> widened() {
        return Stream.of(
                new Widened("tiny: {$numberLong: '-7'}", s -> s.tiny, (byte) -7),
                new Widened("small: 7.0", s -> s.small, (short) 7),
                new Widened("whole: 7.0", s -> s.whole, 7),
                new Widened("whole: {$numberLong: '7'}", s -> s.whole, 7),
                new Widened("whole: {$numberDecimal: '7.00'}", s -> s.whole, 7),
                new Widened("boxedWhole: 7.0", s -> s.boxedWhole, 7),
                new Widened("big: 7", s -> s.big, 7L),
                new Widened("big: 7.0", s -> s.big, 7L),
                new Widened("boxedBig: {$numberDecimal: '9223372036854775807'}", s -> s.boxedBig, Long.MAX_VALUE),
                new Widened("real: 7", s -> s.real, 7.0),
                new Widened("real: {$numberLong: '9007199254740992'}", s -> s.real, 0x1p53),
                new Widened("real: {$numberDecimal: '0.5'}", s -> s.real, 0.5),
                new Widened("boxedReal: 7", s -> s.boxedReal, 7.0),
                new Widened("single: 7", s -> s.single, 7f),
                new Widened("decimal: 7", s -> s.decimal, new BigDecimal("7")),
                new Widened("decimal: {$numberLong: '7'}", s -> s.decimal, new BigDecimal("7")),
                new Widened("decimal: 0.1", s -> s.decimal, new BigDecimal("0.1")),
                new Widened("duration: 1000", s -> s.duration, Duration.ofNanos(1000)));
    }

    @ParameterizedTest
    @MethodSource("widened")
    void readsNumbersOfOtherTypesThatAreExact(Widened widened) {
        db.store("specimens", "{_id: {$oid: '65f0c0ffee0123456789abcd'}, " + widened.field + "}");

        assertThat(widened.member.apply(get(classes.findById(ID)))).isEqualTo(widened.value);
    }

    static Stream<Arguments> unfitValues() {
        return Stream.of(
                Arguments.of("flag: 1", "\"flag\": expected a boolean, found INT32"),
                Arguments.of("flag: null", "\"flag\": expected a boolean, found NULL"),
                Arguments.of("tiny: 300", "\"tiny\": expected an integer from -128 to 127, found 300"),
                Arguments.of("whole: 3.5", "\"whole\": expected an integer, found 3.5"),
                Arguments.of("whole: {$numberDecimal: '3.5'}", "\"whole\": expected an integer, found 3.5"),
                Arguments.of("whole: {$numberDecimal: 'NaN'}", "\"whole\": expected an integer, found NaN"),
                Arguments.of(
                        "whole: {$numberLong: '2147483648'}",
                        "\"whole\": expected an integer from -2147483648 to 2147483647, found 2147483648"),
                Arguments.of("whole: null", "\"whole\": expected an integer, found NULL"),
                Arguments.of("big: '7'", "\"big\": expected an integer, found STRING"),
                Arguments.of("big: 9223372036854775808.0", "\"big\": expected an integer, found 9.223372036854776E18"),
                Arguments.of(
                        "real: {$numberLong: '9223372036854775807'}",
                        "\"real\": expected a number that a double holds exactly, found 9223372036854775807"),
                Arguments.of("real: '7'", "\"real\": expected a number, found STRING"),
                Arguments.of("letter: 'ab'", "\"letter\": expected a string of one character, found \"ab\""),
                Arguments.of("text: 5", "\"text\": expected a string, found INT32"),
                Arguments.of("color: 'PINK'", "\"color\": expected one of [RED, GREEN, BLUE], found \"PINK\""),
                Arguments.of("reference: 'x'", "\"reference\": expected an ObjectId, found STRING"),
                Arguments.of(
                        "uuid: {$binary: {base64: 'ABEiM0RVZneImaq7zN3u/w==', subType: '03'}}",
                        "\"uuid\": expected a UUID (binary of subtype 4), found BINARY"),
                Arguments.of("decimal: '1.5'", "\"decimal\": expected a decimal number, found STRING"),
                Arguments.of("decimal: {$numberDouble: 'NaN'}", "\"decimal\": expected a decimal number, found NaN"),
                Arguments.of(
                        "decimal: {$numberDecimal: 'Infinity'}",
                        "\"decimal\": expected a decimal number, found Infinity"),
                Arguments.of("instant: {$numberLong: '7'}", "\"instant\": expected a date, found INT64"),
                Arguments.of("date: '2024-02-29'", "\"date\": expected a date, found STRING"),
                Arguments.of("dateTime: 0", "\"dateTime\": expected a date, found INT32"),
                Arguments.of(
                        "offsetDateTime: {$date: '2024-02-29T00:00:00Z'}",
                        "\"offsetDateTime\": expected a document {at, offset}, found DATE_TIME"),
                Arguments.of("duration: 'PT1S'", "\"duration\": expected an integer, found STRING"),
                Arguments.of("bytes: [1, 2]", "\"bytes\": expected binary data, found ARRAY"));
    }

    @ParameterizedTest
    @MethodSource("unfitValues")
    void namesTheFieldWithTheExpectedAndTheFoundType(String field, String problem) {
        db.store("specimens", "{_id: {$oid: '65f0c0ffee0123456789abcd'}, " + field + "}");

        assertThatThrownBy(() -> get(classes.findById(ID)))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageStartingWith("SpecimenClass 65f0c0ffee0123456789abcd in \"specimens\", field " + problem);
    }

    @Test
    void saysSoWhereTheIdItselfDoesNotFit() {
        db.store("specimens", "{_id: 'x'}");

        assertThatThrownBy(() -> list(classes.findAll()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessage(
                        "SpecimenClass (its _id was not read) in \"specimens\", field \"_id\": expected an ObjectId,"
                                + " found STRING. Stored is {\"_id\": \"x\"}.");
    }
}
