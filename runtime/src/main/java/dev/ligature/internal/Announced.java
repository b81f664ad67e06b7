// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What generated classes say about the classes that they were generated for. It is found without reflection on members:
 * a generated class announces it when it is initialised.
 *
 * @param <A> what is announced
 */
public final class Announced<A> {
    private final String suffix;
    private final ClassValue<AtomicReference<@Nullable A>> byClass = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable A> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    /**
     * @param suffix the suffix of the names of the generated classes: {@code Codec}
     */
    public Announced(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Called by the initialiser of a generated class. Also called to remember the answer for a class for which none was
     * generated.
     */
    public void announce(Class<?> type, A announced) {
        byClass.get(type).set(announced);
    }

    /**
     * Returns what is announced about the given class, or null. If the generated class has not been initialised, this
     * initialises it.
     */
    public @Nullable A find(Class<?> type) {
        AtomicReference<@Nullable A> announced = byClass.get(type);
        if (announced.get() == null) {
            try {
                Class.forName(type.getName().replace('$', '_') + suffix, true, type.getClassLoader());
            } catch (ClassNotFoundException e) {
                return null;
            }
        }
        return announced.get();
    }
}
