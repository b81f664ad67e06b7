// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Change.Assignment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** What the update operators of MongoDB's manual do to documents. */
record Updating(World world) {
    /** The effect, or null where a stored null makes the server refuse it half-way. */
    @Nullable
    Effect of(Change.Update update) {
        Model.Type type = world.model().type(update.root());
        List<Row> matching = new Reference(world)
                .matching(update.root(), update.condition()).stream()
                        .filter(row ->
                                update.assignments().stream().allMatch(assignment -> isReadable(row, type, assignment)))
                        .toList();
        Contents contents = Contents.of(world);
        for (Row row : matching) {
            BsonDocument document = Objects.requireNonNull(contents.get(type.index(), row.id()));
            for (Assignment assignment : update.assignments()) {
                Optional<Model.Link> box = type.boxOf(assignment.field());
                boolean isApplied = box.isPresent()
                        ? apply(assignment, box.get(), document)
                        : apply(assignment, type.field(assignment.field()).storedName(), document);
                if (!isApplied) {
                    return null;
                }
            }
        }
        return Effect.of(matching.size(), contents);
    }

    /** Whether what the update leaves can be read: an absent box is not created where its link is required. */
    private static boolean isReadable(Row row, Model.Type type, Assignment assignment) {
        return type.boxOf(assignment.field())
                .filter(link -> !link.shape().isOptional() && assignment.operator() != Change.Operator.UNSET)
                .map(link -> !row.boxes(link).isEmpty())
                .orElse(true);
    }

    private static boolean apply(Assignment assignment, Model.Link link, BsonDocument document) {
        BsonValue stored = document.get(link.boxName());
        if (stored != null && stored.isNull()) {
            return assignment.operator() == Change.Operator.UNSET; // nothing is within a null
        }
        BsonDocument box = stored == null ? new BsonDocument() : stored.asDocument();
        boolean isApplied = apply(assignment, Box.STORED_NUMBER, box);
        if (!box.isEmpty()) {
            document.put(link.boxName(), box);
        }
        return isApplied;
    }

    private static boolean apply(Assignment assignment, String field, BsonDocument document) {
        BsonValue stored = document.get(field);
        BsonValue value = Values.bson(assignment.value());
        switch (assignment.operator()) {
            case SET -> document.put(field, value);
            case UNSET -> document.remove(field);
            case MIN -> {
                if (stored == null || Values.compare(value, stored) < 0) {
                    document.put(field, value);
                }
            }
            case MAX -> {
                if (stored == null || Values.compare(value, stored) > 0) {
                    document.put(field, value);
                }
            }
            default -> {
                if (stored != null && stored.isNull()) {
                    return false; // neither a number nor a list
                }
                change(assignment.operator(), field, stored, value, document);
            }
        }
        return true;
    }

    private static void change(
            Change.Operator operator,
            String field,
            @Nullable BsonValue stored,
            BsonValue value,
            BsonDocument document) {
        if (operator == Change.Operator.INC) {
            document.put(
                    field, stored == null ? value : sum(stored, value.asInt32().getValue()));
            return;
        }
        BsonArray list = stored == null ? new BsonArray() : stored.asArray();
        boolean holds = list.stream().anyMatch(each -> Values.equal(each, value));
        if (operator == Change.Operator.PULL) {
            list.removeIf(each -> Values.equal(each, value));
        } else if (operator == Change.Operator.PUSH || !holds) {
            list.add(value);
        }
        if (stored != null || operator != Change.Operator.PULL) {
            document.put(field, list);
        }
    }

    private static BsonValue sum(BsonValue stored, int amount) {
        return switch (stored.getBsonType()) {
            case INT32 -> new BsonInt32(stored.asInt32().getValue() + amount);
            case INT64 -> new BsonInt64(stored.asInt64().getValue() + amount);
            case DOUBLE -> new BsonDouble(stored.asDouble().getValue() + amount);
            default -> new BsonDecimal128(new Decimal128(Values.exact(stored).add(BigDecimal.valueOf(amount))));
        };
    }
}
