package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import java.util.List;
import javax.lang.model.type.TypeKind;

/** A document has at most one version, and that is a long. */
public final class VersionValidator {
    private VersionValidator() {}

    public static void check(DocumentDeclaration document, ValidationReport report) {
        List<MemberDeclaration> versions = document.structure().members().stream()
                .filter(member -> member.annotations().isVersion())
                .toList();
        for (MemberDeclaration version : versions) {
            if (version.type().getKind() != TypeKind.LONG
                    || version.annotations().isIgnored()) {
                report.add(version.position(), Message.VERSION_TYPE_UNSUPPORTED, version.displayName(), version.type());
            }
            MemberDeclaration first = versions.get(0);
            if (!version.equals(first)) {
                report.add(
                        version.position(),
                        Message.VERSION_TWICE,
                        first.displayName(),
                        version.displayName(),
                        document.displayName());
            }
        }
    }
}
