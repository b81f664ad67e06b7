// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.ValueModel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is stored for the constants of enums. */
final class StoredConstants {
    private final Function<ClassName, List<String>> names;

    /** @param names the names of an enum's constants */
    StoredConstants(Function<ClassName, List<String>> names) {
        this.names = names;
    }

    /** Sorted: the order of the constants means nothing. */
    List<String> of(ValueModel.Enumeration enumeration) {
        Map<String, String> renamed = enumeration.renamed().stream()
                .collect(Collectors.toMap(ValueModel.Renamed::constant, ValueModel.Renamed::storedName));
        return names.apply(enumeration.type()).stream()
                .map(name -> renamed.getOrDefault(name, name))
                .sorted()
                .toList();
    }
}
