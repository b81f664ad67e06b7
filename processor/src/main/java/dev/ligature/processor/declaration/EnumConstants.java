// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The constants of enums. */
public final class EnumConstants {
    private EnumConstants() {}

    /** The names of an enum's constants, sorted: compilers list them in orders of their own. */
    public static List<String> of(ClassName type, Elements elements) {
        TypeElement element = elements.getTypeElement(type.canonicalName());
        return element == null
                ? List.of()
                : element.getEnclosedElements().stream()
                        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(Element::getSimpleName)
                        .map(Object::toString)
                        .sorted()
                        .toList();
    }
}
