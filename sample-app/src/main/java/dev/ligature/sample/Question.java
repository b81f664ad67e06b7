// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.query.FetchPlan;
import reactor.core.publisher.Flux;

/**
 * A question of the tour.
 *
 * @param plan how the answer will be found
 * @param answer the answer, for people, line by line; asks the database on subscription
 */
record Question(String title, FetchPlan plan, Flux<String> answer) {}
