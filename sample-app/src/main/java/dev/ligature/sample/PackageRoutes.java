// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.query.FetchPlan;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.repository.FindOne;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.PackageSummary;
import dev.ligature.sample.model.Section;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** What can be asked over HTTP: each resource, the parameters of its query, and its answers. */
final class PackageRoutes {
    private static final int DEFAULT_DEPTH = 1;

    /** Each level has about ten times as many packages. The next one would be 27,000 of them in some cases. */
    private static final int DEEPEST = 2;

    private final PackageService packages;
    private final WebFiles files;

    PackageRoutes(PackageService packages, WebFiles files) {
        this.packages = packages;
        this.files = files;
    }

    List<HttpRoute> all() {
        return List.of(
                new HttpRoute("/", List.of(), this::index, this::packagesPage),
                new HttpRoute(
                        "/packages",
                        List.of(
                                "prefix",
                                "section",
                                "dependsOn",
                                "dependsOnSection",
                                "sort",
                                "size",
                                "after",
                                "explain"),
                        this::findAll,
                        this::packagesPage),
                new HttpRoute("/packages/{name}", List.of("depth", "explain"), this::find, this::packagePage),
                new HttpRoute(
                        "/packages/{name}/required-by",
                        List.of("size", "after", "explain"),
                        this::requiredBy,
                        this::requiredByPage),
                new HttpRoute("/sections", List.of("size", "after", "explain"), this::sections, null),
                new HttpRoute("/openapi.json", List.of(), request -> Mono.just(files.description()), null));
    }

    private Mono<HttpAnswer> index(HttpParameters request) {
        List<String> templates = all().stream().map(HttpRoute::template).toList();
        return Mono.just(HttpAnswer.json(PackageJson.routes(templates)));
    }

    private Mono<HttpAnswer> find(HttpParameters request) {
        String name = request.pathPart("name");
        int depth = request.number("depth", DEFAULT_DEPTH, 0, DEEPEST);
        FindOne<Package> find = packages.withDependencies(name, depth);
        return answer(
                request,
                find.plan(),
                find.map(found -> PackageJson.of(found, depth)).switchIfEmpty(Mono.error(() -> noPackage(name))));
    }

    private Mono<HttpAnswer> findAll(HttpParameters request) {
        PackageQuery query = new PackageQuery(
                request.text("prefix"),
                request.text("section"),
                request.text("dependsOn"),
                request.text("dependsOnSection"));
        String sort = request.oneOf("sort", List.of("size", "name"));
        Find<Package, String> find = sort.equals("size") ? packages.largest(query) : packages.byName(query);
        ProjectedFind<PackageSummary> summaries = find.as(PackageSummary.class);
        PageRequest page = request.page();
        return answer(request, summaries.plan(page), summaries.page(page).flatMap(found -> noted(found, query)));
    }

    /** If nothing was found, notes which section does not exist. */
    private Mono<BsonDocument> noted(Page<PackageSummary> page, PackageQuery query) {
        BsonDocument json = PackageJson.page(page, PackageJson::of);
        return !page.items().isEmpty()
                ? Mono.just(json)
                : packages.unknownSections(query)
                        .map(unknown -> unknown.isEmpty()
                                ? json
                                : json.append(
                                        "note", new BsonString("There is no section " + String.join(", ", unknown))));
    }

    private Mono<HttpAnswer> requiredBy(HttpParameters request) {
        String name = request.pathPart("name");
        ProjectedFind<PackageSummary> find = packages.requiring(name).as(PackageSummary.class);
        PageRequest page = request.page();
        return answer(
                request,
                find.plan(page),
                find.page(page)
                        .filterWhen(found -> found.items().isEmpty() ? packages.exists(name) : Mono.just(true))
                        .map(found -> PackageJson.page(found, PackageJson::of))
                        .switchIfEmpty(Mono.error(() -> noPackage(name))));
    }

    private Mono<HttpAnswer> sections(HttpParameters request) {
        Find<Section, String> find = packages.sections();
        PageRequest page = request.page();
        return answer(request, find.plan(page), find.page(page).map(found -> PackageJson.page(found, PackageJson::of)));
    }

    /** The answer, with its explanation if that is asked for. */
    private static Mono<HttpAnswer> answer(HttpParameters request, FetchPlan plan, Mono<BsonDocument> answer) {
        return (request.flag("explain") ? Explanation.explained(plan, answer) : answer).map(HttpAnswer::json);
    }

    private static HttpProblem noPackage(String name) {
        return new HttpProblem(HttpResponseStatus.NOT_FOUND, "There is no package " + name);
    }

    private Mono<HttpAnswer> packagesPage(HttpParameters request) {
        return Mono.just(files.page("packages.html"));
    }

    private Mono<HttpAnswer> requiredByPage(HttpParameters request) {
        String name = request.pathPart("name");
        return packages.exists(name)
                .flatMap(exists ->
                        exists ? Mono.just(true) : packages.requiring(name).exists())
                .map(isKnown -> isKnown
                        ? files.page(HttpResponseStatus.OK, "required-by.html", name)
                        : files.page(HttpResponseStatus.NOT_FOUND, "missing.html", name));
    }

    /** The page of a package, or one that says why a link to it leads nowhere. */
    private Mono<HttpAnswer> packagePage(HttpParameters request) {
        String name = request.pathPart("name");
        return packages.exists(name)
                .map(exists -> exists
                        ? files.page(HttpResponseStatus.OK, "details.html", name)
                        : files.page(HttpResponseStatus.NOT_FOUND, "missing.html", name));
    }
}
