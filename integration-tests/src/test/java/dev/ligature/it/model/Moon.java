// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other half of {@link Planet}. */
@Document(collection = "moons")
public record Moon(Long id, @Link Optional<Ref<Planet>> planet) {
    public static Moon of(long id, @Nullable Long planet) {
        return new Moon(id, Optional.ofNullable(planet).map(Ref::to));
    }
}
