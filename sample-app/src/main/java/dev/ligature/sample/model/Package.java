// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.CompoundIndex;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A binary package. Its name is its id, so a dependency is stored as the name that the distribution's own files have.
 * That also works if no such package exists, because it is a virtual one or one of another version.
 *
 * @param installedSizeKiB how much it takes on disk when it is installed
 * @param archiveBytes how much there is to download
 * @param requiredBy the packages that depend on this one
 * @param constrainedBy the control files that say in which versions this one is needed
 */
@Document(collection = "packages")
@CompoundIndex({"section", "-installedSizeKiB", "name"}) // a section's packages by size
@SuppressWarnings("JavaLangClash") // what else would one call it?
public record Package(
        @BsonId String name,
        String version,
        Priority priority,
        long installedSizeKiB,
        long archiveBytes,
        @Link Ref<Section> section,
        @Link Ref<Source> source,

        @Indexed @Link
        List<Ref<Package>> depends, // not needed for requiredBy, but for its pages: the index ends in the name

        @Link List<Ref<Package>> recommends,

        @BackLink(originalField = "depends", onDelete = OnDelete.RESTRICT)
        List<BackRef<Package>> requiredBy,

        @BackLink(originalField = "depends.target") List<BackRef<Control>> constrainedBy) {}
