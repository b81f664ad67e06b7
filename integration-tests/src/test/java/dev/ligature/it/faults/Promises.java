// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a soak holds Ligature to: how often it has looked, and what it has seen instead. */
final class Promises {
    private static final int SHOWN = 20;

    private final Map<Promise, Integer> checked = new EnumMap<>(Promise.class);
    private final Map<Promise, Integer> broken = new EnumMap<>(Promise.class);
    private final List<String> details = new ArrayList<>();

    enum Promise {
        ONE_HOUSE("Every window that is moved by transactions is in exactly one house."),
        BALANCES("Transfers by transactions leave the sum of the balances as it was."),
        TRANSACTIONS("Every transaction is done in the end."),
        NO_TRANSACTION_OPEN("No transaction is open afterwards: the server changes all that they changed, at once."),
        NOTHING_DANGLES("No link dangles, but those of documents whose delete is still to be completed."),
        COMPLETED("A write or delete that breaks off is completed by the same call."),
        DELETED("A delete along links leaves nothing of what its rule deletes, and all of what it keeps."),
        RESTRICTED("A delete that a rule forbids is refused."),
        READS("A read gives what is stored, or an error of Ligature's."),
        HEAP("The heap does not grow."),
        THREADS("Threads do not grow in number."),
        CONNECTIONS("Connections stay within the bound of the pool.");

        private final String text;

        Promise(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    void check(Promise promise, boolean kept, String otherwise) {
        if (kept) {
            keep(promise);
        } else {
            breakOne(promise, otherwise);
        }
    }

    synchronized void keep(Promise promise) {
        checked.merge(promise, 1, Integer::sum);
    }

    synchronized void breakOne(Promise promise, String seen) {
        checked.merge(promise, 1, Integer::sum);
        broken.merge(promise, 1, Integer::sum);
        if (details.size() < SHOWN) {
            details.add(promise + ": " + seen);
        }
    }

    synchronized int checked(Promise promise) {
        return checked.getOrDefault(promise, 0);
    }

    synchronized int broken(Promise promise) {
        return broken.getOrDefault(promise, 0);
    }

    /** The first that were broken, and what was seen. */
    synchronized List<String> details() {
        return List.copyOf(details);
    }
}
