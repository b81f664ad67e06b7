// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells after which failures of a command it makes sense to send it again. The driver labels some of them, but not
 * those that it throws before it sends anything: another command's failure has cleared the connection pool, or a server
 * has left the cluster.
 */
public final class Resendable {
    private Resendable() {}

    /**
     * Whether a transaction may run again that met the failure before its commit. Nothing of it has taken place, so the
     * only question is whether it could succeed.
     */
    public static boolean transaction(Throwable failure) {
        MongoException cause = driverException(failure);
        return cause != null
                && (cause.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                        || cause instanceof MongoSocketException
                        || isUnsent(cause));
    }

    /** Whether a commit may be sent again: its result is unknown, or it was never sent. */
    public static boolean commit(Throwable failure) {
        MongoException cause = driverException(failure);
        return cause != null
                && (cause.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL) || isUnsent(cause));
    }

    /** Whether an abort may be sent again: the connection failed, not the server. */
    public static boolean abort(Throwable failure) {
        MongoException cause = driverException(failure);
        return cause != null && (cause instanceof MongoSocketException || isUnsent(cause));
    }

    /** Whether nobody knows whether an abort has reached the server: as {@link #abort}, or its time is over. */
    static boolean unanswered(Throwable failure) {
        return abort(failure) || driverException(failure) instanceof MongoOperationTimeoutException;
    }

    /** Whether the server has not executed the command. */
    private static boolean isUnsent(MongoException failure) {
        return failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoServerUnavailableException
                || failure instanceof MongoSocketOpenException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || (failure instanceof MongoTimeoutException // no server or no free connection in time
                        && !(failure instanceof MongoOperationTimeoutException));
    }

    /** The driver's exception in a chain of causes, or null. */
    public static @Nullable MongoException driverException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException exception) {
                return exception;
            }
        }
        return null;
    }
}
