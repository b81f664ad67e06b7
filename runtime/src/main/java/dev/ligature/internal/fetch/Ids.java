package dev.ligature.internal.fetch;

import java.util.Comparator;

/** The order of the referrers of a back link: by id, whatever way they were fetched. */
public final class Ids {
    public static final Comparator<Object> ORDER = Ids::compare;

    private Ids() {}

    @SuppressWarnings("unchecked") // ids of one type, which is comparable with itself
    private static int compare(Object one, Object other) {
        return one instanceof Comparable<?> && one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.toString().compareTo(other.toString()); // embedded ids: any order that is always the same
    }
}
