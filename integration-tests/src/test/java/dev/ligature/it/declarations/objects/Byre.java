// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record that looks at its components, and has another constructor. */
@Document
record Byre(@Nullable ObjectId id, String name, List<String> cows) {
    Byre {
        name = name.strip();
        cows = List.copyOf(cows);
    }

    Byre(String name) {
        this(null, name, List.of());
    }
}
