// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;

/** A record with an id of several members. */
@Document(collection = "slots")
public record Slot(Place id, int load) {
    /** Where a slot is. */
    public record Place(String shelf, int row) {}
}
