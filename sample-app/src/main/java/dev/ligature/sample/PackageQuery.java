package dev.ligature.sample;

import org.jspecify.annotations.Nullable;

/**
 * Which packages are wanted.
 *
 * @param section those of this section; of any when null
 * @param dependsOnSection those that depend on something of this section; on anything or nothing when null
 */
record PackageQuery(@Nullable String section, @Nullable String dependsOnSection) {}
