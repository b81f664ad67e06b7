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

    /** @param isNested whether there are links in embedded values */
    static Model generate(Choices choices, boolean isNested) {
        int count = 2 + choices.upTo(2);
        List<List<Model.Link>> links = new ArrayList<>();
        for (int type = 0; type < count; type++) {
            links.add(links(choices, count, type == 0 ? 1 : 0));
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
                    atTarget.add(backLink(choices, "back" + atTarget.size(), type, link));
                }
            }
        }
        List<Model.Type> types = new ArrayList<>();
        for (int type = 0; type < count; type++) {
            links.get(type).addAll(nested.get(type)); // after the document's own, as in the order of declarations
            types.add(new Model.Type(
                    type, choices.of(IdKind.values()), choices.percent(50), fields(choices), links.get(type)));
        }
        return new Model(types);
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

    private static List<Model.Link> links(Choices choices, int types, int atLeast) {
        List<Model.Link> links = new ArrayList<>();
        int count = atLeast + choices.upTo(2);
        for (int i = 0; i < count; i++) {
            links.add(new Model.Link(
                    "link" + i,
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
