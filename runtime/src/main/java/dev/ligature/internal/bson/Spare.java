package dev.ligature.internal.bson;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a thing from one use to the next. Who uses one at the same time gets another.
 *
 * @param <X> the thing
 */
public final class Spare<X> {
    private final Supplier<X> maker;
    private final AtomicReference<@Nullable X> kept = new AtomicReference<>();

    /** @param maker makes one when none is kept */
    public Spare(Supplier<X> maker) {
        this.maker = maker;
    }

    /** The one that is kept, which is no longer so; or a new one. */
    public X take() {
        X spare = kept.getAndSet(null);
        return spare == null ? maker.get() : spare;
    }

    /** Keeps one that is not used any more. */
    public void keep(X spare) {
        kept.setRelease(spare);
    }
}
