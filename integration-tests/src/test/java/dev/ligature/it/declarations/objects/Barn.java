// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record. */
@Document
record Barn(@Nullable ObjectId id, String name, int doors, List<String> animals, Optional<String> note) {}
