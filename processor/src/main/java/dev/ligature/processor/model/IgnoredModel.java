// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

/** A member that is not stored, but for which the constructor needs a value. */
public record IgnoredModel(Property property) implements MemberModel {}
