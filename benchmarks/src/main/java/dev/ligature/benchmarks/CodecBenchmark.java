package dev.ligature.benchmarks;

import com.mongodb.MongoClientSettings;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.record.RecordCodecProvider;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.ObjectId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding and encoding a document of ten fields: the generated codec beside a hand-written one and the driver's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CodecBenchmark {
    private static final DecoderContext DECODING = DecoderContext.builder().build();
    private static final EncoderContext ENCODING = EncoderContext.builder().build();

    @Param({"generated", "handWritten", "driverRecord"})
    public String kind = "generated";

    private final Article article = new Article(
            new ObjectId("665000000000000000000001"),
            "A title of ordinary length",
            "An Author",
            "en",
            321,
            1_234_567L,
            4.5,
            true,
            Instant.ofEpochMilli(1_700_000_000_000L),
            new BigDecimal("19.90"));
    private Codec<Article> codec = new HandWrittenArticleCodec();
    private byte[] stored = new byte[0];

    @Setup
    public void choose() {
        codec = switch (kind) {
            case "generated" -> new ArticleCodec(MongoClientSettings.getDefaultCodecRegistry());
            case "handWritten" -> new HandWrittenArticleCodec();
            default -> new RecordCodecProvider().get(Article.class, MongoClientSettings.getDefaultCodecRegistry());
        };
        stored = write(new HandWrittenArticleCodec()).toByteArray();
    }

    @Benchmark
    public Article decode() {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(stored))) {
            return codec.decode(reader, DECODING);
        }
    }

    @Benchmark
    public int encode() {
        return write(codec).getSize();
    }

    private BasicOutputBuffer write(Codec<Article> with) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(512);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            with.encode(writer, article, ENCODING);
        }
        return buffer;
    }
}
