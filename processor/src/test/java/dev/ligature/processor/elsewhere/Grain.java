// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

/** Stored by a converter. */
public record Grain(String kind) {}
