// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import java.util.List;

/** Enums of a document, and of what it embeds. */
@Projection(Chair.class)
record ChairCard(
        Wood wood, List<Wood> layers, @Path("finish.veneer") Wood veneer) {}
