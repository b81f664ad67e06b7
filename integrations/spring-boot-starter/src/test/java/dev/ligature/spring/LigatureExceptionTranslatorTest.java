// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import dev.ligature.DeleteRestrictedException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.InvalidPageTokenException;
import dev.ligature.LigatureException;
import dev.ligature.NonUniqueResultException;
import dev.ligature.OperationException;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.VersionConflictException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Ligature's exceptions in Spring's words. */
class LigatureExceptionTranslatorTest {
    private final LigatureExceptionTranslator translator = new LigatureExceptionTranslator();

    static List<Arguments> pairs() {
        return List.of(
                Arguments.of(
                        new VersionConflictException("House", List.of(), null, List.of()),
                        OptimisticLockingFailureException.class),
                Arguments.of(new DeleteRestrictedException("referrers"), DataIntegrityViolationException.class),
                Arguments.of(
                        new InvalidDocumentException("House", List.of(), new IllegalArgumentException()),
                        DataIntegrityViolationException.class),
                Arguments.of(new NonUniqueResultException("several"), IncorrectResultSizeDataAccessException.class),
                Arguments.of(new DocumentNotFoundException("gone"), DataRetrievalFailureException.class),
                Arguments.of(new InvalidPageTokenException("token"), InvalidDataAccessApiUsageException.class),
                Arguments.of(
                        new TransactionsNotSupportedException("standalone", null),
                        InvalidDataAccessResourceUsageException.class),
                Arguments.of(
                        new OperationException("late", new MongoOperationTimeoutException("late")),
                        QueryTimeoutException.class),
                Arguments.of(
                        new OperationException("unreachable", new MongoTimeoutException("no server")),
                        DataAccessResourceFailureException.class),
                Arguments.of(
                        new OperationException("other", new IllegalStateException()),
                        UncategorizedDataAccessException.class),
                Arguments.of(new LigatureException("other", null), UncategorizedDataAccessException.class));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void saysTheSame(LigatureException failure, Class<? extends DataAccessException> expected) {
        assertThat(translator.translateExceptionIfPossible(failure))
                .isInstanceOf(expected)
                .hasMessageContaining(failure.getMessage())
                .hasCause(failure);
    }

    @Test
    void leavesOthersAlone() {
        assertThat(translator.translateExceptionIfPossible(new IllegalStateException()))
                .isNull();
    }
}
