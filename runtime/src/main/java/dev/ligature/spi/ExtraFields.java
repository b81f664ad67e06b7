// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSource;

/**
 * What a codec does with a field that its document does not declare: it skips the field, or hands it to a query that
 * needs it.
 */
@FunctionalInterface
public interface ExtraFields {
    /** Skips every field. */
    ExtraFields SKIP = BsonSource::skip;

    /** Reads the value of a field and goes past it. */
    void read(BsonSource source);
}
