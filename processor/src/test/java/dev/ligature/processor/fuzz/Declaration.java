// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A few types that belong together, in a package that no other declaration uses.
 *
 * <p>Texts of types name others in braces, with the package before a bar, such as <code>{java.util|List}</code>: {@link SourceText}
 * imports what can be imported.
 *
 * @param types those of the top level
 * @param isMeantWell whether nothing was put into it to be refused
 */
record Declaration(int number, String packageName, List<Type> types, boolean isMeantWell) {
    Declaration {
        types = List.copyOf(types);
    }

    enum Kind {
        RECORD,
        CLASS,
        ENUM,
        INTERFACE
    }

    /** How objects of a class are made. */
    enum Making {
        /** Without arguments, or with those members that cannot be set. */
        PLAIN,
        /** By a constructor with all members. */
        ARGUMENTS,
        /** By either. */
        BOTH,
        /** By an annotated constructor, whose parameters have names of their own. */
        CREATOR,
        /** By an annotated method. */
        FACTORY
    }

    /**
     * A type.
     *
     * @param file the type of the top level in whose file it is, by its name; empty for a file of its own
     * @param modifiers with a blank behind, as are {@code typeParameters}, {@code heritage} in front
     * @param heritage what it extends, implements and permits
     * @param body lines that are put into it as they are
     */
    record Type(
            String packageName,
            String file,
            List<String> annotations,
            String modifiers,
            Kind kind,
            String name,
            String typeParameters,
            String heritage,
            Making making,
            List<String> body,
            List<Member> members,
            List<Type> nested) {
        Type {
            annotations = List.copyOf(annotations);
            body = List.copyOf(body);
            members = List.copyOf(members);
            nested = List.copyOf(nested);
        }

        Type with(List<String> newAnnotations, List<Member> newMembers, List<Type> newNested, List<String> newBody) {
            return new Type(
                    packageName,
                    file,
                    newAnnotations,
                    modifiers,
                    kind,
                    name,
                    typeParameters,
                    heritage,
                    making,
                    newBody,
                    newMembers,
                    newNested);
        }

        Type with(Making newMaking) {
            return new Type(
                    packageName,
                    file,
                    annotations,
                    modifiers,
                    kind,
                    name,
                    typeParameters,
                    heritage,
                    newMaking,
                    body,
                    members,
                    nested);
        }

        Stream<Type> all() {
            return Stream.concat(Stream.of(this), nested.stream().flatMap(Type::all));
        }
    }

    /** How a member of a class is read and set; components of records are what they are. */
    enum Reach {
        FIELD,
        FINAL_FIELD,
        GETTER_AND_SETTER,
        FLUENT,
        GETTER_AND_ARGUMENT,
        HIDDEN;

        boolean isFinal() {
            return this == FINAL_FIELD || this == GETTER_AND_ARGUMENT;
        }

        boolean isPrivate() {
            return this != FIELD && this != FINAL_FIELD;
        }
    }

    /**
     * A member.
     *
     * @param modifiers with a blank behind
     * @param onGetter whether the annotations are on the method that reads it, where there is one
     * @param initializer with an equals sign in front
     */
    record Member(
            List<String> annotations,
            String modifiers,
            String type,
            boolean isNullable,
            String name,
            Reach reach,
            boolean onGetter,
            String initializer) {
        Member {
            annotations = List.copyOf(annotations);
        }

        Member(List<String> annotations, String type, String name, Reach reach) {
            this(annotations, "", type, false, name, reach, false, "");
        }

        Member withAnnotations(List<String> others) {
            return new Member(others, modifiers, type, isNullable, name, reach, onGetter, initializer);
        }

        Member withReach(Reach other) {
            return new Member(annotations, modifiers, type, isNullable, name, other, onGetter, initializer);
        }

        Member withType(String other) {
            return new Member(annotations, modifiers, other, isNullable, name, reach, onGetter, initializer);
        }

        /** Without what is not needed for it to be a member. */
        Member plain() {
            return new Member(annotations, "", type, false, name, reach, false, "");
        }

        boolean isStatic() {
            return modifiers.contains("static");
        }
    }

    Declaration with(List<Type> others) {
        return new Declaration(number, packageName, others, isMeantWell);
    }

    /** The simple names of all its types. */
    Set<String> typeNames() {
        Set<String> names = new LinkedHashSet<>();
        types.stream().flatMap(Type::all).map(Type::name).forEach(names::add);
        return names;
    }

    /** The declarations that lack one thing that this one has. */
    List<Declaration> smaller() {
        List<Declaration> smaller = new ArrayList<>();
        for (List<Type> fewer : smaller(types)) {
            smaller.add(with(fewer));
        }
        return smaller;
    }

    private static List<List<Type>> smaller(List<Type> types) {
        List<List<Type>> smaller = new ArrayList<>(without(types));
        for (int i = 0; i < types.size(); i++) {
            for (Type each : smaller(types.get(i))) {
                smaller.add(replaced(types, i, each));
            }
        }
        return smaller;
    }

    private static List<Type> smaller(Type type) {
        List<Type> smaller = new ArrayList<>();
        without(type.members())
                .forEach(members -> smaller.add(type.with(type.annotations(), members, type.nested(), type.body())));
        without(type.annotations())
                .forEach(
                        annotations -> smaller.add(type.with(annotations, type.members(), type.nested(), type.body())));
        without(type.body())
                .forEach(body -> smaller.add(type.with(type.annotations(), type.members(), type.nested(), body)));
        if (type.making() != Making.PLAIN) {
            smaller.add(type.with(Making.PLAIN));
        }
        for (int i = 0; i < type.members().size(); i++) {
            for (Member each : smaller(type.members().get(i))) {
                smaller.add(
                        type.with(type.annotations(), replaced(type.members(), i, each), type.nested(), type.body()));
            }
        }
        smaller(type.nested())
                .forEach(nested -> smaller.add(type.with(type.annotations(), type.members(), nested, type.body())));
        return smaller;
    }

    private static List<Member> smaller(Member member) {
        List<Member> smaller = new ArrayList<>();
        without(member.annotations()).forEach(annotations -> smaller.add(member.withAnnotations(annotations)));
        if (member.reach() != Reach.FIELD) {
            smaller.add(member.withReach(Reach.FIELD));
        }
        smaller.add(member.plain());
        smaller.add(member.withType("int"));
        smaller.removeIf(member::equals);
        return smaller;
    }

    private static <T> List<List<T>> without(List<T> elements) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            List<T> fewer = new ArrayList<>(elements);
            fewer.remove(i);
            lists.add(fewer);
        }
        return lists;
    }

    private static <T> List<T> replaced(List<T> elements, int index, T element) {
        List<T> copy = new ArrayList<>(elements);
        copy.set(index, element);
        return copy;
    }
}
