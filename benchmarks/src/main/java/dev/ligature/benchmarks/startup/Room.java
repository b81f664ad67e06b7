// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

/** The document that is read first. */
@Document(collection = "rooms")
public record Room(ObjectId id, String name, @Link Ref<Lamp> lamp) {}
