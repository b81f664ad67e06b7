// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.Optional;

/** Goes with its route. */
@Document(collection = "bookings")
public record Booking(
        String id, @Link Ref<Route> route, @Link Optional<Ref<Ship>> ship) {}
