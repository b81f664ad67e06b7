// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.link.Ref;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.Priority;
import dev.ligature.sample.model.QPackage;
import dev.ligature.sample.model.QSection;
import dev.ligature.sample.model.QSource;
import java.util.List;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A resource with packages, one JSON document per line. */
final class PackageFile {
    private final JsonLines lines;

    private PackageFile(String resource) {
        lines = new JsonLines(resource);
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
        return lines.count();
    }

    /** The packages, in the order of the file. */
    Flux<Package> packages() {
        return lines.read(PackageFile::parse);
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
                List.of(),
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
