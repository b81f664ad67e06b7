// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.TakenNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that variables of generated code must not have. If an expression begins with a type or a package, as in {@code
 * Reads.string(…)}, a variable of that name would be taken instead.
 */
final class ReservedNames {
    private static final List<ClassName> TYPES = List.of(
            RuntimeTypes.LINKS,
            RuntimeTypes.READS,
            RuntimeTypes.VALUE_CODECS,
            RuntimeTypes.ENUM_NAMES,
            RuntimeTypes.FIELD_NAMES,
            RuntimeTypes.DOCUMENT_TYPE,
            RuntimeTypes.INDEX_TYPE,
            RuntimeTypes.PROJECTION_TYPE,
            RuntimeTypes.LOCATION,
            RuntimeTypes.LINK_HOLDER,
            RuntimeTypes.LINK_MEMBER,
            RuntimeTypes.LINK_SHAPE,
            RuntimeTypes.LINK_STORAGE,
            RuntimeTypes.LINK_WAY,
            RuntimeTypes.ON_DELETE,
            ClassName.get(Optional.class),
            ClassName.get(List.class),
            ClassName.get(Set.class),
            ClassName.get(Map.class));

    private ReservedNames() {}

    /** An allocator that avoids the names of the runtime's types and packages, and those of the user. */
    static TakenNames allocator(ClassName... types) {
        return allocator(List.of(types));
    }

    static TakenNames allocator(Collection<ClassName> types) {
        return only(Stream.concat(TYPES.stream(), types.stream()));
    }

    /** An allocator for places where few types are named. */
    static TakenNames only(ClassName... types) {
        return only(Stream.of(types));
    }

    private static TakenNames only(Stream<ClassName> types) {
        Set<String> names = new LinkedHashSet<>();
        types.forEach(type -> {
            names.addAll(type.simpleNames());
            String packageName = type.packageName();
            if (!packageName.isEmpty()) {
                names.add(packageName.split("\\.", 2)[0]);
            }
        });
        names.add("yield"); // Eclipse's compiler takes it for a statement behind a cast
        TakenNames allocator = new TakenNames();
        names.forEach(allocator::newName);
        return allocator;
    }
}
