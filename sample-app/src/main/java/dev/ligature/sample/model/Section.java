// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample.model;

import dev.ligature.annotation.Document;
import org.bson.codecs.pojo.annotations.BsonId;

/** What a package is about: {@code net}, {@code python}, … */
@Document(collection = "sections")
public record Section(@BsonId String name) {}
