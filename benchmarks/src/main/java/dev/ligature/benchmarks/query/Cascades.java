// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

/** Houses, each with a door and windows, that are written and deleted together. */
public interface Cascades {
    /** Windows of each house that is inserted or deleted. */
    int WINDOWS = 100;

    /** Makes new houses in memory: what is written next. Not measured. */
    void build(int houses, int windowsOfEach);

    /** Writes what was built; afterwards that is what is stored. */
    void insert();

    /** Deletes all houses with a number below this, and their doors and windows. */
    void delete(int houses);

    /** Changes the declared fields of what was built and is stored. */
    default void save() {
        throw new CannotException("is compared by its inserts");
    }

    /** Puts what was built in the place of what is stored. */
    default void replace() {
        throw new CannotException("is compared by its inserts");
    }

    /** Whether it does the last two. */
    default boolean changes() {
        return false;
    }

    /** What the names of the collections begin with. */
    default String prefix() {
        return "";
    }
}
