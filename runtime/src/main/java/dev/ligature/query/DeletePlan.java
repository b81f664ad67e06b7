// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a delete would do: first the links that are removed, then the documents that are deleted, each before the one
 * that led to it, so the documents that the caller named come last. If there is a refusal, nothing of this would be
 * done. A value; prints as {@code pull from 3 House.windows; delete 12 Window}.
 *
 * @param steps in the order in which they are sent
 * @param refusals why the delete would be refused
 */
public record DeletePlan(List<Step> steps, List<Refusal> refusals) {
    public DeletePlan {
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
    }

    /** Tells whether the delete would fail before anything is changed. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** What a step does. */
    public enum Action {
        /**
         * A link to one document is <a
         * href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">unset</a>. If it is stored as a
         * DBRef, it is set to null.
         */
        UNSET("unset"),
        /** The links are <a href="https://www.mongodb.com/docs/manual/reference/operator/update/pull/">pulled</a> from lists. */
        PULL("pull from"),
        /** Documents are <a href="https://www.mongodb.com/docs/manual/reference/command/delete/">deleted</a>. */
        DELETE("delete");

        private final String words;

        Action(String words) {
            this.words = words;
        }
    }

    /**
     * One command, or a few if there are too many ids for one.
     *
     * @param action what the step does
     * @param collection the collection that is changed
     * @param subject the link ({@code House.windows}), or the type of the documents that are deleted
     * @param documents how many documents are changed or deleted
     */
    public record Step(Action action, String collection, String subject, long documents) {
        @Override
        public String toString() {
            return action.words + " " + documents + " " + subject;
        }
    }

    /**
     * A reason to refuse a delete: documents that refer to deleted ones, and are not deleted themselves.
     *
     * @param rule {@code RESTRICT}, or {@code UNLINK} if the link is required and cannot be unset
     * @param document the type of the deleted documents
     * @param ids the ids of the deleted documents to which others refer
     * @param member the back link that declares the rule: {@code Person.houses}
     * @param link the link of the referring documents: {@code House.owners}
     * @param referrers how many documents refer
     */
    public record Refusal(
            OnDelete rule, String document, List<Object> ids, String member, String link, long referrers) {
        private static final int SHOWN = 10;

        public Refusal {
            ids = List.copyOf(ids);
        }

        /**
         * Returns the documents as a text: {@code Person 5f1…}, or {@code Person [a, b]}. If there are many ids, it
         * shows the first ones.
         */
        public String documents() {
            if (ids.size() == 1) {
                return document + " " + Excerpt.of(ids.get(0));
            }
            String more = ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "";
            return document + " " + ids.stream().limit(SHOWN).map(Excerpt::of).toList() + more;
        }

        @Override
        public String toString() {
            return "refused: " + referrers + " " + link + " to " + documents() + " (" + member + " is " + rule + ")";
        }
    }

    @Override
    public String toString() {
        List<Object> parts = new ArrayList<>(refusals);
        parts.addAll(steps);
        return parts.isEmpty()
                ? "delete nothing"
                : parts.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
