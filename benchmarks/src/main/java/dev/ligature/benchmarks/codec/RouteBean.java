// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** {@link Route} as classes, for mappers that take no records; ids in place of the links. */
@Entity(value = "routes", useDiscriminator = false)
public class RouteBean {
    @Id
    public @Nullable ObjectId id;

    public @Nullable List<Integer> minutes;
    public @Nullable List<String> labels;
    public @Nullable List<ObjectId> stops;
    public @Nullable List<PointBean> shape;

    @Entity(useDiscriminator = false)
    public static class PointBean {
        public double x;
        public double y;
    }
}
