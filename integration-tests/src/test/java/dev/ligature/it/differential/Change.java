// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.DeleteRule;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WriteRule;
import java.util.List;
import java.util.Map;
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
     * @param links of links to one a list of one
     */
    record Draft(int type, @Nullable Object id, Map<String, Object> values, Map<String, List<End>> links) {}

    /**
     * What a draft links to: another draft, or an id.
     *
     * @param draft the position of the draft, -1 for none
     */
    record End(int draft, @Nullable Object id) {}
}
