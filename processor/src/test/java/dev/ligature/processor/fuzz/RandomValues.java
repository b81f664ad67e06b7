// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes random values of compiled types that can be stored. */
final class RandomValues {
    private final Chance chance;
    private final RandomScalars scalars;

    RandomValues(Chance chance) {
        this.chance = chance;
        this.scalars = new RandomScalars(chance);
    }

    /** An object of a document's class; of a sealed one, of a type that it permits. */
    Object document(Class<?> type) throws ReflectiveOperationException {
        return type.isSealed()
                ? document(chance.of(Arrays.asList(type.getPermittedSubclasses())))
                : structure(type, Map.of(), 0);
    }

    private @Nullable Object value(Type type, Map<TypeVariable<?>, Type> variables, int depth)
            throws ReflectiveOperationException {
        if (type instanceof TypeVariable<?> variable) {
            return value(variables.getOrDefault(variable, String.class), variables, depth);
        }
        if (type instanceof GenericArrayType array) {
            return array(
                    raw(array.getGenericComponentType(), variables), array.getGenericComponentType(), variables, depth);
        }
        if (type instanceof ParameterizedType parameterized) {
            return parameterized(parameterized, variables, depth);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray() && plain != byte[].class) {
            return array(plain.getComponentType(), plain.getComponentType(), variables, depth);
        }
        Object scalar = scalars.of(plain);
        return scalar != null ? scalar : plain.isPrimitive() ? null : concrete(plain, depth);
    }

    private Object parameterized(ParameterizedType type, Map<TypeVariable<?>, Type> variables, int depth)
            throws ReflectiveOperationException {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Ref.class) {
            return Ref.to(id((Class<?>) arguments[0]));
        }
        if (raw == BackRef.class) {
            return BackRef.notFetched();
        }
        if (raw == Optional.class) {
            return depth < 5 && chance.percent(60)
                    ? Optional.ofNullable(value(arguments[0], variables, depth + 1))
                    : Optional.empty();
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = size(depth); i > 0; i--) {
                map.put(key((Class<?>) arguments[0]), value(arguments[1], variables, depth + 1));
            }
            return map;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            boolean isSet = raw == Set.class;
            Collection<Object> elements = isSet ? new LinkedHashSet<>() : new ArrayList<>();
            for (int i = size(depth); i > 0; i--) {
                Object element = value(arguments[0], variables, depth + 1);
                if (!isSet || isNew(element, elements)) {
                    elements.add(element);
                }
            }
            return elements;
        }
        Map<TypeVariable<?>, Type> inner = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            inner.put(raw.getTypeParameters()[i], resolved(arguments[i], variables));
        }
        return structure(raw, inner, depth + 1);
    }

    /** Whether something that is stored tells it from all others: a set is read with such elements only. */
    private static boolean isNew(Object element, Collection<Object> others) throws IllegalAccessException {
        for (Object other : others) {
            if (Sameness.difference(element, other).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Object key(Class<?> type) {
        return type.isEnum() ? chance.of(Arrays.asList(type.getEnumConstants())) : scalars.key();
    }

    private int size(int depth) {
        return depth < 5 ? chance.below(4) : 0;
    }

    private Object array(Class<?> component, Type type, Map<TypeVariable<?>, Type> variables, int depth)
            throws ReflectiveOperationException {
        Object array = Array.newInstance(component, size(depth));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, value(type, variables, depth + 1));
        }
        return array;
    }

    private static Class<?> raw(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType(), variables).arrayType();
        }
        return type instanceof Class<?> plain ? plain : raw(variables.getOrDefault(type, Object.class), variables);
    }

    /** A type argument without variables, as far as the grammar nests them. */
    private static Type resolved(Type type, Map<TypeVariable<?>, Type> variables) {
        return variables.getOrDefault(type, type);
    }

    private Object id(Class<?> document) throws ReflectiveOperationException {
        String member = DocumentType.of(document).idMember();
        Class<?> type = document;
        while (type.isSealed()) {
            type = type.getPermittedSubclasses()[0];
        }
        Field field = Members.of(type).stream()
                .filter(each -> each.getName().equals(member))
                .findFirst()
                .orElseThrow();
        Object id = value(field.getGenericType(), variables(type, Map.of()), 4);
        return id == null ? 0 : id;
    }

    private Object concrete(Class<?> type, int depth) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return chance.of(Arrays.asList(type.getEnumConstants()));
        }
        if (type.isSealed()) {
            return concrete(chance.of(Arrays.asList(type.getPermittedSubclasses())), depth);
        }
        return structure(type, Map.of(), depth + 1);
    }

    private Object structure(Class<?> type, Map<TypeVariable<?>, Type> variables, int depth)
            throws ReflectiveOperationException {
        if (type.isRecord()) {
            return record(type, variables, depth);
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = zero(constructor.getParameterTypes()[i]);
        }
        Object object = constructor.newInstance(arguments);
        Map<TypeVariable<?>, Type> all = variables(type, variables);
        for (Field field : Members.of(type)) {
            field.set(object, memberValue(field, all, depth));
        }
        return object;
    }

    private static @Nullable Object zero(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** The variables of a class and of its superclasses. */
    private static Map<TypeVariable<?>, Type> variables(Class<?> type, Map<TypeVariable<?>, Type> own) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>(own);
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getGenericSuperclass() instanceof ParameterizedType parent) {
                TypeVariable<?>[] parameters = each.getSuperclass().getTypeParameters();
                for (int i = 0; i < parameters.length; i++) {
                    variables.put(parameters[i], parent.getActualTypeArguments()[i]);
                }
            }
        }
        return variables;
    }

    private Object record(Class<?> type, Map<TypeVariable<?>, Type> variables, int depth)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = memberValue(type.getDeclaredField(components[i].getName()), variables, depth);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private @Nullable Object memberValue(Field field, Map<TypeVariable<?>, Type> variables, int depth)
            throws ReflectiveOperationException {
        return Members.isNullable(field) && chance.percent(40) ? null : value(field.getGenericType(), variables, depth);
    }
}
