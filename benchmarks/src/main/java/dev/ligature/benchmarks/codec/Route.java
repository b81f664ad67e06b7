// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A document of lists: numbers, strings, links and embedded values. */
@Document(collection = "routes")
public record Route(
        @BsonId ObjectId id,
        List<Integer> minutes,
        List<String> labels,
        @Link List<Ref<Stop>> stops,
        List<Point> shape) {
    @Document(collection = "stops")
    public record Stop(ObjectId id, String name) {}

    public record Point(double x, double y) {}

    /** The same document for mappers without links: ids in their place. */
    public record Plain(
            @BsonId ObjectId id, List<Integer> minutes, List<String> labels, List<ObjectId> stops, List<Point> shape) {}

    static Route sample() {
        Stream<Ref<Stop>> stops = IntStream.range(0, 50).mapToObj(i -> Ref.to(new ObjectId(1_700_000_000 + i, i)));
        return new Route(
                new ObjectId("665000000000000000000004"),
                IntStream.range(0, 100).map(i -> i * 37).boxed().toList(),
                IntStream.range(0, 100).mapToObj(i -> "Label " + i).toList(),
                stops.toList(),
                IntStream.range(0, 20)
                        .mapToObj(i -> new Point(52.5 + i / 8.0, 13.4 - i / 8.0))
                        .toList());
    }
}
