// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/** What a repair does with dangling links. */
public enum RepairRule {
    /**
     * Removes their ids: from a list, whose other entries stay as they are, or from a link to one document, which then
     * holds nothing.
     */
    PULL,

    /** Removes the members that hold them, a list with all its entries. Only for optional links. */
    UNSET
}
