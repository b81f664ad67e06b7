// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.places;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.it.declarations.places.elsewhere.Well;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A package-private document with a link to one of another package. */
@Document
record Hut(@Nullable ObjectId id, String name, @Link Ref<Well> well) {}
