// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.spi.LinkShape;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The document types of a random model, as the declarations of a user would say them. A sealed type has the fields and the links that
 * its types have in common.
 */
record Model(List<Type> types) {
    private static final String NARROWING = "as ";

    Model {
        types = List.copyOf(types);
    }

    Type type(int index) {
        return types.get(index);
    }

    /** The types that a sealed type permits; of any other the type itself. */
    List<Type> permitted(Type type) {
        return type.isSealed()
                ? types.stream().filter(each -> each.isPermittedBy(type)).toList()
                : List.of(type);
    }

    /** All types whose documents are in the collection of a type. */
    List<Type> sharing(Type type) {
        return type.family < 0 ? List.of(type) : permitted(type(type.family));
    }

    /** The type of a document, which is the given one, or one that it permits. */
    Type typeOf(Type type, Row row) {
        return type.isSealed()
                ? named(row.stored().getString(Type.DISCRIMINATOR).getValue())
                : type;
    }

    Type named(String name) {
        return type(name.charAt(0) - 'a');
    }

    /** The links of a type and, of a sealed one, those that only some of its types have. */
    List<Link> allLinks(Type type) {
        return permitted(type).stream()
                .flatMap(each -> each.links.stream())
                .distinct()
                .toList();
    }

    /** The step of a path that narrows documents to one type. */
    static String narrowing(Type type) {
        return NARROWING + type.name();
    }

    static boolean isNarrowing(String step) {
        return step.startsWith(NARROWING);
    }

    /** The type to which a step narrows documents. */
    Type narrowed(String step) {
        return named(step.substring(NARROWING.length()));
    }

    /** The type at the end of a path. */
    Type end(Type from, List<String> path) {
        Type type = from;
        for (String step : path) {
            type = isNarrowing(step) ? narrowed(step) : type(type.link(step).target);
        }
        return type;
    }

    /** Of a back link, the link that it mirrors. */
    Link mirror(Link backLink) {
        return type(backLink.target).link(String.valueOf(backLink.mirrored));
    }

    /** What a box looks like that holds a link: a type without an id. */
    Type box(Link link) {
        return new Type(
                -1, IdKind.NUMBER, false, List.of(new Field(Box.NUMBER, FieldKind.NUMBER)), List.of(link.inBox()));
    }

    /** A document type; its name is that of its collection, too. */
    record Type(int index, IdKind ids, boolean isImmutable, List<Field> fields, List<Link> links, int family) {
        /** Where a document of several types has the name of its own. */
        static final String DISCRIMINATOR = "kind_";

        private static final int ALONE = -1;

        Type {
            fields = List.copyOf(fields);
            links = List.copyOf(links);
        }

        /** A type with a collection of its own. */
        Type(int index, IdKind ids, boolean isImmutable, List<Field> fields, List<Link> links) {
            this(index, ids, isImmutable, fields, links, ALONE);
        }

        /** Whether it stands for the documents of all types of its family. */
        boolean isSealed() {
            return family != ALONE && family == index;
        }

        /** Whether its documents are in the collection of a sealed type. */
        boolean isPermitted() {
            return family != ALONE && family != index;
        }

        boolean isPermittedBy(Type sealed) {
            return isPermitted() && family == sealed.index;
        }

        String collection() {
            return name(family == ALONE ? index : family);
        }

        String name() {
            return name(index);
        }

        private static String name(int index) {
            return String.valueOf((char) ('a' + index));
        }

        /** A field, or one within it: {@code part.n}. */
        Field field(String path) {
            int dot = path.indexOf('.');
            String member = dot < 0 ? path : path.substring(0, dot);
            Field field = fields.stream()
                    .filter(each -> each.name.equals(member))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(name() + " has no field " + member));
            return dot < 0 ? field : new Field(path, field.kind.inner(path.substring(dot + 1)));
        }

        /** The fields that have an order, those within maps and embedded values too. */
        List<Field> scalars() {
            return fields.stream()
                    .flatMap(field -> field.kind.isScalar()
                            ? Stream.of(field)
                            : field.kind.inner().stream().map(inner -> field(field.name + "." + inner)))
                    .toList();
        }

        /** The link in the single box whose number a path names; empty if it names another field. */
        Optional<Link> boxOf(String path) {
            return links.stream()
                    .filter(link ->
                            link.holder == Holder.SINGLE && link.numberOfBox().equals(path))
                    .findFirst();
        }

        List<Link> forwardLinks() {
            return links.stream().filter(link -> !link.isBackLink()).toList();
        }

        Link link(String member) {
            return links.stream()
                    .filter(link -> link.name.equals(member))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(name() + " has no link " + member));
        }

        @Override
        public String toString() {
            return "%s%s(id %s%s, fields %s, links %s)"
                    .formatted(
                            name(),
                            isSealed() ? ", sealed" : isPermitted() ? " of " + collection() : "",
                            ids,
                            isImmutable ? ", a record" : "",
                            fields,
                            links);
        }
    }

    /** A field that may be null or missing, or one within such a field. */
    record Field(String name, FieldKind kind) {
        /** The stored path; within a field the names are those of the keys. */
        String storedName() {
            int dot = name.indexOf('.');
            return dot < 0 ? stored(name) : stored(name.substring(0, dot)) + name.substring(dot);
        }

        @Override
        public String toString() {
            return name + " " + kind;
        }
    }

    /** Where a link is: of the document itself, or in embedded values, which may be in a list or a map. */
    enum Holder {
        OWN,
        SINGLE,
        LISTED,
        MAPPED
    }

    /**
     * A link, or a back link where it names what it mirrors.
     *
     * @param name in embedded values the way to it: {@code box.link}
     * @param target the index of the type at the other end
     * @param onDelete of a back link
     */
    record Link(
            String name,
            Holder holder,
            LinkShape shape,
            LinkStorage storage,
            int target,
            @Nullable String mirrored,
            OnDelete onDelete) {
        boolean isBackLink() {
            return mirrored != null;
        }

        boolean isNested() {
            return holder != Holder.OWN;
        }

        /** Whether a path says which of a document's links is meant. */
        boolean isAttachable() {
            return holder == Holder.OWN || holder == Holder.SINGLE;
        }

        /** Whether a document may hold several. */
        boolean isList() {
            return shape.isList() || holder == Holder.LISTED || holder == Holder.MAPPED;
        }

        String storedName() {
            return isNested() ? boxName() + "." + stored(Box.LINK) : stored(name);
        }

        /** The stored name in the document or the box that has the link. */
        String lastStoredName() {
            return isNested() ? stored(Box.LINK) : stored(name);
        }

        /** The member that holds the boxes with the link. */
        String box() {
            return name.substring(0, name.indexOf('.'));
        }

        /** The path of the number in a single box. */
        String numberOfBox() {
            return box() + "." + Box.NUMBER;
        }

        /** The stored name of that member. */
        String boxName() {
            return stored(box());
        }

        /** The link as a box has it. */
        Link inBox() {
            return new Link(Box.LINK, Holder.OWN, shape, storage, target, null, OnDelete.NOTHING);
        }

        @Override
        public String toString() {
            char type = (char) ('a' + target);
            return isBackLink()
                    ? "%s %s back of %s.%s, %s".formatted(name, shape, type, mirrored, onDelete)
                    : "%s %s %s %s to %s".formatted(name, holder, shape, storage, type);
        }
    }

    /** Stored names differ from members, so that a mix-up shows. */
    private static String stored(String member) {
        return member + "_";
    }
}
