// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.NameAllocator;

/** The names that are taken in one place of generated code. */
public final class TakenNames {
    private final NameAllocator allocator;

    public TakenNames() {
        this(new NameAllocator());
    }

    private TakenNames(NameAllocator allocator) {
        this.allocator = allocator;
    }

    /** Takes a name: the suggested one, or, if that is taken or is no identifier, one like it. */
    public String newName(String suggestion) {
        return allocator.newName(suggestion, new Object()); // the allocator makes a random tag if it is given none
    }

    /** The same names, to which others are added independently. */
    public TakenNames copy() {
        return new TakenNames(allocator.clone());
    }
}
