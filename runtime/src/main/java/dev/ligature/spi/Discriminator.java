// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.internal.Excerpt;
import dev.ligature.spi.bson.ReadFailure;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The field that tells which type a stored document or an embedded value has, and the values that it has for one type, or
 * for those that a sealed type permits.
 */
public record Discriminator(String key, List<String> values) {
    public Discriminator {
        values = List.copyOf(values);
    }

    /** The discriminator of all given types, which share a key. */
    static Discriminator of(List<DocumentType<?>> types) {
        List<Discriminator> each = types.stream()
                .map(type -> Objects.requireNonNull(type.discriminator(), "discriminator"))
                .toList();
        return new Discriminator(
                each.get(0).key,
                each.stream().flatMap(one -> one.values.stream()).toList());
    }

    /** Whether a stored document has one of the values. */
    public boolean isOf(BsonDocument stored) {
        BsonValue value = stored.get(key);
        return value != null
                && value.isString()
                && values.contains(value.asString().getValue());
    }

    /** Returns the filter for those of the documents that have one of the values. */
    public BsonDocument restricted(BsonDocument filter) {
        BsonValue condition = condition();
        BsonValue given = filter.get(key);
        if (given == null) {
            BsonDocument restricted = new BsonDocument();
            restricted.putAll(filter);
            return restricted.append(key, condition);
        }
        return given.equals(condition)
                ? filter
                : new BsonDocument("$and", new BsonArray(List.of(filter, new BsonDocument(key, condition))));
    }

    private BsonValue condition() {
        return values.size() == 1
                ? new BsonString(values.get(0))
                : new BsonDocument(
                        "$in",
                        new BsonArray(values.stream().map(BsonString::new).toList()));
    }

    /**
     * The failure for a document that has none of the values.
     *
     * @param found null if it has no such field
     */
    ReadFailure refused(@Nullable String found) {
        String known = values.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
        return found == null
                ? new ReadFailure(key, "required, but missing; one of " + known)
                : new ReadFailure(key, "expected one of " + known + ", found \"" + Excerpt.of(found) + '"');
    }
}
