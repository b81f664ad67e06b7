package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.LinkShape;
import java.util.List;
import java.util.NoSuchElementException;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The document types of a random model, as the declarations of a user would say them. */
record Model(List<Type> types) {
    Model {
        types = List.copyOf(types);
    }

    Type type(int index) {
        return types.get(index);
    }

    /** Of a back link, the link that it mirrors. */
    Link mirror(Link backLink) {
        return type(backLink.target).link(String.valueOf(backLink.mirrored));
    }

    /** A document type; its name is that of its collection, too. */
    record Type(int index, IdKind ids, boolean isImmutable, List<Field> fields, List<Link> links) {
        Type {
            fields = List.copyOf(fields);
            links = List.copyOf(links);
        }

        String name() {
            return String.valueOf((char) ('a' + index));
        }

        Field field(String member) {
            return fields.stream()
                    .filter(field -> field.name.equals(member))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(name() + " has no field " + member));
        }

        Link link(String member) {
            return links.stream()
                    .filter(link -> link.name.equals(member))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(name() + " has no link " + member));
        }

        @Override
        public String toString() {
            return "%s(id %s%s, fields %s, links %s)"
                    .formatted(name(), ids, isImmutable ? ", a record" : "", fields, links);
        }
    }

    /** A field that may be null or missing. */
    record Field(String name, FieldKind kind) {
        String storedName() {
            return stored(name);
        }

        @Override
        public String toString() {
            return name + " " + kind;
        }
    }

    /**
     * A link, or a back link where it names what it mirrors.
     *
     * @param target the index of the type at the other end
     */
    record Link(
            String name,
            LinkShape shape,
            LinkStorage storage,
            int target,
            @Nullable String mirrored) {
        boolean isBackLink() {
            return mirrored != null;
        }

        String storedName() {
            return stored(name);
        }

        @Override
        public String toString() {
            char type = (char) ('a' + target);
            return isBackLink()
                    ? "%s %s back of %s.%s".formatted(name, shape, type, mirrored)
                    : "%s %s %s to %s".formatted(name, shape, storage, type);
        }
    }

    /** Stored names differ from members, so that a mix-up shows. */
    private static String stored(String member) {
        return member + "_";
    }

    /** What a field holds. */
    enum FieldKind {
        NUMBER,
        TEXT,
        NUMBERS
    }

    /** The type of ids. */
    enum IdKind {
        NUMBER(Integer.class),
        TEXT(String.class),
        OBJECT_ID(ObjectId.class);

        private final Class<?> idClass;

        IdKind(Class<?> idClass) {
            this.idClass = idClass;
        }

        Class<?> idClass() {
            return idClass;
        }

        /** The id with a number; ids are in the order of their numbers. */
        Object id(int number) {
            return switch (this) {
                case NUMBER -> number;
                case TEXT -> "k%02d".formatted(number);
                case OBJECT_ID -> new ObjectId("%024x".formatted(0x5000_0000L + number));
            };
        }
    }
}
