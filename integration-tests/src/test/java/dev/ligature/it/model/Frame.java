// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record at the end of a chain of links. */
@Document(collection = "frames")
public record Frame(@Nullable ObjectId id, String color) {}
