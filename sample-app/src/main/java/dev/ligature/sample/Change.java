// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import reactor.core.publisher.Flux;

/**
 * A change of the tour.
 *
 * @param result what it has done, for people, line by line; changes the database on subscription
 */
record Change(String title, Flux<String> result) {}
