// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import java.util.Locale;

/** How the roots of a write are written, and linked documents that have an id. */
public enum WriteMode {
    /** Roots are inserted; linked documents saved. */
    INSERT,
    /** The declared fields of roots and linked documents are changed; documents that do not exist are inserted. */
    SAVE,
    /** Roots and linked documents are replaced; if one does not exist, that is an error. */
    REPLACE;

    /** The name of the method that the user calls. */
    public String operation() {
        return name().toLowerCase(Locale.ROOT);
    }
}
