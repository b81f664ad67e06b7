// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.List;
import java.util.function.Function;

/**
 * What is asked of houses.
 *
 * @param roots the roots that must come back
 * @param links the links that must come back with them
 */
public record HouseWorkload(
        String title, HouseData data, long roots, long links, Function<HouseQueries, Answer> question) {
    public static final List<HouseWorkload> ALL = List.of(
            new HouseWorkload("100 houses, door", HouseData.SMALL, 100, 100, queries -> queries.withDoor(100)),
            new HouseWorkload(
                    "100 houses, door and 10 windows",
                    HouseData.SMALL,
                    100,
                    1_100,
                    queries -> queries.withDoorAndWindows(100)),
            new HouseWorkload("1,000 houses, door", HouseData.SMALL, 1_000, 1_000, queries -> queries.withDoor(1_000)),
            new HouseWorkload(
                    "1,000 houses, door and 10 windows",
                    HouseData.SMALL,
                    1_000,
                    11_000,
                    queries -> queries.withDoorAndWindows(1_000)),
            new HouseWorkload(
                    "1,000 houses over 50 doors", HouseData.SHARED, 1_000, 1_000, queries -> queries.withDoor(1_000)),
            new HouseWorkload(
                    "1,000 houses over 50 doors and 50 windows",
                    HouseData.SHARED,
                    1_000,
                    11_000,
                    queries -> queries.withDoorAndWindows(1_000)),
            new HouseWorkload("20 of 20,000 by index", HouseData.SMALL, 20, 0, queries -> queries.street(false)),
            new HouseWorkload(
                    "20 of 20,000 by index, links", HouseData.SMALL, 20, 220, queries -> queries.street(true)),
            new HouseWorkload("page of 20 by index", HouseData.SMALL, 20, 0, queries -> queries.page(false)),
            new HouseWorkload("page of 20 by index, links", HouseData.SMALL, 20, 220, queries -> queries.page(true)),
            new HouseWorkload(
                    "page and count through a link, 20,000", HouseData.SMALL, 400, 20, HouseQueries::pageThroughLink),
            new HouseWorkload(
                    "page and count through a link, 200,000", HouseData.LARGE, 400, 20, HouseQueries::pageThroughLink),
            new HouseWorkload("400 of 20,000 through a link", HouseData.SMALL, 400, 0, HouseQueries::filterThroughLink),
            new HouseWorkload(
                    "400 of 200,000 through a link", HouseData.LARGE, 400, 0, HouseQueries::filterThroughLink));

    /** The workload with a title. */
    static HouseWorkload titled(String title) {
        return ALL.stream()
                .filter(workload -> workload.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload \"" + title + "\""));
    }

    public Answer ask(HouseQueries queries) {
        return question.apply(queries);
    }

    /** Fails when a contender does not answer as the hand-written queries do. */
    void verify(Connection connection, String contender, Answer answer) {
        Answer right =
                ask(Contender.named(HouseContenders.ALL, Names.HAND_WRITTEN).open(connection, data.database()));
        if (right.roots() != roots || right.links() != links) {
            throw new IllegalStateException(title + ": the data is not as expected: " + right);
        }
        if (!answer.equals(right)) {
            throw new IllegalStateException(
                    contender + " gives a wrong answer to " + title + ": " + answer + " instead of " + right);
        }
    }
}
