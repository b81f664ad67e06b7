// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.util.Arrays;

/**
 * The constants of an enum and the names by which they are stored. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {
    private final E[] constants;
    private final String[] stored;

    private EnumNames(E[] constants, String[] stored) {
        this.constants = constants;
        this.stored = stored;
    }

    /** Constants that are stored by their own names. */
    public static <E extends Enum<E>> EnumNames<E> of(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return new EnumNames<>(
                constants, Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    /** The same, but one constant is stored by another name. Nothing changes if the enum no longer has the constant. */
    public EnumNames<E> with(String constant, String storedName) {
        String[] changed = stored.clone();
        for (int i = 0; i < constants.length; i++) {
            if (constants[i].name().equals(constant)) {
                changed[i] = storedName;
            }
        }
        return new EnumNames<>(constants, changed);
    }

    /** The name by which a constant is stored. */
    @SuppressWarnings("EnumOrdinal") // not stored: the names are in the order of the constants
    public String name(E constant) {
        return stored[constant.ordinal()];
    }

    E constant(int place) {
        return constants[place];
    }

    /** In the order of the constants. */
    String[] names() {
        return stored.clone();
    }

    /** {@code [RED, GREEN]}: the stored names, for errors. */
    @Override
    public String toString() {
        return Arrays.toString(stored);
    }
}
