// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What happens to one command on its way to the server, or to its reply on the way back. */
sealed interface Fault {
    /** The connection ends before the server has seen the command. */
    record CutBefore() implements Fault {}

    /** The server executes the command; the connection ends before the reply arrives. */
    record CutAfter() implements Fault {}

    /** As {@link CutBefore}, but the connection is reset, as by a crash of the other side. */
    record Reset() implements Fault {}

    /** The command reaches the server late. */
    record Delay(Duration duration) implements Fault {}

    /** The command never reaches the server, and the connection stays open without a word. */
    record BlackHole() implements Fault {}

    /** All connections end and new ones are refused for a while, as in a fail-over. The server does not see the command. */
    record FailOver(Duration duration) implements Fault {}

    /** The server answers with an error instead of executing the command. */
    record ServerError(int code, String name, List<String> labels) implements Fault {
        /** Of a server that goes away or is no primary any more: what has begun there has not ended there. */
        private static final Set<Integer> CHANGES_OF_STATE = Set.of(91, 189, 10107, 11600, 11602, 13435, 13436);

        public ServerError {
            labels = List.copyOf(labels);
        }

        /** Whether a server that answers so has ended the transaction of the command, if there is one. */
        boolean endsTransaction() {
            return labels.contains(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                    || !CHANGES_OF_STATE.contains(code);
        }
    }
}
