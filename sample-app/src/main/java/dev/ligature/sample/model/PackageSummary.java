// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.annotation.Projection;

/**
 * A package in a list. Nothing else of it is read. The names of its section and source are stored in it, so nothing is
 * joined.
 */
@Projection(Package.class)
public record PackageSummary(
        String name, String version, long installedSizeKiB, String sectionName, String sourceName) {}
