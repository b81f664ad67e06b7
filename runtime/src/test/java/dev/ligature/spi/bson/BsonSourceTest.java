// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDbPointer;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BsonSourceTest {
    private static final String EVERY_TYPE =
            "{double: 1.5, string: 'text', document: {a: {b: 1}}, array: [1, [2], {c: 3}],"
                    + " binary: {$binary: {base64: 'AQID', subType: '00'}}, undefined: {$undefined: true},"
                    + " objectId: {$oid: '65f0c0ffee0123456789abcd'}, boolean: true, date: {$date: '2024-02-29T00:00:00Z'},"
                    + " null: null, regex: {$regularExpression: {pattern: 'a.*', options: 'i'}},"
                    + " code: {$code: 'f()'}, symbol: {$symbol: 's'}, scoped: {$code: 'f()', $scope: {x: {y: 1}}}, int: 7,"
                    + " timestamp: {$timestamp: {t: 1, i: 2}}, long: {$numberLong: '8'}, decimal: {$numberDecimal: '1.5'},"
                    + " min: {$minKey: 1}, max: {$maxKey: 1}}";

    private static BsonDocument ofEveryType() {
        return BsonDocument.parse(EVERY_TYPE)
                .append("pointer", new BsonDbPointer("houses", new ObjectId("65f0c0ffee0123456789abcd")));
    }

    private static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    private static BsonSource open(byte[] bytes) {
        BsonSource source = BsonSource.of(bytes);
        source.startDocument();
        return source;
    }

    private static BsonSource open(String json) {
        return open(bytes(BsonDocument.parse(json)));
    }

    @Test
    void goesPastValuesOfEveryType() {
        BsonDocument document = ofEveryType();
        BsonSource source = open(bytes(document));
        List<String> names = new ArrayList<>();

        while (source.advance()) {
            names.add(source.name());
            source.skip();
        }

        assertThat(names).containsExactlyElementsOf(document.keySet());
        assertThat(source.position()).isEqualTo(source.length());
    }

    @Test
    void givesValuesOfEveryTypeToReadersOfTheDriver() {
        BsonDocument document = ofEveryType();
        BsonSource source = open(bytes(document));

        while (source.advance()) {
            BsonReader reader = source.reader();
            assertThat(reader.getCurrentName()).isEqualTo(source.name());
            BsonValue value =
                    new BsonValueCodec().decode(reader, DecoderContext.builder().build());
            assertThat(value).isEqualTo(document.get(source.name()));
        }

        assertThat(source.position()).isEqualTo(source.length());
    }

    @Test
    void readsTheBytesOfAnOldBinary() {
        BsonSource source = open("{a: {$binary: {base64: 'AQID', subType: '02'}}}");
        source.advance();

        assertThat(source.readBinary()).containsExactly(1, 2, 3);
        assertThat(source.advance()).isFalse();
    }

    @Test
    void findsAStringBehindOtherFieldsAndStaysAtItsDocument() {
        BsonSource source = BsonSource.of(bytes(BsonDocument.parse("{a: {kind: 'inner'}, kind: 'outer', b: 1}")));

        assertThat(source.peekString(FieldNames.of("kind"))).isEqualTo("outer");
        assertThat(source.peekString(FieldNames.of("sort"))).isNull();
        source.startDocument();
        assertThat(source.advance()).isTrue();
        assertThat(source.peekString(FieldNames.of("kind"))).isEqualTo("inner");
        source.skip();
        assertThat(source.advance()).isTrue();
        assertThat(source.readString()).isEqualTo("outer");
    }

    @Test
    void knowsThePathOfWhatItReads() {
        BsonSource source = open("{a: 1, b: [{c: 2}, {d: 3, e: [[], [4, 5]]}]}");
        List<String> paths = new ArrayList<>();

        while (true) {
            if (!source.advance()) {
                paths.add("end of " + source.path(0));
                if (source.depth() == 0) {
                    break;
                }
                continue;
            }
            paths.add(source.path(0));
            if (source.type() == BsonTypes.INT32) {
                source.readInt32();
            } else {
                source.startDocument();
            }
        }

        assertThat(paths)
                .containsExactly(
                        "a",
                        "b",
                        "b[0]",
                        "b[0].c",
                        "end of b[0]",
                        "b[1]",
                        "b[1].d",
                        "b[1].e",
                        "b[1].e[0]",
                        "end of b[1].e[0]",
                        "b[1].e[1]",
                        "b[1].e[1][0]",
                        "b[1].e[1][1]",
                        "end of b[1].e[1]",
                        "end of b[1].e",
                        "end of b[1]",
                        "end of b",
                        "end of ");
    }

    /** Bytes, in hex, that are not BSON, and what is said of them. */
    static Stream<String> damaged() {
        return Stream.of(
                "",
                "05",
                "04000000",
                "0400000000",
                "ff0000000000",
                "ffffff7f00",
                "ffffffff00",
                "0500000001", // no zero at the end
                "0700000010 61 00", // the name goes on to the end
                "0600000010 00", // a name without an end
                "0b00000010 6100 010000 00", // a value that is too short
                "0d00000010 6100 01000000 00 00", // a zero in front of the end
                "09000000 10 6100 01 00",
                "0e00000002 6100 03000000 6161 00", // no zero at the end of a string
                "0d00000002 6100 00000000 00 00", // a string of no bytes
                "0d00000002 6100 ffffffff 00 00",
                "0d00000002 6100 ffffff7f 00 00",
                "0d00000005 6100 ffffffff 00 00", // binary data of less than no bytes
                "0d00000005 6100 02000000 00 00",
                "0d00000003 6100 04000000 00 00", // a document that is too short
                "0e00000003 6100 06000000 0000 00",
                "0d00000003 6100 06000000 00 00", // one that ends behind the one around it
                "0900000008 6100 02 00", // neither true nor false
                "0a00000030 6100 00 00", // an unknown type
                "0900000000 6100 00" // and no type
                );
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void refusesWhatIsNotBson(String hex) {
        byte[] bytes = parse(hex);

        assertThatThrownBy(() -> walk(open(bytes)))
                .isInstanceOf(ReadFailure.class)
                .hasMessageStartingWith("not BSON: found ");
    }

    private static byte[] parse(String hex) {
        String digits = hex.replace(" ", "");
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static void walk(BsonSource source) {
        while (source.advance()) {
            if (source.type() == BsonTypes.BOOLEAN) {
                source.readBoolean();
            } else if (source.type() == BsonTypes.DOCUMENT) {
                source.startDocument();
                walk(source);
            } else {
                source.skip();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c328", "e28228", "f0288cbc", "eda080", "ff", "61c0af"})
    void refusesTextThatIsNotUtf8(String hex) {
        byte[] text = parse(hex);
        byte[] bytes = ByteBuffer.allocate(4 + 3 + 4 + text.length + 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4 + 3 + 4 + text.length + 2)
                .put(new byte[] {2, 'a', 0})
                .putInt(text.length + 1)
                .put(text)
                .array();
        BsonSource source = open(bytes);
        source.advance();

        assertThatThrownBy(source::readString)
                .isInstanceOf(ReadFailure.class)
                .hasMessage("not BSON: found text that is not UTF-8");
    }

    /** The zero of the document would be that of the name. */
    @ParameterizedTest
    @ValueSource(strings = {"07000000 10 6e 00", "07000000 0a 6e 00"})
    void refusesAKnownNameThatEndsWithItsDocument(String hex) {
        FieldNames names = FieldNames.of("n");
        BsonSource source = open(parse(hex));

        assertThatThrownBy(() -> {
                    int place = names.next(source, FieldNames.START);
                    source.skip();
                    names.next(source, place);
                })
                .isInstanceOf(ReadFailure.class)
                .hasMessageStartingWith("not BSON: found ");
    }

    @Test
    void readsObjectIds() {
        BsonSource source = open("{a: {$oid: '65f0c0ffee0123456789abcd'}, b: {$oid: 'ffffffffffffffffffffffff'}}");
        source.advance();
        assertThat(source.readObjectId()).isEqualTo(new ObjectId("65f0c0ffee0123456789abcd"));
        source.advance();
        assertThat(source.readObjectId()).isEqualTo(new ObjectId("ffffffffffffffffffffffff"));
    }
}
