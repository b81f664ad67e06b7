// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

/** Checks sizes given to conditions. */
final class Sizes {
    private Sizes() {}

    static int notNegative(int size, Object place) {
        if (size < 0) {
            throw new IllegalArgumentException(place + ".size(" + size + "): a size must not be negative");
        }
        return size;
    }
}
