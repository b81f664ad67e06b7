// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import org.jspecify.annotations.Nullable;

/**
 * Which packages are wanted. Null means any.
 *
 * @param prefix packages whose names start like this
 * @param section packages of this section
 * @param dependsOn packages that depend on this package, whether it exists or not
 * @param dependsOnSection packages that depend on some package of this section
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

    /** Those of these packages that depend on some package of a section. */
    PackageQuery dependingOnSection(String other) {
        return new PackageQuery(prefix, section, dependsOn, other);
    }
}
