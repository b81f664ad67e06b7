// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Types that users have written under a name that a generated one needs. Asked for before anything is generated: other
 * generated types would use the user's type instead, and fail to compile.
 */
final class ExistingTypes {
    private ExistingTypes() {}

    /** Reports a type of that name, unless it was generated, by an earlier build. */
    static void check(ClassName needed, TypeElement origin, Elements elements, ValidationReport report) {
        TypeElement existing = find(needed.canonicalName(), elements.getModuleOf(origin), elements);
        if (existing != null && !StructureReader.isGenerated(existing)) {
            report.add(origin, Message.GENERATED_TYPE_EXISTS, StructureReader.displayName(origin), needed.simpleName());
        }
    }

    /** A type that there is, or null. Without the module, a compiler asks all modules for a type that nobody has, which takes long. */
    static @Nullable TypeElement find(String name, @Nullable ModuleElement module, Elements elements) {
        return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    }
}
