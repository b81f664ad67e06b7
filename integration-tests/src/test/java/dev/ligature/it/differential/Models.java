// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.spi.LinkShape;
import java.util.ArrayList;
import java.util.List;

/** Generates models: two to four types with links of every shape and storage, to themselves too, and back links. */
final class Models {
    private Models() {}

    /** What a model has besides types with collections of their own. */
    enum Kind {
        PLAIN,
        /** Links in embedded values. */
        NESTED,
        /** Two types of one collection, and the sealed type that permits them. */
        SEALED
    }

    static Model generate(Choices choices, Kind kind) {
        boolean isNested = kind == Kind.NESTED;
        int alone = kind == Kind.SEALED ? 1 + choices.upTo(1) : 2 + choices.upTo(2);
        int count = kind == Kind.SEALED ? alone + 3 : alone;
        int sealed = kind == Kind.SEALED ? count - 1 : -1;
        List<List<Model.Link>> links = new ArrayList<>();
        for (int type = 0; type < count; type++) {
            links.add(links(choices, count, type == 0 ? 1 : 0, isOwn(type, alone, sealed) ? "own" + type : "link"));
        }
        List<List<Model.Link>> nested = new ArrayList<>();
        for (int type = 0; type < count; type++) {
            nested.add(isNested ? nestedLinks(choices, count, type == 0 ? 1 : 0) : List.of());
        }
        for (int type = 0; type < count; type++) {
            List<Model.Link> forward = new ArrayList<>(links.get(type));
            forward.addAll(nested.get(type));
            for (Model.Link link : forward) {
                if (!link.isBackLink() && link.holder() != Model.Holder.MAPPED && choices.percent(60)) {
                    List<Model.Link> atTarget = links.get(link.target());
                    String name = isOwn(link.target(), alone, sealed) ? "back" + link.target() : "back";
                    atTarget.add(backLink(choices, name + atTarget.size(), type, link));
                }
            }
        }
        List<Model.Type> types = new ArrayList<>();
        for (int type = 0; type < count; type++) {
            links.get(type).addAll(nested.get(type)); // after the document's own, as in the order of declarations
            types.add(new Model.Type(
                    type, choices.of(IdKind.values()), choices.percent(50), fields(choices), links.get(type)));
        }
        return new Model(kind == Kind.SEALED ? sharing(types, alone) : types);
    }

    /** Whether a type is permitted by a sealed one: its own links have names that no other type has. */
    private static boolean isOwn(int type, int alone, int sealed) {
        return sealed >= 0 && type >= alone && type < sealed;
    }

    /** The last type permits the two before it: what they have in common is its own. */
    private static List<Model.Type> sharing(List<Model.Type> types, int alone) {
        Model.Type sealed = types.get(types.size() - 1);
        List<Model.Type> sharing = new ArrayList<>(types.subList(0, alone));
        List<Model.Type> permitted = types.subList(alone, sealed.index());
        for (Model.Type type : permitted) {
            List<Model.Link> links = new ArrayList<>(sealed.links());
            links.addAll(type.links());
            sharing.add(new Model.Type(
                    type.index(), sealed.ids(), type.isImmutable(), type.fields(), links, sealed.index()));
        }
        List<Model.Field> common = permitted.get(0).fields().stream()
                .filter(permitted.get(1).fields()::contains)
                .toList();
        sharing.add(new Model.Type(sealed.index(), sealed.ids(), false, common, sealed.links(), sealed.index()));
        return sharing;
    }

    private static List<Model.Field> fields(Choices choices) {
        List<Model.Field> fields = new ArrayList<>();
        fields.add(new Model.Field("n", FieldKind.NUMBER));
        maybe(choices, 50, fields, "t", FieldKind.TEXT);
        maybe(choices, 40, fields, "real", FieldKind.REAL);
        maybe(choices, 20, fields, "decimal", FieldKind.DECIMAL);
        maybe(choices, 20, fields, "at", FieldKind.DATE);
        maybe(choices, 40, fields, "list", FieldKind.NUMBERS);
        maybe(choices, 20, fields, "reals", FieldKind.REALS);
        maybe(choices, 25, fields, "counts", FieldKind.COUNTS);
        maybe(choices, 25, fields, "part", FieldKind.PART);
        return fields;
    }

    private static void maybe(Choices choices, int percent, List<Model.Field> fields, String member, FieldKind kind) {
        if (choices.percent(percent)) {
            fields.add(new Model.Field(member, kind));
        }
    }

    private static List<Model.Link> links(Choices choices, int types, int atLeast, String name) {
        List<Model.Link> links = new ArrayList<>();
        int count = atLeast + choices.upTo(2);
        for (int i = 0; i < count; i++) {
            links.add(new Model.Link(
                    name + i,
                    Model.Holder.OWN,
                    choices.of(LinkShape.values()),
                    choices.of(LinkStorage.values()),
                    choices.upTo(types - 1),
                    null,
                    OnDelete.NOTHING));
        }
        return links;
    }

    /** Links in boxes; DBRefs only in single ones, since in arrays not all servers can gather them. */
    private static List<Model.Link> nestedLinks(Choices choices, int types, int atLeast) {
        List<Model.Link> links = new ArrayList<>();
        int count = atLeast + choices.upTo(1);
        for (int i = 0; i < count; i++) {
            Model.Holder holder =
                    choices.of(Model.Holder.SINGLE, Model.Holder.LISTED, Model.Holder.LISTED, Model.Holder.MAPPED);
            links.add(new Model.Link(
                    "box" + i + "." + Box.LINK,
                    holder,
                    choices.of(LinkShape.values()),
                    holder == Model.Holder.SINGLE ? choices.of(LinkStorage.values()) : LinkStorage.ID,
                    choices.upTo(types - 1),
                    null,
                    OnDelete.NOTHING));
        }
        return links;
    }

    private static Model.Link backLink(Choices choices, String name, int owner, Model.Link mirrored) {
        LinkShape shape = choices.percent(25)
                ? choices.of(LinkShape.ONE, LinkShape.OPTIONAL)
                : choices.of(LinkShape.LIST, LinkShape.OPTIONAL_LIST);
        OnDelete onDelete = choices.percent(50) ? OnDelete.NOTHING : choices.of(OnDelete.values());
        return new Model.Link(name, Model.Holder.OWN, shape, mirrored.storage(), owner, mirrored.name(), onDelete);
    }
}
