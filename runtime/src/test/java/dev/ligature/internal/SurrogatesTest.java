package dev.ligature.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.bson.BsonBinaryWriter;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogatesTest {
    private static final String PAIR = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u00e9\u20ac", PAIR, "a" + PAIR + PAIR + "b", "\uffff"})
    void takesWholePairs(String text) {
        assertThat(Surrogates.arePaired(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83db", "\ud83d\ud83d\ude00", "\ude00\ud83d", PAIR + "\ude00"})
    void findsHalves(String text) {
        assertThat(Surrogates.arePaired(text)).isFalse();
    }

    @Test
    void findsEachHalfThatADriverHasEncodedWhereverItIs() {
        for (int before = 0; before < 20; before++) {
            for (int after = 0; after < 20; after++) {
                for (String half : new String[] {"\ud800", "\udbff", "\udc00", "\udfff"}) {
                    BasicOutputBuffer buffer = new BasicOutputBuffer();
                    try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
                        writer.writeStartDocument();
                        writer.writeString("t", "x".repeat(before) + half + "x".repeat(after));
                        writer.writeEndDocument();
                    }
                    assertThat(Surrogates.mayBeHalved(buffer.getInternalBuffer(), buffer.getPosition()))
                            .as(before + " " + after)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void takesWellFormedTextsForNothingElse() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = random.ints(40, 1, 0x2ffff)
                    .filter(letter -> letter < 0xd800 || letter > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(Surrogates.mayBeHalved(bytes, bytes.length)).isFalse();
        }
    }
}
