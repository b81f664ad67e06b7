package dev.ligature.sample;

import org.jspecify.annotations.Nullable;

/**
 * Which packages are wanted. What is null does not matter.
 *
 * @param prefix those whose names start like this
 * @param section those of this section
 * @param dependsOn those that depend on this package, whether it exists or not
 * @param dependsOnSection those that depend on some package of this section
 */
record PackageQuery(
        @Nullable String prefix,
        @Nullable String section,
        @Nullable String dependsOn,
        @Nullable String dependsOnSection) {

    /** The packages of a section. */
    static PackageQuery ofSection(String section) {
        return new PackageQuery(null, section, null, null);
    }

    /** Of these, the ones that depend on some package of a section. */
    PackageQuery dependingOnSection(String other) {
        return new PackageQuery(prefix, section, dependsOn, other);
    }
}
