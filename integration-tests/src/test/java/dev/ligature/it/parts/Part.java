// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.parts;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;

/** Documents of several types that link to each other within their collection. */
@Document(collection = "parts")
@BsonDiscriminator(key = "kind")
public sealed interface Part {
    String id();

    @BackLink(originalField = "parts", onDelete = OnDelete.UNLINK)
    List<BackRef<Assembly>> usedIn();

    @BsonDiscriminator("assembly")
    record Assembly(
            String id,
            List<BackRef<Assembly>> usedIn,
            @Link List<Ref<Part>> parts,
            @Link Optional<Ref<Bolt>> main) implements Part {}

    @BsonDiscriminator("bolt")
    record Bolt(
            String id,
            List<BackRef<Assembly>> usedIn,
            int size,

            @BackLink(originalField = "main", onDelete = OnDelete.RESTRICT)
            List<BackRef<Assembly>> mainOf)
            implements Part {}
}
