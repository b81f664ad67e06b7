// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.EnumDeclaration;
import dev.ligature.processor.declaration.EnumDeclaration.Constant;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.StoredNameValidator;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Finds out by which names the constants of an enum are stored. What is wrong with them is added to the report. */
final class EnumResolver {
    private final Scope scope;

    EnumResolver(Scope scope) {
        this.scope = scope;
    }

    /** The values of an enum. */
    ValueModel.Enumeration values(TypeElement element) {
        EnumDeclaration declaration = EnumDeclaration.read(element);
        Map<String, Constant> users = new HashMap<>();
        for (Constant constant : declaration.constants()) {
            Constant other = users.putIfAbsent(constant.storedName(), constant);
            if (other != null) {
                scope.report()
                        .add(
                                constant.place(),
                                Message.ENUM_VALUE_TWICE,
                                declaration.displayName(constant),
                                declaration.displayName(other),
                                constant.storedName());
            }
        }
        return new ValueModel.Enumeration(
                ClassName.get(element),
                declaration.constants().stream()
                        .filter(constant -> !constant.storedName().equals(constant.name()))
                        .map(constant -> new ValueModel.Renamed(constant.name(), constant.storedName()))
                        .toList());
    }

    /** The keys of a map: paths name them, so their names are such as members have. */
    ValueModel.Enumeration keys(TypeElement element, MemberDeclaration member) {
        EnumDeclaration declaration = EnumDeclaration.read(element);
        for (Constant constant : declaration.constants()) {
            String defect = StoredNameValidator.defect(constant.storedName());
            if (!defect.isEmpty()) {
                scope.report()
                        .add(
                                member.position(),
                                Message.ENUM_KEY_INVALID,
                                member.displayName(),
                                declaration.displayName(constant),
                                constant.storedName(),
                                defect);
            }
        }
        return values(element);
    }
}
