// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import dev.ligature.benchmarks.query.Answer;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A house with the documents that were joined to it; without any when they were not. */
record PlainHouse(
        ObjectId id,
        int number,
        String name,
        String street,
        int rooms,
        ObjectId doorId,
        List<ObjectId> windowIds,
        @Nullable PlainDoor door,
        List<PlainWindow> windows) {
    static Answer answer(List<PlainHouse> houses) {
        Answer.Tally tally = new Answer.Tally();
        for (PlainHouse house : houses) {
            tally.root();
            PlainDoor door = house.door();
            if (door != null) {
                tally.link(door.width());
            }
            for (PlainWindow window : house.windows()) {
                tally.link(window.width());
            }
        }
        return tally.answer();
    }
}
