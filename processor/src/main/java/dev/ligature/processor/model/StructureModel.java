// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document and an embedded object have in common: members, and a way to create one.
 *
 * @param type the type of the objects
 * @param members in the order of their declaration, superclasses first
 * @param arguments the members that the constructor takes, in the order of its parameters
 * @param factory the static method that creates the objects, or null for the constructor
 * @param discriminator the field that names the type, or null for none
 */
public record StructureModel(
        TypeName type,
        ClassName rawType,
        List<MemberModel> members,
        List<MemberModel> arguments,
        @Nullable String factory,
        @Nullable Discriminator discriminator) {
    public StructureModel {
        members = List.copyOf(members);
        arguments = List.copyOf(arguments);
    }

    /** A field that names the type of an object. */
    public record Discriminator(String key, String value) {}

    /** Whether objects are made before their fields are read. */
    public boolean isMadeFirst() {
        return arguments.isEmpty();
    }

    public boolean isArgument(MemberModel member) {
        return arguments.contains(member);
    }

    /** The members that are set after construction. */
    public List<MemberModel> assigned() {
        return members.stream().filter(member -> !isArgument(member)).toList();
    }

    public List<MemberModel.Stored> stored() {
        return only(MemberModel.Stored.class);
    }

    public List<MemberModel.Reference> references() {
        return only(MemberModel.Reference.class);
    }

    public List<FieldModel> fields() {
        return only(FieldModel.class);
    }

    private <M extends MemberModel> List<M> only(Class<M> kind) {
        return members.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
