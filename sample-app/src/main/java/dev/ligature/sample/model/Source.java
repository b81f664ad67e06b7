// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A source package.
 *
 * @param binaries the packages built from it
 */
@Document(collection = "sources")
public record Source(
        @BsonId String name,
        @BackLink(originalField = "source") List<BackRef<Package>> binaries) {}
