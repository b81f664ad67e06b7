// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.places.elsewhere;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A document of another package; public, so that others can link to it. */
@Document
public record Well(@Nullable ObjectId id, int depth) {}
