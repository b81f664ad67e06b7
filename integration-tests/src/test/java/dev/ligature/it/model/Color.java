// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

/** Stored by name, whatever {@code toString} says. */
public enum Color {
    RED,
    GREEN,
    BLUE;

    @Override
    public String toString() {
        return "a color";
    }
}
