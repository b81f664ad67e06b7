// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import org.jspecify.annotations.Nullable;

/**
 * A way into a public class for the packages above it. To users its objects are values that do not change, so what the
 * runtime does with them must not be public. The class hands over access when it is initialised.
 *
 * @param <D> what can be done inside, in terms that do not name the class, because packages depend on one another in
 *     one direction only
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

    /** Returns the access. Initialises the owner if nobody has done so. */
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
