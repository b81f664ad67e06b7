// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.internal.Door;
import dev.ligature.spi.Location;

/** The way from the values that users make with paths to what they mean. */
public interface PathAccess {
    Door<PathAccess> DOOR = new Door<>("dev.ligature.path.Condition");

    /** Of a {@code Condition}. */
    Predicate predicate(Object condition);

    /** Of a {@code Sort}. */
    Order order(Object sort);

    /** Of an {@code Update}. */
    Assignment assignment(Object update);

    /** Of a {@code Path}. */
    Location<?> location(Object path);
}
