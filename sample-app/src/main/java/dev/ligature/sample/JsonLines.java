// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.json.JsonParseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A resource with one JSON document per line. It is read where blocking is allowed, as fast as lines are requested. */
final class JsonLines {
    private final String resource;

    /** @param resource at the root of the class path, compressed if its name ends with {@code .gz} */
    JsonLines(String resource) {
        this.resource = resource;
    }

    Mono<Long> count() {
        return lines().count();
    }

    /** What the lines say, in their order. */
    <T> Flux<T> read(Function<BsonDocument, T> parser) {
        return lines().index((number, line) -> parse(number, line, parser));
    }

    private Flux<String> lines() {
        return Flux.using(this::open, reader -> Flux.fromStream(reader.lines()), JsonLines::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private BufferedReader open() throws IOException {
        InputStream stream = JsonLines.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw new FileNotFoundException("no resource " + resource);
        }
        return new BufferedReader(new InputStreamReader(
                resource.endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8));
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T parse(long number, String line, Function<BsonDocument, T> parser) {
        try {
            return parser.apply(BsonDocument.parse(line));
        } catch (BSONException | JsonParseException | IllegalArgumentException e) {
            throw new IllegalStateException(resource + ", line " + (number + 1) + ": " + e.getMessage(), e);
        }
    }
}
