// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

/** How many documents a link holds; the constants are named as those of the runtime's {@code LinkShape}. */
public enum LinkShape {
    ONE,
    OPTIONAL,
    LIST,
    OPTIONAL_LIST;

    public static LinkShape of(boolean isList, boolean isOptional) {
        return isList ? (isOptional ? OPTIONAL_LIST : LIST) : isOptional ? OPTIONAL : ONE;
    }

    public boolean isList() {
        return this == LIST || this == OPTIONAL_LIST;
    }

    public boolean isOptional() {
        return this == OPTIONAL || this == OPTIONAL_LIST;
    }
}
