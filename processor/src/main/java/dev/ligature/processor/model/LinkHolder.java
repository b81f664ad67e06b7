// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

/**
 * What a way to a link within embedded values leads through; the constants are named as those of the runtime's {@code
 * LinkHolder}.
 */
public enum LinkHolder {
    SINGLE,
    LISTED,
    MAPPED;

    /** The one that says most about a way through both. */
    public LinkHolder and(LinkHolder other) {
        return compareTo(other) > 0 ? this : other;
    }
}
