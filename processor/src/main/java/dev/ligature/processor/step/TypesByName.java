// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds types of which no more is left than a name in a file. */
final class TypesByName {
    private TypesByName() {}

    /** The type of a binary name as it is now; empty where it is gone, or is not what it was. */
    static Optional<TypeElement> find(Elements elements, String binaryName, Predicate<TypeElement> kind) {
        return Stream.of(binaryName.replace('$', '.'), binaryName)
                .flatMap(each -> Stream.ofNullable(elements.getTypeElement(each)))
                .filter(kind)
                .findFirst();
    }
}
