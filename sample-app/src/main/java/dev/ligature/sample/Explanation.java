// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.query.FetchPlan;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/**
 * How an answer was found.
 *
 * @param plan the plan of its main query
 * @param commands all commands that were sent for it, as JSON
 * @param elapsed the time from the question to the answer
 */
record Explanation(FetchPlan plan, List<String> commands, Duration elapsed) {
    /** An answer with its explanation. */
    static Mono<BsonDocument> explained(FetchPlan plan, Mono<BsonDocument> answer) {
        return Mono.defer(() -> {
            CommandLog log = new CommandLog();
            return log.watch(answer).timed().map(timed -> timed.get()
                    .append("explanation", PackageJson.of(new Explanation(plan, log.commands(), timed.elapsed()))));
        });
    }
}
