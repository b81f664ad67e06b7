package dev.ligature.spi;

/** The id of a link that is stored in the form that it does not declare: a join by the declared one does not find its target. */
public record UndeclaredForm(Object id) {
    /** The id, in whichever form it is stored. */
    public static Object idOf(Object stored) {
        return stored instanceof UndeclaredForm other ? other.id : stored;
    }
}
