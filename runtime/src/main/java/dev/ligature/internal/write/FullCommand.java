// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Chunks;
import java.util.function.Predicate;
import org.bson.BsonValue;

/** Takes ids, one after the other, and says when they fill a command. For one run. */
final class FullCommand implements Predicate<BsonValue> {
    /** The type of an element of an array and its place in it. */
    private static final int ELEMENT_BYTES = 8;

    private int bytes;

    @Override
    public boolean test(BsonValue id) {
        bytes += ELEMENT_BYTES + bytes(id);
        boolean full = bytes >= Chunks.ID_BYTES;
        if (full) {
            bytes = 0;
        }
        return full;
    }

    /** The number of bytes that a value takes, or a few more. */
    private static int bytes(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> 5 + 3 * value.asString().getValue().length();
            case BINARY -> 5 + value.asBinary().getData().length;
            case ARRAY ->
                5
                        + value.asArray().stream()
                                .mapToInt(each -> ELEMENT_BYTES + bytes(each))
                                .sum();
            case DOCUMENT ->
                5
                        + value.asDocument().entrySet().stream()
                                .mapToInt(field -> 2 + 3 * field.getKey().length() + bytes(field.getValue()))
                                .sum();
            default -> 16; // those that can be ids are no larger
        };
    }
}
