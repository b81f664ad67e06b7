// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.InvalidPageTokenException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The place where a page ends, as text: URL-safe base64 without padding of a version, two checks and the values of the
 * sort keys as BSON. The checks, of the collection and of the sort, recognise tokens that were sent to the wrong query;
 * they do not prevent forgeries.
 */
public final class KeysetToken {
    private static final byte VERSION = 1;
    private static final int HEADER = 1 + 2 * Integer.BYTES;
    private static final String START_OVER = " Start again with the first page.";

    private KeysetToken() {}

    /** The token of the page after a document. */
    public static String encode(Keyset keyset, List<BsonValue> values) {
        byte[] bson = KeysetValues.write(values);
        byte[] bytes = ByteBuffer.allocate(HEADER + bson.length)
                .put(VERSION)
                .putInt(documentCheck(keyset))
                .putInt(sortCheck(keyset))
                .put(bson)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The values in a token, one for each key.
     *
     * @throws InvalidPageTokenException if it does not belong to this document and sort
     */
    public static List<BsonValue> decode(Keyset keyset, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw malformed(keyset, e);
        }
        if (bytes.length <= HEADER) {
            throw malformed(keyset, null);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        byte version = header.get();
        if (version != VERSION) {
            throw new InvalidPageTokenException(
                    keyset.type() + ": the page token has version " + (version & 0xff) + ", not " + VERSION
                            + ": it comes from another release, or is not a page token at all." + START_OVER);
        }
        if (header.getInt() != documentCheck(keyset)) {
            throw new InvalidPageTokenException("The page token belongs to another document than " + keyset.type()
                    + ". Use it with the query that it comes from, or start again with the first page.");
        }
        if (header.getInt() != sortCheck(keyset)) {
            throw new InvalidPageTokenException(
                    keyset.type() + ": the page token belongs to another sort than " + keyset
                            + ". A token belongs to one sort, including its directions: sort the same way, or start again"
                            + " with the first page.");
        }
        return values(keyset, Arrays.copyOfRange(bytes, HEADER, bytes.length));
    }

    private static List<BsonValue> values(Keyset keyset, byte[] bson) {
        List<BsonValue> values;
        try {
            values = KeysetValues.read(bson);
        } catch (RuntimeException e) { // the driver's readers raise several
            throw malformed(keyset, e);
        }
        int last = keyset.keys().size() - 1;
        if (values.size() != last + 1
                || values.stream().anyMatch(BsonValue::isArray)
                || values.get(last).isNull()) { // no document is without id
            throw malformed(keyset, null);
        }
        return values;
    }

    private static InvalidPageTokenException malformed(Keyset keyset, @Nullable Throwable cause) {
        return new InvalidPageTokenException(
                keyset.type()
                        + ": the page token is malformed. Pass exactly what next() of a page has returned,"
                        + " or start again with the first page.",
                cause);
    }

    private static int documentCheck(Keyset keyset) {
        return check(keyset.type().collection());
    }

    private static int sortCheck(Keyset keyset) {
        return check(keyset.toString());
    }

    private static int check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
