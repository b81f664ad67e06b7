// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.Locale;

/** Names with their first letter in the other case. */
public final class Capitals {
    private Capitals() {}

    public static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
