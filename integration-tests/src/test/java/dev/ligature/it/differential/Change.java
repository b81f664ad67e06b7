// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.DeleteRule;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WriteRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One operation that writes, or looks for what a repair would. Ids are as a user has them. */
sealed interface Change extends Case {
    /** An update of all documents for which a condition holds. */
    record Update(int root, Cond condition, List<Assignment> assignments) implements Change {}

    /** One change of one field. */
    record Assignment(Operator operator, String field, Object value) {}

    /** The update operators. */
    enum Operator {
        SET,
        UNSET,
        MIN,
        MAX,
        INC,
        PUSH,
        ADD_TO_SET,
        PULL
    }

    /** A delete of all documents for which a condition holds, and of what rules say. */
    record Delete(int root, Cond condition, DeleteRule rule) implements Change {}

    /** Links added to one document, or to those that refer to it by a back link. */
    record Attach(int root, Object id, String link, List<Object> others) implements Change {}

    record Detach(int root, Object id, String link, List<Object> others) implements Change {}

    record DetachAll(int root, Object id, List<String> links) implements Change {}

    /** The scan for what dangles. */
    record Dangling(int root, String link) implements Change {}

    record Repair(int root, String link, RepairRule rule) implements Change {}

    /** The rewriting of links of the other form. */
    record Restore(int root, String link) implements Change {}

    /** A document that is read, with its links or without, changed and written again. */
    record Resave(
            int root,
            Object id,
            boolean fetches,
            @Nullable String field,
            @Nullable Object value,
            Verb verb,
            WriteRule rule)
            implements Change {}

    /** Documents that are written; the first is the root. */
    record Write(int root, List<Draft> drafts, Verb verb, WriteRule rule) implements Change {}

    /** How documents are written. */
    enum Verb {
        INSERT,
        SAVE,
        REPLACE
    }

    /**
     * A document in memory.
     *
     * @param id null for one that is to be given
     * @param links its own; of links to one a list of one
     * @param boxes of links in boxes; of a single box a list of one
     */
    record Draft(
            int type,
            @Nullable Object id,
            Map<String, Object> values,
            Map<String, List<End>> links,
            Map<String, List<Packed>> boxes) {
        /** All that it links to. */
        Stream<End> ends() {
            return Stream.concat(
                    links.values().stream().flatMap(List::stream),
                    boxes.values().stream().flatMap(List::stream).flatMap(box -> box.ends().stream()));
        }

        Draft with(Map<String, Object> otherValues) {
            return new Draft(type, id, otherValues, links, boxes);
        }

        Draft withLink(String link, List<End> ends) {
            Map<String, List<End>> others = new HashMap<>(links);
            others.put(link, ends);
            return new Draft(type, id, values, others, boxes);
        }

        Draft withBoxes(String link, List<Packed> packed) {
            Map<String, List<Packed>> others = new HashMap<>(boxes);
            others.put(link, packed);
            return new Draft(type, id, values, links, others);
        }
    }

    /**
     * A box in memory.
     *
     * @param isLinked whether it has its link, of which the list may be empty
     */
    record Packed(@Nullable Integer n, boolean isLinked, List<End> ends) {}

    /**
     * What a draft links to: another draft, or an id.
     *
     * @param draft the position of the draft, -1 for none
     */
    record End(int draft, @Nullable Object id) {}
}
