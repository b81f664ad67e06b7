// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

/** Embedded. */
public record Place(String city) {}
