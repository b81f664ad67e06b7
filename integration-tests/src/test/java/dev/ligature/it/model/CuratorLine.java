// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import java.util.List;

/** Shows what lies behind the back link of a curator. */
@Projection(Curator.class)
public record CuratorLine(
        int number, @Path("exhibits.title") List<String> titles) {}
