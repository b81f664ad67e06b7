// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

/** How much a system needs a package. */
public enum Priority {
    REQUIRED,
    IMPORTANT,
    STANDARD,
    OPTIONAL,
    EXTRA
}
