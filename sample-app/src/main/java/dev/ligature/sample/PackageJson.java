// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.link.Ref;
import dev.ligature.query.Page;
import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.PackageSummary;
import dev.ligature.sample.model.Section;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The answers of the HTTP API as JSON. */
final class PackageJson {
    private PackageJson() {}

    /**
     * A package. Its dependencies are nested to the given depth; below that, and everywhere else, packages are names.
     */
    static BsonDocument of(Package found, int depth) {
        return new BsonDocument("name", new BsonString(found.name()))
                .append("version", new BsonString(found.version()))
                .append("priority", new BsonString(found.priority().name().toLowerCase(Locale.ROOT)))
                .append("section", new BsonString(Names.ofSection(found.section())))
                .append("source", new BsonString(Names.ofSource(found.source())))
                .append("installedSizeKiB", new BsonInt64(found.installedSizeKiB()))
                .append("archiveBytes", new BsonInt64(found.archiveBytes()))
                .append("depends", array(found.depends(), link -> dependency(link, depth)))
                .append("recommends", strings(Names.of(found.recommends())));
    }

    /** Dependencies form cycles, and a fetch closes them. Only the depth ends the nesting. */
    private static BsonValue dependency(Ref<Package> link, int depth) {
        BsonString name = new BsonString(Names.of(link));
        if (depth == 0) {
            return name;
        }
        return link.find()
                .<BsonValue>map(dependency -> of(dependency, depth - 1))
                .orElseGet(() -> new BsonDocument("name", name).append("missing", BsonBoolean.TRUE));
    }

    /** A package in a list. */
    static BsonDocument of(PackageSummary summary) {
        return new BsonDocument("name", new BsonString(summary.name()))
                .append("version", new BsonString(summary.version()))
                .append("section", new BsonString(summary.sectionName()))
                .append("source", new BsonString(summary.sourceName()))
                .append("installedSizeKiB", new BsonInt64(summary.installedSizeKiB()));
    }

    /** A section. */
    static BsonDocument of(Section section) {
        return new BsonDocument("name", new BsonString(section.name()));
    }

    /** A page: its items, the token of the next page if there is one, and the total if it was asked for. */
    static <T> BsonDocument page(Page<T> page, Function<T, BsonValue> item) {
        BsonDocument json = new BsonDocument("items", array(page.items(), item));
        page.next().ifPresent(token -> json.append("next", new BsonString(token)));
        page.total().ifPresent(total -> json.append("total", new BsonInt64(total)));
        return json;
    }

    static BsonDocument of(Explanation explanation) {
        return new BsonDocument("plan", new BsonString(explanation.plan().toString()))
                .append("commands", strings(explanation.commands()))
                .append("milliseconds", new BsonInt64(explanation.elapsed().toMillis()));
    }

    /** The resources, as URI templates. */
    static BsonDocument routes(List<String> templates) {
        return new BsonDocument("routes", strings(templates)).append("description", new BsonString("/openapi.json"));
    }

    private static BsonArray strings(List<String> values) {
        return array(values, BsonString::new);
    }

    private static <T> BsonArray array(List<T> values, Function<? super T, ? extends BsonValue> json) {
        return new BsonArray(values.stream().map(json).toList());
    }
}
