// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DuplicateKeyException;
import dev.ligature.InvalidLinkException;
import dev.ligature.InvalidPageTokenException;
import dev.ligature.InvalidValueException;
import dev.ligature.LigatureException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.NonUniqueResultException;
import dev.ligature.OperationException;
import dev.ligature.RequiredLinkException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.VersionConflictException;
import dev.ligature.VersionConflictException.Conflict;
import dev.ligature.spring.LigatureExceptionTranslator;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which errors are the client's, and what it is told. */
class ProblemsTest {
    private static final VersionConflictException CONFLICT = new VersionConflictException(
            "House", List.of(new Conflict(new ObjectId("665000000000000000000001"), 1, 2)), null, List.of());

    static List<LigatureException> ofTheClient400() {
        return List.of(
                new InvalidPageTokenException("token"),
                new InvalidLinkException("id"),
                new InvalidValueException("value"));
    }

    static List<LigatureException> ofTheStoredDocuments() {
        return List.of(CONFLICT, new DeleteRestrictedException("referrers"), new RequiredLinkException("required"));
    }

    static List<LigatureException> ofTheApplication() {
        return List.of(
                new LinkNotFetchedException("not fetched"),
                new NonUniqueResultException("several"),
                new UnsavedLinkException("unsaved"),
                new OperationException("unreachable", new IllegalStateException("closed")),
                new LigatureException("other", null));
    }

    @Test
    void saysThatADocumentIsNotThere() {
        ProblemDetail problem =
                Problems.of(new DocumentNotFoundException("House 1 is gone")).orElseThrow();

        assertThat(problem.getStatus()).isEqualTo(404);
        assertThat(problem.getDetail()).isEqualTo("House 1 is gone");
        assertThat(problem.getProperties()).containsExactly(Map.entry("error", "DocumentNotFound"));
    }

    @ParameterizedTest
    @MethodSource("ofTheClient400")
    void saysThatARequestCannotBeRead(LigatureException failure) {
        assertThat(Problems.of(failure).orElseThrow().getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("ofTheStoredDocuments")
    void saysThatTheStoredDocumentsDoNotAllowIt(LigatureException failure) {
        assertThat(Problems.of(failure).orElseThrow().getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("ofTheApplication")
    void leavesErrorsOfTheApplicationAlone(LigatureException failure) {
        assertThat(Problems.of(failure)).isEmpty();
    }

    @Test
    void showsTheVersions() {
        assertThat(Problems.of(CONFLICT).orElseThrow().getProperties())
                .containsEntry(
                        "conflicts", List.of(Map.of("id", "665000000000000000000001", "expected", 1L, "found", 2L)));
    }

    @Test
    void doesNotQuoteAServerThatTellsWhatIsStored() {
        DuplicateKeyException unread = new DuplicateKeyException(
                "House: write in \"houses\" failed: two documents would have the same values. Key (mail)=(ada@example.com)",
                new IllegalStateException("E11000"),
                null,
                List.of(),
                new BsonDocument(),
                List.of());

        ProblemDetail problem = Problems.of(unread).orElseThrow();

        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getDetail())
                .isEqualTo("Two documents would have the same value for a field that must be unique.");
    }

    @Test
    void findsWhatSpringHasTranslated() {
        Throwable translated = new LigatureExceptionTranslator().translate(CONFLICT);

        assertThat(Problems.of(new IllegalStateException(translated))
                        .orElseThrow()
                        .getStatus())
                .isEqualTo(409);
    }

    @ResponseStatus(HttpStatus.GONE)
    private static final class HouseGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HouseGoneException(Throwable cause) {
            super(cause);
        }
    }

    @Test
    void leavesAnswersOfTheApplicationAlone() {
        DocumentNotFoundException failure = new DocumentNotFoundException("House 1 is gone");

        assertThat(Problems.of(new ResponseStatusException(HttpStatus.GONE, "gone", failure)))
                .isEmpty();
        assertThat(Problems.of(new HouseGoneException(failure))).isEmpty();
    }

    @Test
    void endsWhereCausesFormACircle() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));

        assertThat(Problems.of(first)).isEmpty();
    }
}
