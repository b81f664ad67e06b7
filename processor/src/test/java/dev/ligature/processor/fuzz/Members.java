// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The members of compiled types, by reflection: another reading of the same rules than the processor's. */
final class Members {
    private Members() {}

    /** The members of a class and its superclasses. */
    static List<Field> of(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> owner = type;
                owner != null && owner != Object.class && owner != Record.class;
                owner = owner.getSuperclass()) {
            Arrays.stream(owner.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                    .filter(field -> !Modifier.isTransient(field.getModifiers()))
                    .forEach(fields::add);
        }
        fields.forEach(field -> field.setAccessible(true));
        return fields;
    }

    static boolean isStored(Field field) {
        return annotated(field).noneMatch(each -> each.isAnnotationPresent(BsonIgnore.class))
                && !field.getGenericType().getTypeName().contains("dev.ligature.link.BackRef");
    }

    static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The name under which a member of an embedded value is stored. */
    static String storedName(Field field) {
        return annotated(field)
                .flatMap(each -> Stream.ofNullable(each.getAnnotation(BsonProperty.class)))
                .map(BsonProperty::value)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(
                        annotated(field).anyMatch(each -> each.isAnnotationPresent(BsonId.class))
                                ? "_id"
                                : field.getName());
    }

    /** The field and the methods that read it. */
    private static Stream<AnnotatedElement> annotated(Field field) {
        String name = field.getName();
        String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        List<String> getters = List.of(name, "get" + capitalized, "is" + capitalized);
        Stream<Method> methods = Arrays.stream(field.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && getters.contains(method.getName()));
        return Stream.concat(Stream.of(field), methods);
    }

    /** Whether values of a class consist of members: it is one of the declaration. */
    static boolean isStructure(Class<?> type) {
        return type.getClassLoader() instanceof CompiledTypes && !Enum.class.isAssignableFrom(type);
    }
}
