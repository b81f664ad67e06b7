// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;

/** What it links to. */
@Document(collection = "lamps")
public record Lamp(ObjectId id, int watts) {}
