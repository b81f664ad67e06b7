// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.internal.predicate.Assignment;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.path.Update;
import java.util.List;

/** Checks and reads the arguments of update methods. */
final class Updates {
    private Updates() {}

    static List<Assignment> assignments(List<? extends Update<?>> updates) {
        if (updates.isEmpty()) {
            throw new IllegalArgumentException(
                    "update() without a change. Give at least one, as in name.set(\"Oak\").");
        }
        return updates.stream().map(PathAccess.DOOR.get()::assignment).toList();
    }
}
