package dev.ligature.sample;

import static dev.ligature.sample.model.QPackage.package_;
import static dev.ligature.sample.model.QSection.section;
import static dev.ligature.sample.model.QSource.source;

import dev.ligature.path.Condition;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.FindOne;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.QPackage;
import dev.ligature.sample.model.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What can be asked about packages. Most answers are queries that the caller may refine, explain by {@code plan()} or run;
 * nothing is sent before somebody subscribes.
 */
final class PackageService {
    private final Repositories repositories;

    PackageService(Repositories repositories) {
        this.repositories = repositories;
    }

    /** A package with its dependencies, theirs, and so on to a depth; 0 fetches none. */
    FindOne<Package> withDependencies(String name, int depth) {
        FindOne<Package> found = repositories.packages().findById(name);
        if (depth == 0) {
            return found;
        }
        QPackage.Links<Package> path = package_.depends();
        for (int level = 1; level < depth; level++) {
            path = path.depends();
        }
        return found.fetch(path);
    }

    /**
     * A package with those that depend on it. Half of the distribution depends on some of them: joined on the server, they would
     * not fit into one document.
     */
    FindOne<Package> withRequiredBy(String name) {
        return repositories
                .packages()
                .findById(name)
                .fetch(package_.requiredBy())
                .using(FetchStrategy.BATCH);
    }

    /** The packages wanted, the largest first. */
    Find<Package, String> largest(PackageQuery query) {
        return matching(query).sort(package_.installedSizeKiB.desc(), package_.name.asc());
    }

    /** A page of the packages wanted, the largest first. */
    Find<Package, String> page(PackageQuery query, int number) {
        return largest(query).skip((number - 1) * PackagePage.SIZE).limit(PackagePage.SIZE);
    }

    /** A page with all that there is to say about it; one package more than it holds tells whether there is another. */
    Mono<PackagePage> readPage(PackageQuery query, int number) {
        return page(query, number)
                .limit(PackagePage.SIZE + 1)
                .all()
                .collectList()
                .flatMap(found -> unknownSections(query, found)
                        .map(unknown -> new PackagePage(
                                number,
                                found.subList(0, Math.min(PackagePage.SIZE, found.size())),
                                found.size() > PackagePage.SIZE,
                                unknown)));
    }

    private Find<Package, String> matching(PackageQuery query) {
        return conditions(query)
                .reduce(Condition::and)
                .map(condition -> repositories.packages().find(condition))
                .orElseGet(() -> repositories.packages().find());
    }

    private static Stream<Condition<Package>> conditions(PackageQuery query) {
        return Stream.of(
                        Optional.ofNullable(query.section())
                                .map(name -> package_.section().name.eq(name)),
                        Optional.ofNullable(query.dependsOnSection()).map(name -> package_.depends()
                                .any(dependency -> dependency.section().name.eq(name))))
                .flatMap(Optional::stream);
    }

    /** Nothing found: because a section does not exist? */
    private Mono<List<String>> unknownSections(PackageQuery query, List<Package> found) {
        if (!found.isEmpty()) {
            return Mono.just(List.of());
        }
        List<String> asked = Stream.of(query.section(), query.dependsOnSection())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return repositories
                .sections()
                .find(section.name.in(asked))
                .ids()
                .collectList()
                .map(known ->
                        asked.stream().filter(name -> !known.contains(name)).toList());
    }

    /** A source with the packages built from it and their sections. */
    FindOne<Source> withBinaries(String name) {
        return repositories.sources().findById(name).fetch(source.binaries().section());
    }

    /** The packages that recommend something but depend on nothing, the largest first. */
    Find<Package, String> recommendingOnly() {
        return repositories
                .packages()
                .find(package_.recommends()
                        .isEmpty()
                        .not()
                        .and(package_.depends().isEmpty()))
                .sort(package_.installedSizeKiB.desc(), package_.name.asc());
    }

    /** The first packages by name, as they are stored. */
    Find<Package, String> first(int count) {
        return repositories.packages().find().sort(package_.name.asc()).limit(count);
    }

    /** Fetches the dependencies and the source of packages at hand, as they come. */
    Flux<Package> fetched(Flux<Package> packages) {
        return repositories.packages().fetch(packages, package_.depends(), package_.source());
    }
}
