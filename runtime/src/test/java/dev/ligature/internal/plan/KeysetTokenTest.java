// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import static dev.ligature.internal.plan.Types.DOOR;
import static dev.ligature.internal.plan.Types.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidPageTokenException;
import dev.ligature.internal.predicate.Order;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: what goes in comes out; what nobody put in is refused. */
class KeysetTokenTest {
    private static final Keyset BY_NAME = Keyset.of(HOUSE, List.of(new Order(List.of(), "name", false, false)));
    private static final List<BsonValue> PLACE = List.of(new BsonString("Oak"), new BsonInt32(7));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'é\\u0000\\ud83d\\ude00'",
                "''",
                "null",
                "true",
                "2147483647",
                "{$numberLong: '-1'}",
                "{$numberDouble: 'NaN'}",
                "{$numberDouble: '-0.0'}",
                "{$numberDecimal: '1.10'}",
                "{$oid: '665000000000000000000001'}",
                "{$uuid: '665f0000-0000-4000-8000-000000000001'}",
                "{$binary: {base64: '', subType: '00'}}",
                "{$date: '1969-01-01T00:00:00.001Z'}",
                "{$timestamp: {t: 4294967295, i: 1}}",
                "{shelf: 'a', rows: [1, {deep: [[null]]}]}"
            })
    void keepsValuesOfEveryTypeThatOrders(String json) {
        BsonValue value = BsonDocument.parse("{value: " + json + "}").get("value");
        BsonValue id = value.isNull() ? new BsonInt32(1) : value;

        String token = KeysetToken.encode(BY_NAME, List.of(value, id));

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(KeysetToken.decode(BY_NAME, token)).containsExactly(value, id);
    }

    @Test
    void isOfOneDocumentAndSort() {
        String token = KeysetToken.encode(BY_NAME, PLACE);

        refused(Keyset.of(DOOR, BY_NAME.orders()), token, "another document than Types.Door");
        for (List<Order> sort : List.of(
                List.<Order>of(),
                List.of(new Order(List.of(), "name", false, true)),
                List.of(new Order(List.of(), "names", false, false)),
                List.of(new Order(List.of(), "name", false, false), new Order(List.of(), "_id", false, true)))) {
            refused(Keyset.of(HOUSE, sort), token, "House: the page token belongs to another sort than ");
        }
    }

    @Test
    void isOfOneVersion() {
        byte[] bytes = Base64.getUrlDecoder().decode(KeysetToken.encode(BY_NAME, PLACE));
        bytes[0] = 2;

        refused(BY_NAME, text(bytes), "the page token has version 2, not 1");
    }

    @Test
    void isMalformedWhenCutOrContinuedAnywhere() {
        byte[] bytes = Base64.getUrlDecoder().decode(KeysetToken.encode(BY_NAME, PLACE));

        for (int length = 0; length < bytes.length; length++) {
            refused(BY_NAME, text(Arrays.copyOf(bytes, length)), "malformed");
        }
        refused(BY_NAME, text(Arrays.copyOf(bytes, bytes.length + 1)), "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "=", "not base64!", "AQ==AQ", "ünïcode", "{\"name\": 1}", "AQAAAAAA"})
    void isMalformedWhenItIsNoToken(String token) {
        refused(BY_NAME, token, "malformed");
    }

    @Test
    void neitherFailsOtherwiseNorReadsTooMuchWhateverIsChanged() {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(KeysetToken.encode(
                        BY_NAME,
                        List.of(BsonDocument.parse("{a: [1, 'x', null], b: {c: 1.5}}"), new BsonBinary(new byte[8]))));
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = bytes.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                changed[9 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt();
            }
            try {
                assertThat(KeysetToken.decode(BY_NAME, text(changed)))
                        .hasSize(2)
                        .noneMatch(BsonValue::isArray);
            } catch (InvalidPageTokenException e) {
                assertThat(e).hasMessageContaining("malformed");
            }
        }
    }

    @Test
    void refusesBinaryDataThatIsLongerThanTheToken() {
        byte[] bson = KeysetValues.write(List.of(new BsonInt32(1), new BsonBinary(new byte[8])));
        int length = bson.length - 1 - 8 - 1 - 4; // the end, the bytes, the subtype, the length
        ByteBuffer.wrap(bson).order(ByteOrder.LITTLE_ENDIAN).putInt(length, Integer.MAX_VALUE);

        refused(BY_NAME, forged(bson), "malformed");
    }

    @Test
    void refusesDocumentsNestedWithoutEnd() {
        BsonDocument deep = new BsonDocument();
        for (int depth = 0; depth < 500; depth++) {
            deep = new BsonDocument("a", deep);
        }

        refused(BY_NAME, forged(KeysetValues.write(List.of(deep, new BsonInt32(1)))), "malformed");
    }

    @Test
    void refusesForgedValuesThatAreNone() {
        BsonInt32 id = new BsonInt32(1);
        for (List<BsonValue> values : List.of(
                List.<BsonValue>of(),
                List.<BsonValue>of(id),
                List.<BsonValue>of(id, id, id),
                List.of(id, BsonNull.VALUE),
                List.of(new BsonArray(List.of(id)), id),
                List.of(new BsonRegularExpression(".*"), id),
                List.of(new BsonDocument("a", new BsonRegularExpression(".*")), id))) {
            refused(BY_NAME, forged(KeysetValues.write(values)), "malformed");
        }
    }

    /** A token that holds what the pager would never put into one. */
    private static String forged(byte[] bson) {
        byte[] token = Base64.getUrlDecoder().decode(KeysetToken.encode(BY_NAME, PLACE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(token, 0, 9);
        bytes.writeBytes(bson);
        return text(bytes.toByteArray());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void refused(Keyset keyset, String token, String text) {
        assertThatThrownBy(() -> KeysetToken.decode(keyset, token))
                .isExactlyInstanceOf(InvalidPageTokenException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("first page");
    }
}
