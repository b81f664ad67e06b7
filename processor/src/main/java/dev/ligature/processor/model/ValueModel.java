// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the values of a type are stored. */
public sealed interface ValueModel {
    /** The type of the values, boxed. */
    TypeName type();

    /** What a value is made of, or is stored as; itself if it is neither. */
    default ValueModel inner() {
        return this;
    }

    /** The embedded values that a value is, or holds in lists and maps. */
    default Optional<Embedded> embedded() {
        return this instanceof Sequence || this instanceof MapOf ? inner().embedded() : Optional.empty();
    }

    /** A type with a codec of the runtime's. */
    record Scalar(ScalarKind kind) implements ValueModel {
        @Override
        public TypeName type() {
            return kind.type();
        }
    }

    /**
     * An enum, stored by name.
     *
     * @param renamed the constants that are stored by another name than their own, in the order of their declaration
     */
    record Enumeration(ClassName type, List<Renamed> renamed) implements ValueModel {
        public Enumeration {
            renamed = List.copyOf(renamed);
        }
    }

    /** A constant that is stored by another name. */
    record Renamed(String constant, String storedName) {}

    /** Values one after the other, stored as an array. */
    sealed interface Sequence extends ValueModel {
        ValueModel element();

        @Override
        default ValueModel inner() {
            return element();
        }
    }

    /** A {@code List}, {@code Collection} or {@code Set}. */
    record Elements(TypeName type, Container container, ValueModel element) implements Sequence {}

    /** The interface by which elements are declared. */
    enum Container {
        LIST,
        COLLECTION,
        SET
    }

    /** An array of objects. */
    record ObjectArray(TypeName type, ValueModel element) implements Sequence {}

    /** An array of primitives other than {@code byte[]}. */
    record PrimitiveArray(ScalarKind elementKind) implements Sequence {
        @Override
        public TypeName type() {
            return ArrayTypeName.of(elementKind.type().unbox());
        }

        @Override
        public ValueModel element() {
            return new Scalar(elementKind);
        }
    }

    /**
     * A map, stored as a document.
     *
     * @param key the enum whose constants are the keys; null if they are strings
     */
    record MapOf(TypeName type, @Nullable Enumeration key, ValueModel value) implements ValueModel {
        @Override
        public ValueModel inner() {
            return value;
        }
    }

    /**
     * An embedded document.
     *
     * @param name {@link EmbeddedModel#name()}
     * @param isCyclic whether this use closes a cycle of embedded types
     */
    record Embedded(TypeName type, String name, boolean isCyclic) implements ValueModel {
        @Override
        public Optional<Embedded> embedded() {
            return Optional.of(this);
        }
    }

    /**
     * A type that a converter turns into another one.
     *
     * @param converter its class
     * @param isPublic whether every package may name the converter and the stored type
     * @param stored how the other type is stored
     */
    record Converted(TypeName type, ClassName converter, boolean isPublic, ValueModel stored) implements ValueModel {
        @Override
        public ValueModel inner() {
            return stored;
        }
    }

    /**
     * A type whose codec comes from the registry of the database.
     *
     * @param member {@code House.price}, for messages at run time
     */
    record Registered(TypeName type, String member) implements ValueModel {}
}
