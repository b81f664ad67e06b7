// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;

/** What many readings link to. */
@Document(collection = "sensors")
public record Sensor(ObjectId id, String name, int level) {}
