// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import dev.ligature.annotation.Document;

/** A document whose id is a value with members, one of which has the same name as the id. */
@Document
public record Country(Code id, String name) {
    public record Code(String id, int number) {}
}
