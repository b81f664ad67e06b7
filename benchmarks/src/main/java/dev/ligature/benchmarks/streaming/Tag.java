// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;

/** Every reading links to two of these. */
@Document(collection = "tags")
public record Tag(ObjectId id, String name, int weight) {}
