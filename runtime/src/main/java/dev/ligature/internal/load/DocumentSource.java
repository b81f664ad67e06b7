// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.driver.Database;
import dev.ligature.internal.driver.TimeLimit;

/** The documents that a repository reaches: where they are, and how they are read and written. */
public record DocumentSource(Database database, DocumentCodecs codecs) {
    /** How long operations may take. */
    public TimeLimit timeLimit() {
        return database.timeLimit();
    }
}
