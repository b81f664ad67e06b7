// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

/** Stored as a number of cents. */
record Money(long cents) {
    static Money of(long euros) {
        return new Money(100 * euros);
    }
}
