// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

/**
 * How generated code reaches a member of an object: a field, or a method that gets or sets it.
 *
 * @param name the field's or the method's name
 * @param isMethod whether it is a method
 */
public record Accessor(String name, boolean isMethod) {
    public static Accessor field(String name) {
        return new Accessor(name, false);
    }

    public static Accessor method(String name) {
        return new Accessor(name, true);
    }
}
