package dev.ligature.benchmarks.query;

/** Houses, each with a door and a hundred windows, that are written and deleted together. */
public interface Cascades {
    /** Windows of each house. */
    int WINDOWS = 100;

    /** Makes new houses in memory: what is written next. Not measured. */
    void build(int houses);

    /** Writes what was built. */
    void insert();

    /** Deletes all houses with a number below this, and their doors and windows. */
    void delete(int houses);

    /** What the names of the collections begin with. */
    default String prefix() {
        return "";
    }
}
