// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.Optional;

/** Keeps its sailor from being deleted, unless it goes with its ship. */
@Document(collection = "contracts")
public record Contract(
        String id, @Link Ref<Sailor> sailor, @Link Optional<Ref<Ship>> ship) {}
