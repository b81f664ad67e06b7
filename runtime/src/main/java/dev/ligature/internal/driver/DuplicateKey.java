// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcernException;
import com.mongodb.WriteError;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.IndexType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about the unique index that refused a document. Replies to commands have it in {@code keyPattern}
 * and {@code keyValue}. Of replies to writes, the driver keeps only the text. It is believed only if there is one way
 * to read it, because a string in it may contain anything.
 *
 * @param index the name of the index, or null
 * @param fields the stored fields of the index; empty if they are not known
 * @param values the values of the document, by field; empty if they are not known
 */
record DuplicateKey(@Nullable String index, List<String> fields, BsonDocument values) {
    /**
     * {@code E11000 duplicate key error collection: db.houses index: name_1 dup key: { name: "Oak" }}, as MongoDB puts
     * it.
     */
    private static final Pattern WITH_VALUES = Pattern.compile(
            "E11000 .*? index: (?<index>.+?)(?<collation> collation: \\{.*?\\})? dup key: (?<values>\\{ .* \\})",
            Pattern.DOTALL);
    /** {@code Duplicate key violation on the requested collection: Index 'name_1'}, as DocumentDB puts it. */
    private static final Pattern WITH_INDEX =
            Pattern.compile("Duplicate key violation on the requested collection: Index '(?<index>[^']+)'");
    /** The start of {@code { name: "Oak" }}. */
    private static final Pattern FIRST_FIELD = Pattern.compile("\\{ ([^\\s\"':{}\\[\\],]+): .*", Pattern.DOTALL);
    /**
     * A scalar that can end at one place only: {@code "Oak"}, {@code 2.5}, {@code ObjectId('…')}. A string with a
     * backslash is not read: MongoDB escapes nothing, but other servers do.
     */
    private static final String SCALAR = "(\"[^\"\\\\]*+\"|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null"
            + "|(?:new )?[A-Za-z]+\\((?:\"[^\"]*\"|'[^']*'|-?\\d+)\\))";
    /** The end of a long string that the server has cut. */
    private static final String CUT = "...\"";
    /** The longest text of values that is read, in characters. */
    private static final int READABLE = 4_000;

    /** What the driver's exception says, if it is about a duplicate key of a document of the given type. */
    static Optional<DuplicateKey> of(MongoException failure, DocumentType<?> type) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream()
                    .filter(DuplicateKey::isDuplicate)
                    .findFirst()
                    .map(error -> of(error.getMessage(), type));
        }
        if (failure instanceof MongoWriteException write) {
            return Optional.of(write.getError())
                    .filter(DuplicateKey::isDuplicate)
                    .map(error -> of(error.getMessage(), type));
        }
        return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY
                ? Optional.of(of(reply(failure), type))
                : Optional.empty();
    }

    private static boolean isDuplicate(WriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static BsonDocument reply(MongoException failure) {
        if (failure instanceof MongoCommandException command) {
            return command.getResponse();
        }
        return failure instanceof WriteConcernException creation // of indexes
                ? creation.getResponse()
                : new BsonDocument();
    }

    static DuplicateKey of(BsonDocument reply, DocumentType<?> type) {
        String text = reply.getString("errmsg", new BsonString("")).getValue();
        DuplicateKey told = of(text, type);
        return reply.get("keyPattern") instanceof BsonDocument pattern
                ? new DuplicateKey(
                        told.index,
                        List.copyOf(pattern.keySet()),
                        reply.get("keyValue") instanceof BsonDocument values && !text.contains(" collation: ")
                                ? values
                                : new BsonDocument())
                : told;
    }

    static DuplicateKey of(String text, DocumentType<?> type) {
        Matcher withValues = WITH_VALUES.matcher(text);
        if (withValues.find()) {
            String index = withValues.group("index");
            return withValues.group("collation") == null
                    ? of(index, withValues.group("values"), type)
                    : ofIndex(index, type); // the values in the text are the sort keys of the collation
        }
        Matcher withIndex = WITH_INDEX.matcher(text);
        return withIndex.find()
                ? ofIndex(withIndex.group("index"), type)
                : new DuplicateKey(null, List.of(), new BsonDocument());
    }

    private static DuplicateKey ofIndex(String index, DocumentType<?> type) {
        return new DuplicateKey(index, declared(index, type), new BsonDocument());
    }

    /**
     * The fields must be those of the declared index. If it is not declared, only an index of one field can be read for
     * sure.
     */
    private static DuplicateKey of(String index, String text, DocumentType<?> type) {
        List<String> declared = declared(index, type);
        List<String> fields = declared.isEmpty() ? firstField(text) : declared;
        BsonDocument values = values(fields, text);
        return new DuplicateKey(index, values.isEmpty() ? declared : fields, values);
    }

    private static List<String> firstField(String text) {
        Matcher field = FIRST_FIELD.matcher(text);
        return field.matches() ? List.of(field.group(1)) : List.of();
    }

    /**
     * The fields of the index that the document declares and that has the given name by default; empty if there is
     * none.
     */
    private static List<String> declared(String index, DocumentType<?> type) {
        if (index.equals("_id_")) {
            return List.of("_id");
        }
        return type.indexes().stream()
                .filter(IndexType::unique)
                .map(declared -> declared.fields(type))
                .filter(keys -> name(keys).equals(index))
                .findFirst()
                .map(keys -> List.copyOf(keys.keySet()))
                .orElse(List.of());
    }

    private static String name(BsonDocument keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "_" + key.getValue().asInt32().getValue())
                .collect(Collectors.joining("_"));
    }

    /**
     * The values of the given fields in {@code { name: "Oak", rooms: 2 }}; empty unless there is only one way to read
     * them.
     */
    private static BsonDocument values(List<String> fields, String text) {
        if (fields.isEmpty() || text.contains(CUT) || text.length() > READABLE) {
            return new BsonDocument();
        }
        Matcher matcher = Pattern.compile(
                        fields.stream()
                                .map(field -> Pattern.quote(field) + ": " + SCALAR)
                                .collect(Collectors.joining(", ", "\\{ ", " \\}")),
                        Pattern.DOTALL)
                .matcher(text);
        if (!matcher.matches()) {
            return new BsonDocument();
        }
        BsonDocument values = new BsonDocument();
        try {
            for (int i = 0; i < fields.size(); i++) {
                values.append(
                        fields.get(i),
                        BsonDocument.parse("{value: " + matcher.group(i + 1) + "}")
                                .get("value"));
            }
        } catch (JsonParseException | IllegalArgumentException e) { // a notation that the driver does not know
            return new BsonDocument();
        }
        return values;
    }
}
