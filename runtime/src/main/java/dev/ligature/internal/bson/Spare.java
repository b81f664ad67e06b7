// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.bson;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an object from one use to the next. Users at the same time get different objects.
 *
 * @param <X> the object
 */
public final class Spare<X> {
    private final Supplier<X> maker;
    private final AtomicReference<@Nullable X> kept = new AtomicReference<>();

    /**
     * @param maker creates an object when none is kept
     */
    public Spare(Supplier<X> maker) {
        this.maker = maker;
    }

    /** Takes the object that is kept, or creates one. */
    public X take() {
        X spare = kept.getAndSet(null);
        return spare == null ? maker.get() : spare;
    }

    /** Gives back an object that is not used any more. */
    public void keep(X spare) {
        kept.setRelease(spare);
    }
}
