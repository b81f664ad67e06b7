// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * A slice of the real data as plain lines: the answers that tests expect are computed from them by loops, without the
 * application and without a database. Many of its dependencies dangle, as they point out of the slice.
 */
final class Slice {
    static final PackageFile FILE = PackageFile.of("packages-slice.jsonl");

    private final Map<String, Line> lines;

    private Slice(Map<String, Line> lines) {
        this.lines = lines;
    }

    static Slice read() {
        InputStream stream = Objects.requireNonNull(Slice.class.getResourceAsStream("/packages-slice.jsonl"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Slice(reader.lines()
                    .map(BsonDocument::parse)
                    .map(Line::new)
                    .collect(toMap(Line::name, Function.identity(), (one, other) -> one, LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A package as the file has it. */
    record Line(BsonDocument json) {
        String name() {
            return text("name");
        }

        String section() {
            return text("section");
        }

        String source() {
            return text("source");
        }

        long size() {
            return json.getNumber("installedSizeKiB").longValue();
        }

        List<String> depends() {
            return texts("depends");
        }

        List<String> recommends() {
            return texts("recommends");
        }

        String text(String field) {
            return json.getString(field).getValue();
        }

        private List<String> texts(String field) {
            return json.getArray(field, new BsonArray()).stream()
                    .map(name -> name.asString().getValue())
                    .toList();
        }
    }

    int size() {
        return lines.size();
    }

    Stream<Line> all() {
        return lines.values().stream();
    }

    Line get(String name) {
        return Objects.requireNonNull(lines.get(name), name);
    }

    boolean has(String name) {
        return lines.containsKey(name);
    }

    boolean isIn(String name, String section) {
        return has(name) && get(name).section().equals(section);
    }

    /** The names of the packages for which something holds, the largest first. */
    List<String> largestFirst(Predicate<Line> wanted) {
        return all().filter(wanted)
                .sorted(Comparator.comparingLong(Line::size).reversed().thenComparing(Line::name))
                .map(Line::name)
                .toList();
    }
}
