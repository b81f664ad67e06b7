// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

/** Which operators the path of a scalar offers. */
public enum PathKind {
    STRING,
    NUMBER,
    TEMPORAL,
    COMPARABLE,
    FIELD
}
