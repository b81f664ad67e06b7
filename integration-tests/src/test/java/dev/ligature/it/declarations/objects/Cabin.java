// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with fields. */
@Document
class Cabin {
    @Nullable
    ObjectId id;

    String name = "";
    int doors = 2;
}
