// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

import dev.ligature.annotation.Document;

/** A document that other packages reach by a link alone. */
@Document
record Gate(String id, Place place) {}
