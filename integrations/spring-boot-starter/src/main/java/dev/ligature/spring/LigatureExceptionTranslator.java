// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.ligature.DanglingLinkException;
import dev.ligature.DeleteRestrictedException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentReadException;
import dev.ligature.DocumentWriteException;
import dev.ligature.DuplicateKeyException;
import dev.ligature.InvalidLinkException;
import dev.ligature.InvalidPageTokenException;
import dev.ligature.InvalidValueException;
import dev.ligature.LigatureException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.NonUniqueResultException;
import dev.ligature.OperationException;
import dev.ligature.RequiredLinkException;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.VersionConflictException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Translates Ligature's exceptions to Spring's {@link DataAccessException}s, with Ligature's exception as the cause.
 * Spring uses it for what methods of {@code @Repository} classes throw. You translate the errors of a publisher
 * yourself:
 *
 * <pre>{@code
 * houses.insert(house).onErrorMap(LigatureException.class, translator::translate)
 * }</pre>
 */
public final class LigatureExceptionTranslator implements PersistenceExceptionTranslator {
    /** Creates a translator. It has no state. */
    public LigatureExceptionTranslator() {}

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return failure instanceof LigatureException e ? translate(e) : null;
    }

    /** Returns the Spring exception that means the same. */
    public DataAccessException translate(LigatureException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof VersionConflictException) {
            return new OptimisticLockingFailureException(message, failure);
        }
        if (failure instanceof DuplicateKeyException) {
            return new org.springframework.dao.DuplicateKeyException(message, failure);
        }
        if (failure instanceof DeleteRestrictedException
                || failure instanceof RequiredLinkException
                || failure instanceof InvalidDocumentException) {
            return new DataIntegrityViolationException(message, failure);
        }
        if (failure instanceof NonUniqueResultException) {
            return new IncorrectResultSizeDataAccessException(message, 1, failure);
        }
        if (failure instanceof DocumentNotFoundException
                || failure instanceof DocumentReadException
                || failure instanceof DanglingLinkException) {
            return new DataRetrievalFailureException(message, failure);
        }
        if (failure instanceof TransactionsNotSupportedException) {
            return new InvalidDataAccessResourceUsageException(message, failure);
        }
        if (isUsage(failure)) {
            return new InvalidDataAccessApiUsageException(message, failure);
        }
        return failure instanceof OperationException ? ofDriver(message, failure) : new Uncategorized(message, failure);
    }

    private static boolean isUsage(LigatureException failure) {
        return failure instanceof InvalidPageTokenException
                || failure instanceof InvalidValueException
                || failure instanceof InvalidLinkException
                || failure instanceof UnsavedLinkException
                || failure instanceof LinkNotFetchedException
                || failure instanceof DocumentWriteException;
    }

    private static DataAccessException ofDriver(String message, LigatureException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof MongoExecutionTimeoutException || cause instanceof MongoOperationTimeoutException) {
            return new QueryTimeoutException(message, failure);
        }
        if (cause instanceof MongoTimeoutException || cause instanceof MongoSocketException) {
            return new DataAccessResourceFailureException(message, failure);
        }
        return new Uncategorized(message, failure);
    }

    /** A failure for which Spring has no name. */
    private static final class Uncategorized extends UncategorizedDataAccessException {
        private static final long serialVersionUID = 1L;

        Uncategorized(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
