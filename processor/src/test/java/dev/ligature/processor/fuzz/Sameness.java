// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares objects by what is stored of them, as classes of the grammar have no {@code equals}. */
final class Sameness {
    private Sameness() {}

    /** Where two objects differ, and how; empty when they do not. */
    static Optional<String> difference(@Nullable Object one, @Nullable Object other) throws IllegalAccessException {
        return difference("", one, other);
    }

    private static Optional<String> difference(String path, @Nullable Object one, @Nullable Object other)
            throws IllegalAccessException {
        Object first = one == null ? Optional.empty() : one;
        Object second = other == null ? Optional.empty() : other;
        if (first instanceof Optional<?> left && second instanceof Optional<?> right) { // null is as good as empty
            return left.isPresent() && right.isPresent()
                    ? difference(path, left.get(), right.get())
                    : differing(left.isPresent() == right.isPresent(), path, one, other);
        }
        if (first instanceof Collection<?> left && second instanceof Collection<?> right) {
            return elements(path, new ArrayList<>(left), new ArrayList<>(right));
        }
        if (first instanceof Map<?, ?> left && second instanceof Map<?, ?> right) {
            Optional<String> keys = elements(path, new ArrayList<>(left.keySet()), new ArrayList<>(right.keySet()));
            return keys.isPresent()
                    ? keys
                    : elements(path, new ArrayList<>(left.values()), new ArrayList<>(right.values()));
        }
        if (first.getClass() != second.getClass()) {
            return differing(false, path, one, other);
        }
        if (first.getClass().isArray()) {
            return elements(path, list(first), list(second));
        }
        return Members.isStructure(first.getClass())
                ? members(path, first, second)
                : differing(Objects.equals(first, second), path, one, other);
    }

    private static Optional<String> members(String path, Object one, Object other) throws IllegalAccessException {
        for (Field field : Members.of(one.getClass())) {
            if (Members.isStored(field)) {
                Optional<String> difference =
                        difference(path + "." + field.getName(), field.get(one), field.get(other));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> elements(String path, List<?> some, List<?> others) throws IllegalAccessException {
        if (some.size() != others.size()) {
            return differing(false, path, some, others);
        }
        for (int i = 0; i < some.size(); i++) {
            Optional<String> difference = difference(path + "[" + i + "]", some.get(i), others.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static List<Object> list(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Optional<String> differing(
            boolean isSame, String path, @Nullable Object one, @Nullable Object other) {
        return isSame ? Optional.empty() : Optional.of(path + " was " + one + " and is " + other);
    }
}
