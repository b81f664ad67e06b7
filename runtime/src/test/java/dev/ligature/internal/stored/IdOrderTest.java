// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.BsonOrder;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** The order of ids as users hold them is that of their stored forms. */
class IdOrderTest {
    private static final long SEED = 7;

    private static <I> void isThatOfStoredIds(Class<I> idClass, ValueCodec<I> codec, Supplier<I> random) {
        DocumentType<Object> type = DocumentType.builder(Object.class, "houses")
                .id("id", idClass, codec, house -> null)
                .codec(registry -> {
                    throw new UnsupportedOperationException("ids need no codec of the document");
                })
                .build();
        List<I> ids = Stream.generate(random).limit(300).distinct().toList();
        List<I> sorted = new ArrayList<>(ids);
        sorted.sort(new IdOrder(type));
        List<I> expected = new ArrayList<>(ids);
        expected.sort(Comparator.comparing(
                id -> DocumentCodec.encodeIds(type, List.of(id), "House.id").get(0), BsonOrder.INSTANCE));

        assertThat(sorted).as("seed %d", SEED).isEqualTo(expected);
    }

    @Test
    void isThatOfTheStoredForms() {
        Random random = new Random(SEED);
        isThatOfStoredIds(UUID.class, ValueCodecs.UUID, () -> new UUID(random.nextLong(), random.nextLong()));
        isThatOfStoredIds(ObjectId.class, ValueCodecs.OBJECT_ID, () -> {
            byte[] bytes = new byte[12];
            random.nextBytes(bytes);
            return new ObjectId(bytes);
        });
        isThatOfStoredIds(Long.class, ValueCodecs.LONG, random::nextLong);
        isThatOfStoredIds(Integer.class, ValueCodecs.INTEGER, random::nextInt);
        isThatOfStoredIds(String.class, ValueCodecs.STRING, () -> new StringBuilder()
                .appendCodePoint(random.nextBoolean() ? 0xE000 + random.nextInt(100) : 0x10000 + random.nextInt(100))
                .append(random.nextInt(3))
                .toString());
    }
}
