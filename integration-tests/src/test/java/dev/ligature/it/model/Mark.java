// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;

/** Nothing but an id. */
@Document(collection = "marks")
public record Mark(String id) {}
