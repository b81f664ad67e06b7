// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the control file of a package says: which packages it depends on, in which versions.
 *
 * @param depends in the order of the file. A package may be there twice, with a lower and an upper limit
 */
@Document(collection = "controls")
public record Control(@BsonId String name, String version, List<Relation> depends) {
    /**
     * A dependency.
     *
     * @param constraint which versions will do: {@code >= 2.34}; empty if all will
     */
    public record Relation(
            Optional<String> constraint, @Link Ref<Package> target) {}
}
