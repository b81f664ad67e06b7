// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

/** A superclass whose member code in another package cannot reach. */
public abstract class Protected {
    protected String inherited;

    /** For subclasses. */
    protected Protected() {}
}
