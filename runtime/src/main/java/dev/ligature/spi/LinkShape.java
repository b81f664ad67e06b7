// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

/** How many documents a link or a back link holds, and whether it may hold none. */
public enum LinkShape {
    ONE(false, false),
    OPTIONAL(false, true),
    LIST(true, false),
    OPTIONAL_LIST(true, true);

    private final boolean list;
    private final boolean optional;

    LinkShape(boolean list, boolean optional) {
        this.list = list;
        this.optional = optional;
    }

    public boolean isList() {
        return list;
    }

    public boolean isOptional() {
        return optional;
    }
}
