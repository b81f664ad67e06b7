// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Meant;
import dev.ligature.processor.declaration.LinkTypeDeclaration.None;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Raw;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Shaped;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Unsupported;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.Place;
import javax.lang.model.type.TypeKind;

/** The annotation and the type of a link have to agree, and the type has to be one of the four shapes. */
public final class LinkTypeValidator {
    private static final String SHAPES = "A link is a Ref<T>, Optional<Ref<T>>, List<Ref<T>> or Optional<List<Ref<T>>>;"
            + " a back link is the same over BackRef<T>";

    private final MemberDeclaration member;
    private final ValidationReport report;

    private LinkTypeValidator(MemberDeclaration member, ValidationReport report) {
        this.member = member;
        this.report = report;
    }

    /** Whether the member is a well-formed link or back link; what is wrong is added to the report. */
    public static boolean check(MemberDeclaration member, LinkTypeDeclaration type, ValidationReport report) {
        return new LinkTypeValidator(member, report).check(type);
    }

    private boolean check(LinkTypeDeclaration type) {
        MemberAnnotations annotations = member.annotations();
        if (annotations.link().isPresent() && annotations.backLink().isPresent()) {
            return refuse(member.at("BackLink"), Message.LINK_AND_BACK_LINK, member.displayName());
        }
        if (type instanceof None) {
            return refuse(
                    annotations.link().isPresent() ? Message.LINK_WITHOUT_REF : Message.BACK_LINK_WITHOUT_BACK_REF,
                    member.displayName(),
                    member.type());
        }
        if (type instanceof Raw raw) {
            return refuse(Message.LINK_RAW, member.displayName(), raw.name(), raw.name());
        }
        if (type instanceof Unsupported unsupported) {
            return unsupported.hasWildcard()
                    ? refuse(Message.LINK_WILDCARD, member.displayName(), member.type())
                    : refuse(
                            Message.LINK_SHAPE_UNSUPPORTED,
                            member.displayName(),
                            member.type(),
                            unsupported.meant().map(LinkTypeValidator::use).orElse(SHAPES));
        }
        return check((Shaped) type);
    }

    private boolean check(Shaped type) {
        if (type.target().getKind() == TypeKind.WILDCARD) {
            return refuse(Message.LINK_WILDCARD, member.displayName(), member.type());
        }
        boolean isLink = member.annotations().link().isPresent();
        boolean isBackLink = member.annotations().backLink().isPresent();
        if (type.isBack()) {
            return isBackLink
                    || (isLink
                            ? refuse(member.at("Link"), Message.LINK_OF_BACK_REF, member.displayName(), type.target())
                            : refuse(Message.BACK_REF_WITHOUT_BACK_LINK, member.displayName(), member.type()));
        }
        return isLink
                || (isBackLink
                        ? refuse(member.at("BackLink"), Message.BACK_LINK_OF_REF, member.displayName(), type.target())
                        : refuse(Message.REF_WITHOUT_LINK, member.displayName(), member.type()));
    }

    private static String use(Meant meant) {
        String single = (meant.isBack() ? "BackRef<" : "Ref<") + TypeNames.simple(meant.target()) + ">";
        String carried = meant.isList() ? "List<" + single + ">" : single;
        return "Use " + (meant.isOptional() ? "Optional<" + carried + ">" : carried);
    }

    private boolean refuse(Message message, Object... arguments) {
        return refuse(Place.of(member.position()), message, arguments);
    }

    private boolean refuse(Place place, Message message, Object... arguments) {
        report.add(place, message, arguments);
        return false;
    }
}
