// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import org.bson.types.ObjectId;

/** A door. */
record PlainDoor(ObjectId id, int height, int width) {}
