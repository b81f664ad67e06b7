// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.spi.DocumentType;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * One change of one field by an update operator.
 *
 * @param operands none for {@code $unset} and {@code $currentDate}; several for {@code $push} and {@code $addToSet}
 *     with {@code $each}
 * @param whole the value around the field that must be there for the change, because the change would otherwise create
 *     one that cannot be read; null for none
 * @param type the type of the documents to change, if they share their collection with others; null for all
 */
public record Assignment(
        String operator,
        String field,
        List<Operand> operands,
        @Nullable String whole,
        @Nullable DocumentType<?> type) {
    public Assignment {
        operands = List.copyOf(operands);
    }

    /** The condition that the document is of the type, and has everything around the field that the change needs. */
    public Predicate condition() {
        Predicate holder = whole == null
                ? new Predicate.Always()
                : new Predicate.Raw(new BsonDocument(whole, new BsonDocument("$type", new BsonString("object"))));
        return type == null ? holder : Predicate.and(Narrowing.ofType(type), holder);
    }

    /** The operand of the operator, in its stored form. */
    public BsonValue value(CodecRegistry registry) {
        return switch (operator) {
            case "$unset" -> new BsonString("");
            case "$currentDate" -> BsonBoolean.TRUE;
            case "$push", "$addToSet" -> new BsonDocument("$each", each(registry));
            case "$pull" -> new BsonDocument("$in", each(registry));
            default -> operands.get(0).encode(registry);
        };
    }

    private BsonArray each(CodecRegistry registry) {
        BsonArray values = new BsonArray();
        for (Operand operand : operands) {
            values.add(operand.encode(registry));
        }
        return values;
    }
}
