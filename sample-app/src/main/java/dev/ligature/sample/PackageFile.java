// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.link.Ref;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.Priority;
import dev.ligature.sample.model.QPackage;
import dev.ligature.sample.model.QSection;
import dev.ligature.sample.model.QSource;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonParseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A resource with packages, one JSON document per line. It is read where blocking is allowed, as fast as it is asked
 * for.
 */
final class PackageFile {
    private final String resource;

    private PackageFile(String resource) {
        this.resource = resource;
    }

    /** All packages of Debian 12 for amd64. */
    static PackageFile debian12() {
        return new PackageFile("debian-packages.jsonl.gz");
    }

    /** A resource at the root of the class path, compressed if its name ends with {@code .gz}. */
    static PackageFile of(String resource) {
        return new PackageFile(resource);
    }

    /** The number of packages. */
    Mono<Long> count() {
        return lines().count();
    }

    /** The packages, in the order of the file. */
    Flux<Package> packages() {
        return lines().index(this::parse);
    }

    private Flux<String> lines() {
        return Flux.using(this::open, reader -> Flux.fromStream(reader.lines()), PackageFile::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private BufferedReader open() throws IOException {
        InputStream stream = PackageFile.class.getResourceAsStream("/" + resource);
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

    private Package parse(long index, String line) {
        try {
            return parse(BsonDocument.parse(line));
        } catch (BSONException | JsonParseException | IllegalArgumentException e) {
            throw new IllegalStateException(resource + ", line " + (index + 1) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Links are made from names alone. Nothing is looked up, and the packages that they point to need not exist yet, or
     * ever.
     */
    private static Package parse(BsonDocument line) {
        return new Package(
                text(line, "name"),
                text(line, "version"),
                Priority.valueOf(text(line, "priority").toUpperCase(Locale.ROOT)),
                line.getNumber("installedSizeKiB").longValue(),
                line.getNumber("archiveBytes").longValue(),
                QSection.ref(text(line, "section")),
                QSource.ref(text(line, "source")),
                packages(line, "depends"),
                packages(line, "recommends"),
                List.of());
    }

    private static String text(BsonDocument line, String field) {
        return line.getString(field).getValue();
    }

    /** The packages that a field names; fields without any are left out of the file. */
    private static List<Ref<Package>> packages(BsonDocument line, String field) {
        return line.getArray(field, new BsonArray()).stream()
                .map(BsonValue::asString)
                .map(name -> QPackage.ref(name.getValue()))
                .toList();
    }
}
