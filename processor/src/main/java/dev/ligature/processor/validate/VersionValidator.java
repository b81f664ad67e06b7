// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/** A document has at most one version, and that is a long beside the id. */
public final class VersionValidator {
    private VersionValidator() {}

    public static void check(DocumentDeclaration document, Optional<MemberDeclaration> id, ValidationReport report) {
        List<MemberDeclaration> versions = document.structure().members().stream()
                .filter(member -> member.annotations().isVersion())
                .toList();
        for (MemberDeclaration version : versions) {
            if (id.filter(version::equals).isPresent()) {
                report.add(version.at("Version"), Message.VERSION_ON_ID, version.displayName());
            } else if (version.annotations().isIgnored()) {
                report.add(version.at("BsonIgnore"), Message.VERSION_IGNORED, version.displayName());
            } else if (version.type().getKind() != TypeKind.LONG) {
                report.add(version.position(), Message.VERSION_TYPE_UNSUPPORTED, version.displayName(), version.type());
            }
            MemberDeclaration first = versions.get(0);
            if (!version.equals(first)) {
                report.add(
                        version.at("Version"),
                        Message.VERSION_TWICE,
                        first.displayName(),
                        version.displayName(),
                        document.displayName());
            }
        }
    }
}
