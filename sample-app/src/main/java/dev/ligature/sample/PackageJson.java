package dev.ligature.sample;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The answers of the HTTP API as JSON. */
final class PackageJson {
    private static final JsonWriterSettings SETTINGS = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .indent(true)
            .build();

    private PackageJson() {}

    /** A package; its dependencies nested to a depth, below that and elsewhere as names. */
    static String of(Package found, int depth) {
        return text(nested(found, depth));
    }

    /** The packages that the fetched back link of a package holds, by name. */
    static String requiredBy(Package found) {
        List<Package> requiring = BackRef.fetched(found.requiredBy()).stream()
                .sorted(Comparator.comparing(Package::name))
                .toList();
        return text(new BsonDocument("name", new BsonString(found.name()))
                .append("total", new BsonInt32(requiring.size()))
                .append("requiredBy", array(requiring, PackageJson::plain)));
    }

    /** A page; says so when it is empty because a section does not exist. */
    static String of(PackagePage page) {
        BsonDocument json = new BsonDocument("page", new BsonInt32(page.number()))
                .append("hasNext", BsonBoolean.valueOf(page.hasNext()));
        if (!page.unknownSections().isEmpty()) {
            json.append("note", new BsonString("There is no section " + String.join(", ", page.unknownSections())));
        }
        return text(json.append("packages", array(page.packages(), each -> nested(each, 0))));
    }

    /** Why there is no answer. */
    static String error(String reason) {
        return text(new BsonDocument("error", new BsonString(reason)));
    }

    /** What can be asked. */
    static String routes(List<String> routes) {
        return text(new BsonDocument("routes", array(routes, BsonString::new)));
    }

    private static BsonDocument nested(Package found, int depth) {
        return plain(found)
                .append("depends", array(found.depends(), link -> dependency(link, depth)))
                .append("recommends", array(Names.of(found.recommends()), BsonString::new));
    }

    private static BsonDocument plain(Package found) {
        return new BsonDocument("name", new BsonString(found.name()))
                .append("version", new BsonString(found.version()))
                .append("priority", new BsonString(found.priority().name().toLowerCase(Locale.ROOT)))
                .append("section", new BsonString(Names.of(found.section())))
                .append("source", new BsonString(Names.of(found.source())))
                .append("installedSizeKiB", new BsonInt64(found.installedSizeKiB()))
                .append("archiveBytes", new BsonInt64(found.archiveBytes()));
    }

    /** Dependencies form cycles, which fetching closes on themselves: the depth alone ends the nesting. */
    private static BsonValue dependency(Ref<Package> link, int depth) {
        BsonString name = new BsonString(Names.of(link));
        if (depth == 0) {
            return name;
        }
        return link.find()
                .<BsonValue>map(dependency -> nested(dependency, depth - 1))
                .orElseGet(() -> new BsonDocument("name", name).append("missing", BsonBoolean.TRUE));
    }

    private static <T> BsonArray array(List<T> values, Function<T, BsonValue> json) {
        return new BsonArray(values.stream().map(json).toList());
    }

    private static String text(BsonDocument json) {
        return json.toJson(SETTINGS);
    }
}
