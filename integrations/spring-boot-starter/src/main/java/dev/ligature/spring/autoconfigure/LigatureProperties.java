// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of Ligature. Those of the client and the database are Boot's own: {@code spring.mongodb.*}.
 *
 * @param createIndexes whether the indexes that documents declare are created at the start, or only checked
 * @param indexTimeout how long the start waits for the indexes
 * @param validate whether documents are validated by Bean Validation before they are written
 * @param commandTags whether the metrics of MongoDB's commands have the tags "repository" and "operation"
 */
@ConfigurationProperties("ligature")
public record LigatureProperties(
        @DefaultValue("false") CreateIndexes createIndexes,
        @DefaultValue("5m") Duration indexTimeout,
        @DefaultValue("true") boolean validate,
        @DefaultValue("true") boolean commandTags) {

    /** What happens to indexes when the application starts. */
    public enum CreateIndexes {
        /** Missing indexes are created before the application is ready. */
        TRUE,
        /** Nothing. */
        FALSE,
        /** The start fails if indexes are missing, and names them. */
        CHECK
    }
}
