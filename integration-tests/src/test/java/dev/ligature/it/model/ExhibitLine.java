// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import java.util.List;

/** Shows some members of an exhibit and what lies behind its links. */
@Projection(Exhibit.class)
public record ExhibitLine(
        int number,
        String title,
        @Path("curator.name") String curator,
        @Path("curator.age") int age,
        @Path("guests.name") List<String> guests) {
    public ExhibitLine {
        if (age < 0) {
            throw new IllegalArgumentException("nobody is " + age + " years old");
        }
    }
}
