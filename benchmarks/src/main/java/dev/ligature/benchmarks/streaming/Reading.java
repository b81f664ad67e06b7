// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

/** A small document with a link and a list of links. */
@Document(collection = "readings")
public record Reading(
        ObjectId id,
        String name,
        int value,
        @Link Ref<Sensor> sensor,
        @Link List<Ref<Tag>> tags) {}
