// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.ProjectionType;
import dev.ligature.spi.Reads;
import dev.ligature.spi.bson.BsonSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A projection of whatever is to be shown, told as text. There is one type of it at a time. */
record Glance(String text) {
    /** Declares what is shown of the documents of a type. */
    static void declare(Declarations declarations, Model model, Model.Type root, Shown shown) {
        Types types = new Types(declarations);
        types.declared = ProjectionType.builder(
                        Glance.class, declarations.type(root), registry -> new GlanceCodec(types))
                .read(node -> read(model, root, shown, Set.of(), node))
                .build();
    }

    /** The type that is being built, for its codec. */
    private static final class Types {
        private final Declarations declarations;
        private @Nullable ProjectionType<Glance> declared;

        Types(Declarations declarations) {
            this.declarations = declarations;
        }
    }

    private static ProjectionNode.Builder read(
            Model model, Model.Type type, Shown shown, Set<String> asked, ProjectionNode.Builder node) {
        Set<String> links = new LinkedHashSet<>(asked);
        links.addAll(shown.ids());
        shown.through().keySet().stream()
                .filter(link -> !type.link(link).isBackLink())
                .forEach(links::add);
        node.fields(shown.fields().stream()
                        .map(field -> type.field(field).storedName())
                        .toArray(String[]::new))
                .links(links.toArray(String[]::new));
        shown.through().forEach((member, behind) -> {
            Model.Link link = type.link(member);
            Set<String> mirror = link.isBackLink() ? Set.of(model.mirror(link).name()) : Set.of();
            node.through(member, next -> read(model, model.type(link.target()), behind, mirror, next));
        });
        return node;
    }

    /** What is read of a document. */
    private static final class Piece extends Fragment {
        private final TreeMap<String, @Nullable Object> fields = new TreeMap<>();

        Piece(ProjectionNode node) {
            super(node);
        }
    }

    /** Does at run time what the processor's codecs of projections do. */
    private static final class GlanceCodec extends ProjectionCodec<Glance> {
        private final Declarations declarations;

        GlanceCodec(Types types) {
            super(Objects.requireNonNull(types.declared));
            this.declarations = types.declarations;
        }

        private Model.Type type(ProjectionNode node) {
            return declarations.declared(node.type());
        }

        @Override
        protected Fragment readFragment(int index, BsonSource source, ExtraFields extra) {
            Piece read = new Piece(node(index));
            source.startDocument();
            while (source.advance()) {
                read(read, source, extra);
            }
            return read;
        }

        private void read(Piece read, BsonSource source, ExtraFields extra) {
            String name = source.name();
            ProjectionNode node = read.node();
            List<String> links = node.links().stream().map(LinkType::storedName).toList();
            if (name.equals("_id")) {
                read.readId(source);
            } else if (node.fields().contains(name)) {
                String member = name.substring(0, name.length() - 1);
                read.fields.put(
                        member,
                        Reads.value(source, type(node).field(member).kind().codec()));
            } else if (links.contains(name)) {
                read.readLink(links.indexOf(name), source);
            } else if (links.stream().anyMatch(link -> link.startsWith(name + "."))) {
                readBoxes(read, source, name);
            } else {
                extra.read(source);
            }
        }

        /** Goes through the boxes of a member, however many there are. */
        private void readBoxes(Piece read, BsonSource source, String member) {
            ProjectionNode node = read.node();
            for (int slot = 0; slot < node.links().size(); slot++) {
                LinkType link = node.links().get(slot);
                if (link.storedName().startsWith(member + ".")) {
                    boolean isList = link.holder() == LinkHolder.LISTED;
                    if (!(isList ? startList(source) : startEmbedded(source))) {
                        return;
                    }
                    if (link.holder() == LinkHolder.SINGLE) {
                        readBox(read, source, slot);
                    } else {
                        while (source.advance()) {
                            startEmbedded(source);
                            readBox(read, source, slot);
                        }
                    }
                }
            }
        }

        private static void readBox(Piece read, BsonSource source, int slot) {
            while (source.advance()) {
                if (source.name().equals("link_")) {
                    read.readLink(slot, source);
                } else {
                    source.skip();
                }
            }
        }

        @Override
        public Glance create(Fragment root) {
            return new Glance(text((Piece) root));
        }

        private static String text(Piece fragment) {
            ProjectionNode node = fragment.node();
            List<String> parts = new ArrayList<>();
            fragment.fields.forEach((member, value) -> {
                if (value != null) { // a projection does not tell a stored null from nothing
                    parts.add(member + "=" + value);
                }
            });
            for (int slot = 0; slot < node.links().size(); slot++) {
                LinkType link = node.links().get(slot);
                parts.add(
                        link.member() + " ids " + (link.isList() ? fragment.linkedIds(slot) : fragment.linkedId(slot)));
            }
            for (int edge = 0; edge < node.edges().size(); edge++) {
                LinkType link = node.edges().get(edge).link();
                parts.add(link.member() + "="
                        + (link.isList()
                                ? fragment.targets(edge).stream()
                                        .map(each -> text((Piece) each))
                                        .toList()
                                : text(fragment.target(edge))));
            }
            return fragment.id() + parts.toString();
        }

        private static String text(@Nullable Fragment target) {
            return target == null ? ActualGraph.NOTHING : text((Piece) target);
        }
    }
}
