package dev.ligature.internal;

import org.jspecify.annotations.Nullable;

/**
 * A way into a public class for the packages above it. Users see values that nobody changes under them, so what the runtime does
 * with those is no method of theirs; the class hands its inside over when it is initialised.
 *
 * @param <D> what is done inside, in terms that do not name the class: packages depend on one another in one direction
 */
public final class Door<D> {
    private final String owner;
    private volatile @Nullable D inside;

    /** @param owner the class that opens the door */
    public Door(String owner) {
        this.owner = owner;
    }

    /** Called by the owner's initialiser. */
    public void open(D access) {
        inside = access;
    }

    /** What is inside; initialises the owner when nobody has done so. */
    public D get() {
        D known = inside;
        if (known == null) {
            initialize();
            known = inside;
        }
        if (known == null) {
            throw new AssertionError(owner + " has not opened its door");
        }
        return known;
    }

    private void initialize() {
        try {
            Class.forName(owner, true, Door.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
