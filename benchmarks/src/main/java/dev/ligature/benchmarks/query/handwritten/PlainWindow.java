// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import org.bson.types.ObjectId;

/** A window. */
record PlainWindow(ObjectId id, int width, int height, boolean tinted) {}
