// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.DocumentWriteException;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import org.jspecify.annotations.Nullable;

/** What generated codecs of documents and of embedded values have in common: the checks of their members. */
abstract class StructureCodec {
    /** A member that must be there. */
    protected static <M> M required(@Nullable M value, String field) {
        if (value == null) {
            throw ReadFailure.missing(field);
        }
        return value;
    }

    /** Checks that a primitive member was there. */
    protected static void requireFound(boolean found, String field) {
        if (!found) {
            throw ReadFailure.missing(field);
        }
    }

    /**
     * Checks that primitive members were there.
     *
     * @param first the place of the field whose bit is the lowest one
     * @param found a bit for each field that was there
     * @param required a bit for each field that must be there
     */
    protected static void requireFound(FieldNames fields, int first, long found, long required) {
        long missing = required & ~found;
        if (missing != 0) {
            throw ReadFailure.missing(
                    fields.name(first + Long.numberOfTrailingZeros(missing)).toString());
        }
    }

    /** A member about to be written that must not be null. */
    protected final <M> M present(@Nullable M value, String member) {
        if (value == null) {
            throw new DocumentWriteException(
                    typeName() + "." + member + " is null. Give it a value, or declare it Optional or @Nullable.");
        }
        return value;
    }

    /** The simple name of the document or of the value, for messages. */
    abstract String typeName();
}
