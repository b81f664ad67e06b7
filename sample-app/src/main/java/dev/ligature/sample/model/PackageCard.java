// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import java.util.List;

/**
 * A package in a list. Nothing else of it is read, and of the packages that it depends on only the sections.
 *
 * @param neededSections the sections of the packages that it depends on, one for each package
 */
@Projection(Package.class)
public record PackageCard(
        String name,
        long installedSizeKiB,
        String sourceName,
        @Path("depends.section.name") List<String> neededSections) {}
