// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A house has one. */
@Document(collection = "doors")
public record Door(@Nullable ObjectId id, int height, int width) {}
