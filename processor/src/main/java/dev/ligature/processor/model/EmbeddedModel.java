// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type whose values are stored as documents within a document. */
public sealed interface EmbeddedModel {
    /** Unique within the document: {@code Address}, {@code PairOfStringInteger}. */
    String name();

    /** The type of a name, among those of a document. */
    static EmbeddedModel named(String name, List<EmbeddedModel> types) {
        return types.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    TypeName type();

    /** The type without its arguments. */
    default ClassName rawType() {
        return (ClassName) (type() instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type());
    }

    /** The type's name in messages: {@code House.Address}. */
    String displayName();

    /** Whether the type is public, so that its path may be. */
    boolean isPublic();

    /**
     * The records and classes whose objects the values are: those of the subtypes of a sealed type.
     *
     * @param types finds an embedded type by its name
     */
    default Stream<Plain> instances(Function<String, ? extends @Nullable EmbeddedModel> types) {
        return Stream.empty();
    }

    /** A record or a class. */
    record Plain(String name, String displayName, boolean isPublic, StructureModel structure) implements EmbeddedModel {
        @Override
        public Stream<Plain> instances(Function<String, ? extends @Nullable EmbeddedModel> types) {
            return Stream.of(this);
        }

        @Override
        public TypeName type() {
            return structure.type();
        }
    }

    /**
     * A sealed type, whose values are those of its subtypes.
     *
     * @param key the field that names the subtype
     * @param subtypes those that have instances, derived ones before the types that they extend
     */
    record Union(String name, ClassName type, String displayName, boolean isPublic, String key, List<Subtype> subtypes)
            implements EmbeddedModel {
        public Union {
            subtypes = List.copyOf(subtypes);
        }

        @Override
        public Stream<Plain> instances(Function<String, ? extends @Nullable EmbeddedModel> types) {
            return subtypes.stream()
                    .flatMap(subtype ->
                            Stream.ofNullable(types.apply(subtype.value().name())))
                    .flatMap(type -> type.instances(types));
        }
    }

    /**
     * An enum among the subtypes of a sealed type.
     *
     * @param constants the names by which its constants are stored
     * @param key the field that names the subtype
     * @param discriminator its value for the enum
     */
    record Constants(
            String name,
            ValueModel.Enumeration constants,
            String displayName,
            boolean isPublic,
            String key,
            String discriminator)
            implements EmbeddedModel {
        @Override
        public ClassName type() {
            return constants.type();
        }
    }

    /** A subtype of a sealed type and the value of its discriminator. */
    record Subtype(String discriminator, ValueModel.Embedded value) {}
}
