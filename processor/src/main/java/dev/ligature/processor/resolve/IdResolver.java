// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.RegistryNeeds;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the member that is stored as {@code _id}. */
final class IdResolver {
    private static final Set<ScalarKind> KINDS =
            Set.of(ScalarKind.OBJECT_ID, ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.LONG, ScalarKind.UUID);

    private IdResolver() {}

    /** The member, or empty if there is none or more than one, which is then in the report. */
    static Optional<MemberDeclaration> find(DocumentDeclaration document, ValidationReport report) {
        List<MemberDeclaration> candidates = document.structure().ids();
        if (candidates.isEmpty()) {
            report.add(document.element(), Message.ID_MISSING, document.displayName(), remedy(document));
            return Optional.empty();
        }
        if (candidates.size() > 1) {
            report.add(
                    candidates.get(1).at("BsonId"),
                    Message.ID_TWICE,
                    candidates.get(0).displayName(),
                    candidates.get(1).displayName(),
                    document.displayName());
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    /** What to do about a missing id: perhaps a member is one that is called otherwise. */
    private static String remedy(DocumentDeclaration document) {
        Optional<MemberDeclaration> ignored = document.structure().members().stream()
                .filter(member -> member.annotations().isIgnored())
                .filter(member -> member.annotations().isId() || member.name().equals("id"))
                .findFirst();
        if (ignored.isPresent()) {
            return "Remove @BsonIgnore from \"" + ignored.get().name() + "\", or annotate another member with @BsonId";
        }
        List<MemberDeclaration> meant = document.structure()
                .stored(member -> isNamedLikeId(member.name(), document.names().variable()));
        if (meant.isEmpty()) {
            meant = document.structure().stored(member -> ValueResolver.scalarKind(member.type())
                    .filter(ScalarKind.OBJECT_ID::equals)
                    .isPresent());
        }
        return meant.size() == 1
                ? "If \"" + meant.get(0).name()
                        + "\" is the id, annotate it with @BsonId; otherwise add a member named id"
                : "Add a member named id, or annotate one with @BsonId";
    }

    /** {@code ID}, {@code _Id}, {@code houseId}, {@code house_id}. */
    private static boolean isNamedLikeId(String name, String document) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        return plain.equals("id") || plain.equals(document.toLowerCase(Locale.ROOT) + "id");
    }

    /** The id is a value that identifies: a scalar or an embedded object. */
    static void checkType(
            MemberDeclaration id, List<MemberModel> members, List<EmbeddedModel> embedded, ValidationReport report) {
        members.stream()
                .filter(member -> member.name().equals(id.name()))
                .filter(member -> !(member instanceof FieldModel field
                        && field.presence() != Presence.OPTIONAL
                        && isSupported(field.value(), embedded)))
                .forEach(member -> report.add(id.position(), Message.ID_TYPE_UNSUPPORTED, id.displayName(), id.type()));
    }

    private static boolean isSupported(ValueModel value, List<EmbeddedModel> embedded) {
        if (value instanceof ValueModel.Scalar scalar) {
            return KINDS.contains(scalar.kind());
        }
        return value instanceof ValueModel.Embedded key
                && embedded.stream()
                        .anyMatch(each -> each.name().equals(key.name())
                                && each instanceof EmbeddedModel.Plain
                                && !new RegistryNeeds(embedded).of(key));
    }
}
