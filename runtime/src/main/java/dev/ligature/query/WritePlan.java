// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a write along links would do: one bulk command after the other, targets before those that link to them. A value.
 *
 * @param steps in the order in which they are sent
 */
public record WritePlan(List<Step> steps) {
    public WritePlan {
        steps = List.copyOf(steps);
    }

    /**
     * One bulk command.
     *
     * @param collection the collection that is written
     * @param document the document type
     * @param inserts how many documents are new
     * @param saves how many documents have an id: their declared fields are changed, or they are inserted if they are
     *     not stored
     */
    public record Step(String collection, String document, int inserts, int saves) {
        @Override
        public String toString() {
            String inserting = inserts == 0 ? "" : "insert " + inserts + " " + document;
            String saving = saves == 0 ? "" : "save " + saves + " " + document;
            String separator = inserting.isEmpty() || saving.isEmpty() ? "" : ", ";
            return inserting + separator + saving + " in \"" + collection + '"';
        }
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("; "));
    }
}
