// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;

/** Projections are Java records, which kapt reads beside the Kotlin sources. */
@Projection(House.class)
public record HouseCard(String name, @Path("door.height") int doorHeight) {}
