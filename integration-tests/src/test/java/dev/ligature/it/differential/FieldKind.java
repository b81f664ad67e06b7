// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.ValueCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** What a field holds: its values, how they may be stored, and what is read of that. */
enum FieldKind {
    NUMBER(ValueCodecs.INTEGER),
    REAL(ValueCodecs.DOUBLE),
    DECIMAL(ValueCodecs.BIG_DECIMAL),
    DATE(ValueCodecs.INSTANT),
    TEXT(ValueCodecs.STRING),
    NUMBERS(ValueCodecs.list(ValueCodecs.INTEGER)),
    REALS(ValueCodecs.list(ValueCodecs.DOUBLE)),
    COUNTS(ValueCodecs.map(ValueCodecs.INTEGER)),
    PART(Part.CODEC);

    /** The keys of a map that are asked for. */
    static final List<String> KEYS = List.of("a", "b", "c");

    /** The order of the last two by their UTF-16 units is not that of their code points, which is the server's. */
    private static final List<String> TEXTS = List.of("", "a", "b", "ab", "a.b", "B", "é", "\uFF5E", "\uD83D\uDE00");

    private static final List<Double> REALS_OF_ALL_KINDS = List.of(
            0.0, -0.0, 1.0, 1.5, 2.0, 3.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final List<String> DECIMALS = List.of("0", "1", "1.0", "1.5", "2", "-1", "12345678901234567890.5");
    private static final List<Long> DATES = List.of(0L, 1L, -1L, 86_400_000L, 1_700_000_000_000L);

    @SuppressWarnings("ImmutableEnumChecker") // codecs have no state
    private final ValueCodec<Object> codec;

    @SuppressWarnings("unchecked") // the values of a field are of its kind
    FieldKind(ValueCodec<?> codec) {
        this.codec = (ValueCodec<Object>) codec;
    }

    ValueCodec<Object> codec() {
        return codec;
    }

    boolean isList() {
        return this == NUMBERS || this == REALS;
    }

    /** Whether it has an order that a user would ask for. */
    boolean isScalar() {
        return switch (this) {
            case NUMBER, REAL, DECIMAL, DATE, TEXT -> true;
            case NUMBERS, REALS, COUNTS, PART -> false;
        };
    }

    /** The kind of the elements of a list. */
    FieldKind element() {
        return this == NUMBERS ? NUMBER : REAL;
    }

    /** The kind of what is in a map or an embedded value. */
    FieldKind inner(String name) {
        return this == PART && name.equals("t") ? TEXT : NUMBER;
    }

    /** The names in a map or an embedded value. */
    List<String> inner() {
        return this == COUNTS ? KEYS : this == PART ? List.of("n", "t") : List.of();
    }

    /** A value as Java has it. */
    Object value(Choices choices) {
        return switch (this) {
            case NUMBER -> choices.upTo(4);
            case REAL -> choices.of(REALS_OF_ALL_KINDS);
            case DECIMAL -> new BigDecimal(choices.of(DECIMALS));
            case DATE -> Instant.ofEpochMilli(choices.of(DATES));
            case TEXT -> choices.of(TEXTS);
            case NUMBERS, REALS -> list(choices.upTo(3), () -> element().value(choices));
            case COUNTS -> {
                Map<String, Object> counts = new LinkedHashMap<>();
                for (String key : KEYS) {
                    if (choices.percent(50)) {
                        counts.put(key, NUMBER.value(choices));
                    }
                }
                yield counts;
            }
            case PART -> new Part(choices.upTo(4), choices.of(TEXTS));
        };
    }

    /** Whether servers that do as Java does put a value elsewhere. */
    static boolean isSpecial(Object value) {
        return value instanceof List<?> list
                ? list.stream().anyMatch(FieldKind::isSpecial)
                : Values.isNaN(Values.bson(value)) || Values.isRareText(Values.bson(value));
    }

    private static List<Object> list(int size, Supplier<Object> element) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    /** A value as it may be stored: numbers in another type that holds them, too. */
    BsonValue stored(Object value, Choices choices) {
        BsonValue plain = Values.bson(value);
        if (isList()) {
            BsonArray array = new BsonArray();
            ((List<?>) value).forEach(element -> array.add(element().stored(element, choices)));
            return array;
        }
        return choices.percent(15) ? inAnotherType(plain, choices) : plain;
    }

    /** The same number in another type, where one holds it and reads as it. */
    static BsonValue inAnotherType(BsonValue value, Choices choices) {
        boolean isIntegral = value.isInt32()
                || value.isInt64()
                || (value.isDouble() && isSmallInteger(value.asDouble().getValue()));
        if (!isIntegral) {
            return value;
        }
        int number = value.asNumber().intValue();
        return choices.<Supplier<BsonValue>>of(
                        () -> new BsonInt32(number),
                        () -> new BsonInt64(number),
                        () -> new BsonDouble(number),
                        () -> new BsonDecimal128(new Decimal128(number)))
                .get();
    }

    private static boolean isSmallInteger(double value) {
        return value == (int) value && (value != 0 || 1 / value > 0);
    }

    /** What is read of a stored value: the Java value of the kind, null of nothing. */
    @Nullable
    Object read(@Nullable BsonValue stored) {
        if (Values.isAbsent(stored)) {
            return null;
        }
        return switch (this) {
            case NUMBER -> Values.exact(stored).intValueExact();
            case REAL ->
                stored.isDecimal128()
                        ? stored.asDecimal128().getValue().doubleValue()
                        : stored.asNumber().doubleValue();
            case DECIMAL -> Values.exact(stored);
            case DATE -> Instant.ofEpochMilli(stored.asDateTime().getValue());
            case TEXT -> stored.asString().getValue();
            case NUMBERS, REALS ->
                stored.asArray().stream().map(element()::read).toList();
            case COUNTS -> {
                Map<String, @Nullable Object> counts = new LinkedHashMap<>();
                stored.asDocument().forEach((key, value) -> counts.put(key, NUMBER.read(value)));
                yield counts;
            }
            case PART ->
                new Part(
                        stored.asDocument().getNumber("n").intValue(),
                        stored.asDocument().getString("t").getValue());
        };
    }
}
