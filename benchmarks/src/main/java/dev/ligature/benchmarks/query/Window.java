// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A house has ten, or a hundred where houses are written. */
@Document(collection = "windows")
public record Window(@Nullable ObjectId id, int width, int height, boolean tinted) {}
