// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.link.Ref;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names that links store. They are the ids of the documents, so they are known before anything is fetched. */
public final class Names {
    private Names() {}

    /** The name of a linked package. */
    public static String of(Ref<Package> link) {
        return given(QPackage.id(link));
    }

    /** The names of linked packages, in their order. */
    public static List<String> of(List<Ref<Package>> links) {
        return links.stream().map(Names::of).toList();
    }

    /** The name of a linked section. */
    public static String ofSection(Ref<Section> link) {
        return given(QSection.id(link));
    }

    /** The name of a linked source. */
    public static String ofSource(Ref<Source> link) {
        return given(QSource.id(link));
    }

    private static String given(@Nullable String name) {
        return Objects.requireNonNull(name, "every document here has a name");
    }
}
