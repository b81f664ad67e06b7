package dev.ligature.sample.model;

import dev.ligature.link.Ref;
import java.util.List;
import java.util.Objects;

/** The names that links store: the documents' ids, there before anything is fetched. */
public final class Names {
    private Names() {}

    /** The name of what a link points to. */
    public static String of(Ref<?> link) {
        return (String) Objects.requireNonNull(link.id(), "every document here has a name");
    }

    /** The names of what links point to, in their order. */
    public static <T> List<String> of(List<Ref<T>> links) {
        return links.stream().map(Names::of).toList();
    }
}
