// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Links to moons, which link back: two collections in a circle, without any rule. */
@Document(collection = "planets")
public record Planet(Long id, @Link List<Ref<Moon>> moons) {
    public static Planet of(long id, long... moons) {
        return new Planet(id, Arrays.stream(moons).mapToObj(Ref::<Moon>to).toList());
    }

    public static Planet withMoons(long id, long from, long to) {
        return of(id, LongStream.range(from, to).toArray());
    }
}
