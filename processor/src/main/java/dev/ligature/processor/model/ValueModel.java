package dev.ligature.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** How the values of a type are stored. */
public sealed interface ValueModel {
    /** The type of the values, boxed. */
    TypeName type();

    /** A type with a codec of the runtime's. */
    record Scalar(ScalarKind kind) implements ValueModel {
        @Override
        public TypeName type() {
            return kind.type();
        }
    }

    /** An enum, stored by name. */
    record Enumeration(ClassName type) implements ValueModel {}

    /** Values one after the other, stored as an array. */
    sealed interface Sequence extends ValueModel {
        ValueModel element();
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

    /** A map with strings as keys, stored as a document. */
    record MapOf(TypeName type, ValueModel value) implements ValueModel {}

    /**
     * An embedded document.
     *
     * @param name {@link EmbeddedModel#name()}
     * @param isCyclic whether this use closes a cycle of embedded types
     */
    record Embedded(TypeName type, String name, boolean isCyclic) implements ValueModel {}

    /**
     * A type whose codec comes from the registry of the database.
     *
     * @param member {@code House.price}, for messages at run time
     */
    record Registered(TypeName type, String member) implements ValueModel {}
}
