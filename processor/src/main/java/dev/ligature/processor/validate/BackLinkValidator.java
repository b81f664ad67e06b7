// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import com.google.auto.common.MoreTypes;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Shaped;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** The member that a back link mirrors has to exist, to be a link and to point here. */
public final class BackLinkValidator {
    private final DocumentDeclaration document;
    private final DocumentDeclaration referring;
    private final Function<TypeElement, DocumentDeclaration> documents;
    private final EmbeddedMembers embedded;
    private final ValidationReport report;

    /**
     * @param document the one with the back link
     * @param referring the one that the back link names as its type
     * @param documents reads the types that this one permits
     */
    public BackLinkValidator(
            DocumentDeclaration document,
            DocumentDeclaration referring,
            Function<TypeElement, DocumentDeclaration> documents,
            EmbeddedMembers embedded,
            ValidationReport report) {
        this.document = document;
        this.referring = referring;
        this.documents = documents;
        this.embedded = embedded;
        this.report = report;
    }

    public boolean check(MemberDeclaration member, MemberAnnotations.BackLink backLink) {
        String name = backLink.originalField();
        if (name.isEmpty()) {
            return refuse(name, member, Message.BACK_LINK_FIELD_EMPTY, member.displayName(), referring.displayName());
        }
        DeclaredPath path = follow(backLink);
        if (path.members().isEmpty()) {
            return refuse(
                    name, member, Message.BACK_LINK_FIELD_UNKNOWN, member.displayName(), path.owner(), path.missing());
        }
        MemberDeclaration original = path.member();
        if (original.annotations().backLink().isPresent()) {
            return refuse(
                    name,
                    member,
                    Message.BACK_LINK_OF_BACK_LINK,
                    member.displayName(),
                    original.displayName(),
                    Walk.of(member, original));
        }
        if (original.annotations().link().isEmpty()) {
            return refuse(name, member, Message.BACK_LINK_FIELD_NOT_LINK, member.displayName(), original.displayName());
        }
        // A link that is malformed is reported where it stands.
        if (LinkTypeDeclaration.of(original.type()) instanceof Shaped shaped && !pointsHere(shaped)) {
            return refuse(
                    name,
                    member,
                    Message.BACK_LINK_POINTS_ELSEWHERE,
                    member.displayName(),
                    original.displayName(),
                    document.displayName(),
                    Walk.of(member, original));
        }
        if (path.isMapped()) {
            return refuse(
                    name,
                    member,
                    Message.BACK_LINK_OVER_MAP,
                    member.displayName(),
                    referring.displayName() + "." + name,
                    document.displayName());
        }
        warn(member, backLink, original);
        return true;
    }

    /** Whether the member that a back link mirrors, which was checked, is at one place of a document. */
    public boolean isAttachable(MemberAnnotations.BackLink backLink) {
        return follow(backLink).isSingle();
    }

    private DeclaredPath follow(MemberAnnotations.BackLink backLink) {
        return DeclaredPath.follow(
                referring.displayName(), referring.structure().members(), backLink.originalField(), embedded);
    }

    private void warn(MemberDeclaration member, MemberAnnotations.BackLink backLink, MemberDeclaration original) {
        if (member.annotations().storedName().isPresent()) {
            report.add(member.at("BsonProperty"), Message.BACK_LINK_RENAMED, member.displayName());
        }
        boolean isRequired = !original.annotations().isNullable()
                && LinkTypeDeclaration.of(original.type()) instanceof Shaped shaped
                && !shaped.isList()
                && !shaped.isOptional();
        if (isRequired && backLink.onDelete().equals("UNLINK")) {
            report.add(
                    member.at("BackLink").value("onDelete"),
                    Message.UNLINK_OF_REQUIRED,
                    member.displayName(),
                    original.displayName(),
                    Walk.of(member, original));
        }
    }

    /** Adds what every such message says: where the back link may lead. */
    private boolean refuse(String name, MemberDeclaration member, Message message, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = wayOut(name);
        report.add(member.at("BackLink").value("originalField"), message, all);
        return false;
    }

    private String wayOut(String name) {
        List<String> links = links(referring);
        return links.isEmpty()
                ? wayOutOfSome(name)
                        .orElseGet(() -> referring.displayName() + " has no link to " + document.displayName()
                                + ": declare one there, or remove the back link.")
                : "links to " + document.displayName() + " there: "
                        + Suggestions.quoted(Suggestions.nearestFirst(name, links));
    }

    /** If not all types of a sealed document link here, but one of them does. */
    private Optional<String> wayOutOfSome(String name) {
        return referring.isSealed()
                ? DocumentHierarchy.permitted(referring.element()).stream()
                        .map(documents)
                        .filter(type -> !links(type).isEmpty())
                        .findFirst()
                        .map(type -> "not all its types link to " + document.displayName() + ". Use BackRef<"
                                + type.displayName() + ">, with its links: "
                                + Suggestions.quoted(Suggestions.nearestFirst(name, links(type))))
                : Optional.empty();
    }

    private List<String> links(DocumentDeclaration from) {
        return DeclaredPath.links(from.structure().members(), embedded, this::pointsHere);
    }

    private boolean pointsHere(Shaped type) {
        return type.target().getKind() == TypeKind.DECLARED
                && DocumentHierarchy.isWithin(document.element(), MoreTypes.asTypeElement(type.target()));
    }
}
