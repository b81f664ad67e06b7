// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.declaration.DiscriminatorDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The subtypes of a sealed type need one discriminator key and a value each, and must be neither private nor documents. */
final class UnionRules {
    private final Scope scope;
    private final TypeElement root;
    private final Map<String, TypeElement> byKey = new LinkedHashMap<>();
    private final Map<String, TypeElement> byValue = new LinkedHashMap<>();

    UnionRules(Scope scope, TypeElement root) {
        this.scope = scope;
        this.root = root;
    }

    void check(TypeElement subtype, DiscriminatorDeclaration discriminator) {
        if (!scope.access().toType(subtype)) {
            scope.report()
                    .add(subtype, Message.VALUE_NOT_ACCESSIBLE, scope.document().displayName(), name(subtype));
        }
        if (DocumentDeclaration.isDocument(subtype)) {
            scope.report()
                    .add(
                            subtype,
                            Message.DOCUMENT_EMBEDDED,
                            scope.document().displayName(),
                            name(subtype),
                            "Ref<" + name(subtype) + ">",
                            name(subtype));
        }
        checkDiscriminator(subtype, discriminator, scope.report());
    }

    void checkDiscriminator(TypeElement subtype, DiscriminatorDeclaration discriminator, ValidationReport report) {
        byKey.putIfAbsent(discriminator.key(), subtype);
        String key = byKey.keySet().iterator().next();
        if (!key.equals(discriminator.key())) {
            report.add(
                    Place.of(subtype, "BsonDiscriminator").value("key"),
                    Message.DISCRIMINATOR_KEYS_DIFFER,
                    scope.document().displayName(),
                    name(root),
                    key,
                    name(subtype),
                    discriminator.key(),
                    name(root));
        }
        TypeElement other = byValue.putIfAbsent(discriminator.value(), subtype);
        if (other != null && !other.equals(subtype)) {
            report.add(
                    Place.of(subtype, "BsonDiscriminator").value("value"),
                    Message.DISCRIMINATOR_TWICE,
                    scope.document().displayName(),
                    name(other),
                    name(subtype),
                    discriminator.value());
        }
    }

    /** The one key, or empty when there is none for all. */
    Optional<String> key() {
        return byKey.size() == 1 ? byKey.keySet().stream().findFirst() : Optional.empty();
    }

    private static String name(TypeElement type) {
        return StructureReader.displayName(type);
    }
}
