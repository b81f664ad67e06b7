// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

/**
 * A field of a stored document.
 *
 * @param name the stored name
 * @param member the Java name
 * @param isRequired whether a document without it cannot be read
 */
public record FieldSchema(String name, String member, TypeSchema type, boolean isRequired) {}
