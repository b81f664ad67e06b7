// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What a semi-join came to. */
public sealed interface Answer {
    /** The values for the near side's {@code $in}: an array, or the text that stands for it in a printed plan. */
    record Values(BsonValue in) implements Answer {}

    /** More values than the bound: a join on the near side takes over, with the far side's filter. */
    record Join(BsonDocument farFilter) implements Answer {}
}
