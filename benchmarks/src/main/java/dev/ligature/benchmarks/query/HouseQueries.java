// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

/**
 * What is asked of houses; a contender answers as it can. One that cannot do the work throws {@link CannotException} with the
 * reason.
 */
public interface HouseQueries {
    /** The houses with a number below this, in any order, with their doors. */
    Answer withDoor(int houses);

    /** The houses with a number below this, in any order, with their doors and windows. */
    Answer withDoorAndWindows(int houses);

    /** The 20 houses of one of a thousand streets, found by an index, alone or with doors and windows. */
    Answer street(boolean links);

    /** The third page of 20 houses in the order of their names, which are indexed, alone or with doors and windows. */
    Answer page(boolean links);

    /** The third page of 20 houses among the 400 whose door has a certain height, widest door first, with doors; and their count. */
    Answer pageThroughLink();

    /** The 400 houses whose door has a certain height, alone. */
    Answer filterThroughLink();
}
