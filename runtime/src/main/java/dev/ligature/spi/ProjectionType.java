// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.LigatureException;
import dev.ligature.internal.Announced;
import dev.ligature.internal.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows about a projection: its document, and the fields and links that it reads. Each generated codec
 * of a projection has one as a constant, which announces itself when the codec's class is initialised.
 *
 * @param <P> the projection
 */
public final class ProjectionType<P> {
    private static final Announced<ProjectionType<?>> ANNOUNCED = new Announced<>("Projection");

    private final Class<P> projectionClass;
    private final Function<CodecRegistry, ProjectionCodec<P>> codec;
    private final Map<String, String> members;
    private final List<ProjectionNode> nodes;

    private ProjectionType(Builder<P> builder, List<ProjectionNode> nodes) {
        this.projectionClass = builder.projectionClass;
        this.codec = builder.codec;
        this.members = builder.members;
        this.nodes = List.copyOf(nodes);
    }

    /** Starts the declaration of a projection. */
    public static <P> Builder<P> builder(
            Class<P> projectionClass, DocumentType<?> document, Function<CodecRegistry, ProjectionCodec<P>> codec) {
        return new Builder<>(projectionClass, document, codec);
    }

    /**
     * Returns the type of the given projection class.
     *
     * @throws IllegalArgumentException if it is not a projection
     */
    @SuppressWarnings("unchecked") // the registered projection of a class is of that class
    public static <P> ProjectionType<P> of(Class<P> projectionClass) {
        ProjectionType<?> type = ANNOUNCED.find(projectionClass);
        if (type == null) {
            throw new IllegalArgumentException(projectionClass.getName()
                    + " is not a @Projection: no generated codec was found for it. Annotate the record with @Projection and"
                    + " the class of its document, and let the Ligature processor run on it.");
        }
        return (ProjectionType<P>) type;
    }

    /** The document whose members it shows. */
    public DocumentType<?> document() {
        return root().type();
    }

    /** What is read of the document itself. */
    public ProjectionNode root() {
        return nodes.get(0);
    }

    /** The node of an index. */
    public ProjectionNode node(int index) {
        return nodes.get(index);
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** Creates the codec. Fails if the registry lacks one for a member. */
    public ProjectionCodec<P> newCodec(CodecRegistry registry) {
        return codec.apply(registry);
    }

    /** The failure for a member that must have a value, but has none. It says where the way to it ends. */
    LigatureException absent(Fragment root, String member) {
        String way = ". Declare " + member + " Optional or @Nullable to read such documents.";
        String path = Objects.requireNonNull(members.get(member));
        Fragment last = root;
        String step = path;
        while (true) {
            ProjectionNode.Edge edge = last.node().edge(step);
            if (edge == null) {
                return unfit(last, this + "." + member + ": " + last + " has no " + step + way);
            }
            Fragment next = last.target(last.node().edges().indexOf(edge));
            if (next == null) {
                return deadEnd(last, edge, this + "." + member + ": " + last, way);
            }
            last = next;
            step = step.substring(edge.link().member().length() + 1);
        }
    }

    private static LigatureException deadEnd(Fragment owner, ProjectionNode.Edge edge, String what, String way) {
        LinkType link = edge.link();
        if (link.isBackLink()) {
            return unfit(
                    owner,
                    what + " has no " + link.member() + ": no " + link.target() + " refers to it by "
                            + link.mirror().member() + way);
        }
        Object id = owner.linkedId(edge.slot());
        return id == null
                ? unfit(owner, what + " has no " + link.member() + way)
                : new DanglingLinkException(what + " links by " + link.member() + " to the " + link.target() + " "
                        + Excerpt.of(id)
                        + ", which does not exist" + way);
    }

    private static DocumentReadException unfit(Fragment document, String problem) {
        return new DocumentReadException(document.node().type().toString(), document.idOrNull(), problem, null);
    }

    /** The simple name of the projection. If it is nested, with the names of the enclosing types. */
    @Override
    public String toString() {
        String name = projectionClass.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Collects what the processor read from a declaration. */
    public static final class Builder<P> {
        private final Class<P> projectionClass;
        private final DocumentType<?> document;
        private final Function<CodecRegistry, ProjectionCodec<P>> codec;
        private final Map<String, String> members = new LinkedHashMap<>();
        private ProjectionNode.Builder root;

        private Builder(
                Class<P> projectionClass, DocumentType<?> document, Function<CodecRegistry, ProjectionCodec<P>> codec) {
            this.projectionClass = projectionClass;
            this.document = document;
            this.codec = codec;
            this.root = new ProjectionNode.Builder(document);
        }

        /** A member and the path that it shows, in the Java names of the document's members. */
        public Builder<P> member(String member, String path) {
            members.put(member, path);
            return this;
        }

        /** What is read of the document and behind its links. */
        public Builder<P> read(UnaryOperator<ProjectionNode.Builder> fields) {
            root = fields.apply(new ProjectionNode.Builder(document));
            return this;
        }

        /** Creates the type and announces it. */
        public ProjectionType<P> build() {
            List<@Nullable ProjectionNode> nodes = new ArrayList<>();
            root.build(nodes);
            ProjectionType<P> type = new ProjectionType<>(
                    this, nodes.stream().map(Objects::requireNonNull).toList());
            ANNOUNCED.announce(projectionClass, type);
            return type;
        }
    }
}
