package dev.ligature.processor.generate;

import com.palantir.javapoet.NameAllocator;
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

    private final NameAllocator allocator = new NameAllocator();

    MethodNames() {
        INHERITED.forEach(allocator::newName);
    }

    /** The name of the method for a member. */
    String of(String member) {
        return allocator.newName(member);
    }
}
