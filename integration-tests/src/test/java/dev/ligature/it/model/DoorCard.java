// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import java.util.Optional;

/** Shows the house behind the back link of a door. */
@Projection(Door.class)
public record DoorCard(int height, @Path("house.name") Optional<String> house) {}
