// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

/**
 * The id of a link that is not stored in the form that the link declares. A join by the declared form does not find its
 * target.
 */
public record UndeclaredForm(Object id) {
    /** The id, in whichever form it is stored. */
    public static Object idOf(Object stored) {
        return stored instanceof UndeclaredForm other ? other.id : stored;
    }
}
