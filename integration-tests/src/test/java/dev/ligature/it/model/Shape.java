// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import org.bson.codecs.pojo.annotations.BsonDiscriminator;

/** Embedded as one of several records, told apart by a field of their own. */
@BsonDiscriminator(key = "kind")
public sealed interface Shape {
    /** A subtype with a name of its own in the database. */
    @BsonDiscriminator(key = "kind", value = "circle")
    record Circle(double radius) implements Shape {}

    /** A subtype with a member of the sealed type. */
    @BsonDiscriminator(key = "kind", value = "pair")
    record Pair(Shape left, Shape right) implements Shape {}

    /** A subtype named by its class. */
    record Dot() implements Shape {}
}
