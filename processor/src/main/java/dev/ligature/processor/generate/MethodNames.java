// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.TakenNames;
import java.util.List;

/** Names of generated methods without parameters that do not override one of a path or of {@code Object}. */
final class MethodNames {
    private static final List<String> INHERITED = List.of(
            "exists",
            "isNull",
            "isEmpty",
            "linkedPath",
            "asc",
            "desc",
            "unset",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize");

    private final TakenNames allocator = new TakenNames();

    /** @param type where the methods are: none is called like its constructor */
    MethodNames(ClassName type) {
        INHERITED.forEach(allocator::newName);
        allocator.newName(type.simpleName());
    }

    /** The name of the method for a member. */
    String of(String member) {
        return allocator.newName(member);
    }
}
