// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;

/** Stays when its ship is deleted. */
@Document(collection = "logs")
public record LogEntry(String id, @Link Ref<Ship> ship) {}
