// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

class FullCommandTest {
    private static final int LIMIT = 16 << 20;

    private static List<List<BsonValue>> commands(Stream<BsonValue> ids) {
        return Flux.fromStream(ids).bufferUntil(new FullCommand()).collectList().block();
    }

    @Test
    void aHundredThousandObjectIdsAreOneCommand() {
        assertThat(commands(IntStream.range(0, 100_000).mapToObj(i -> new BsonObjectId(new ObjectId(i, i)))))
                .hasSize(1);
    }

    static Stream<BsonValue> ids() {
        return Stream.of(
                new BsonInt64(Long.MAX_VALUE),
                new BsonString("x".repeat(1_000)),
                new BsonString("語".repeat(300)),
                new BsonBinary(new byte[500]),
                new BsonDocument("語", new BsonArray(List.of(new BsonString("x".repeat(200)), new BsonInt64(1)))));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noCommandPassesTheLimitWhateverTheIds(BsonValue id) {
        List<List<BsonValue>> commands = commands(IntStream.range(0, 600_000).mapToObj(i -> id));

        assertThat(commands.size()).isGreaterThan(1);
        assertThat(bytes(commands.get(0))).isBetween(LIMIT / 8, LIMIT);
    }

    private static int bytes(List<BsonValue> ids) {
        BsonDocument filter = new BsonDocument("$in", new BsonArray(ids));
        return new RawBsonDocument(filter, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
    }
}
