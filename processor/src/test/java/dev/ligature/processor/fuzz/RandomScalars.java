// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Makes random values of the types that are stored as they are: those that BSON can hold without a loss. */
final class RandomScalars {
    private static final List<String> TEXTS =
            List.of("", "a", "Oak", "ä€", "\uD83C\uDFE0 home", "a.b", "$x", "\0", "_t", "null");

    private final Chance chance;
    private final Map<Class<?>, Supplier<Object>> makers = new HashMap<>();

    @SuppressWarnings("JavaUtilDate") // declarations may use it
    RandomScalars(Chance chance) {
        this.chance = chance;
        put(String.class, this::text);
        put(
                int.class,
                Integer.class,
                () -> chance.of(0, -1, Integer.MAX_VALUE, chance.random().nextInt()));
        put(
                long.class,
                Long.class,
                () -> chance.of(0L, Long.MIN_VALUE, chance.random().nextLong()));
        put(short.class, Short.class, () -> (short) chance.random().nextInt());
        put(byte.class, Byte.class, () -> (byte) chance.random().nextInt());
        put(char.class, Character.class, () -> chance.of('a', '\0', '€', '\uFFFF'));
        put(boolean.class, Boolean.class, () -> chance.percent(50));
        put(
                double.class,
                Double.class,
                () -> chance.of(
                        0.0, -0.0, Double.NaN, Double.MIN_VALUE, chance.random().nextDouble()));
        put(
                float.class,
                Float.class,
                () -> chance.of(
                        0f, -0f, Float.NaN, Float.MAX_VALUE, chance.random().nextFloat()));
        put(ObjectId.class, () -> new ObjectId(bytes(12)));
        put(
                UUID.class,
                () -> new UUID(chance.random().nextLong(), chance.random().nextLong()));
        put(BigDecimal.class, () -> new BigDecimal(new BigInteger(100, chance.random()), chance.between(-40, 40)));
        put(Instant.class, () -> Instant.ofEpochMilli(milliseconds()));
        put(LocalDate.class, () -> LocalDate.ofEpochDay(milliseconds() / 86_400_000));
        put(LocalDateTime.class, () -> LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds()), ZoneOffset.UTC));
        put(OffsetDateTime.class, () -> Instant.ofEpochMilli(milliseconds())
                .atOffset(ZoneOffset.ofTotalSeconds(chance.between(-64_800, 64_800))));
        put(Duration.class, () -> Duration.ofNanos(chance.random().nextLong()));
        put(byte[].class, () -> bytes(chance.below(5)));
        put(Currency.class, () -> Currency.getInstance(chance.of("EUR", "JPY")));
        put(URI.class, () -> URI.create("a:" + chance.below(9)));
        put(Locale.class, () -> chance.of(Locale.ROOT, Locale.GERMANY));
        put(Date.class, () -> new Date(milliseconds()));
        put(Number.class, () -> chance.below(9));
    }

    private void put(Class<?> type, Supplier<Object> maker) {
        makers.put(type, maker);
    }

    private void put(Class<?> primitive, Class<?> boxed, Supplier<Object> maker) {
        makers.put(primitive, maker);
        makers.put(boxed, maker);
    }

    /** A value, or null when the class is none of these. */
    @Nullable
    Object of(Class<?> type) {
        Supplier<Object> maker = makers.get(type);
        return maker == null ? null : maker.get();
    }

    /** A key of a map. */
    String key() {
        return chance.of(TEXTS).replace("\0", "nul") + chance.below(20);
    }

    private String text() {
        return chance.of(TEXTS) + (chance.percent(50) ? chance.below(100) : "");
    }

    private long milliseconds() {
        return chance.of(0L, -1L, (chance.random().nextLong() % 100_000_000_000_000L));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        chance.random().nextBytes(bytes);
        return bytes;
    }
}
