// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.path.Condition;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.FindOne;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.QPackage;
import dev.ligature.sample.model.QSection;
import dev.ligature.sample.model.QSource;
import dev.ligature.sample.model.Section;
import dev.ligature.sample.model.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What can be asked about packages. Most answers are queries, which the caller can refine, explain with {@code plan()}
 * or run. Nothing is sent before somebody subscribes.
 */
final class PackageService {
    private static final QPackage<Package> PACKAGE = QPackage.package_;
    private static final QSection<Section> SECTION = QSection.section;
    private static final QSource<Source> SOURCE = QSource.source;

    private final Repositories repositories;

    PackageService(Repositories repositories) {
        this.repositories = repositories;
    }

    /** A package with its dependencies, their dependencies, and so on to the given depth; 0 fetches none. */
    FindOne<Package> withDependencies(String name, int depth) {
        FindOne<Package> found = repositories.packages().findById(name);
        if (depth == 0) {
            return found;
        }
        QPackage.Links<Package> path = PACKAGE.depends();
        for (int level = 1; level < depth; level++) {
            path = path.depends();
        }
        return found.fetch(path);
    }

    /**
     * A package with the packages that depend on it. Of some packages these are a large part of the distribution:
     * joined on the server, they would not fit into one document.
     */
    FindOne<Package> withRequiredBy(String name) {
        return repositories
                .packages()
                .findById(name)
                .fetch(PACKAGE.requiredBy())
                .using(FetchStrategy.BATCH);
    }

    /**
     * The packages that depend on one, by name, so that they can be read page by page. It also works for a name that no
     * package has, because the links to it are stored all the same.
     */
    Find<Package, String> requiring(String name) {
        return repositories.packages().find(PACKAGE.depends().name.eq(name)).sort(PACKAGE.name.asc());
    }

    /** Whether there is a package with the given name. */
    Mono<Boolean> exists(String name) {
        return repositories.packages().existsById(name);
    }

    /** The packages that are wanted, the largest first. */
    Find<Package, String> largest(PackageQuery query) {
        return matching(query).sort(PACKAGE.installedSizeKiB.desc(), PACKAGE.name.asc());
    }

    /** The packages that are wanted, by name. */
    Find<Package, String> byName(PackageQuery query) {
        return matching(query).sort(PACKAGE.name.asc());
    }

    private Find<Package, String> matching(PackageQuery query) {
        return conditions(query)
                .reduce(Condition::and)
                .map(condition -> repositories.packages().find(condition))
                .orElseGet(() -> repositories.packages().find());
    }

    private static Stream<Condition<Package>> conditions(PackageQuery query) {
        return Stream.of(
                        Optional.ofNullable(query.prefix()).map(PACKAGE.name::startsWith),
                        Optional.ofNullable(query.section()).map(PACKAGE.section().name::eq),
                        Optional.ofNullable(query.dependsOn()).map(PACKAGE.depends().name::eq),
                        Optional.ofNullable(query.dependsOnSection())
                                .map(PACKAGE.depends().section().name::eq))
                .flatMap(Optional::stream);
    }

    /** The sections that a query names and that do not exist, which may be the reason why nothing is found. */
    Mono<List<String>> unknownSections(PackageQuery query) {
        List<String> asked = Stream.of(query.section(), query.dependsOnSection())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            return Mono.just(asked);
        }
        return repositories
                .sections()
                .find(SECTION.name.in(asked))
                .ids()
                .collectList()
                .map(known ->
                        asked.stream().filter(name -> !known.contains(name)).toList());
    }

    /** The sections, by name. */
    Find<Section, String> sections() {
        return repositories.sections().find().sort(SECTION.name.asc());
    }

    /** A source with the packages built from it and their sections. */
    FindOne<Source> withBinaries(String name) {
        return repositories.sources().findById(name).fetch(SOURCE.binaries().section());
    }

    /** The packages that recommend something but depend on nothing, the largest first. */
    Find<Package, String> recommendingOnly() {
        return repositories
                .packages()
                .find(PACKAGE.recommends().isEmpty().not().and(PACKAGE.depends().isEmpty()))
                .sort(PACKAGE.installedSizeKiB.desc(), PACKAGE.name.asc());
    }

    /** The first packages by name, as they are stored. */
    Find<Package, String> first(int count) {
        return repositories.packages().find().sort(PACKAGE.name.asc()).limit(count);
    }

    /** Fetches the dependencies and the sources of the given packages, as they come. */
    Flux<Package> fetched(Flux<Package> packages) {
        return repositories.packages().fetch(packages, PACKAGE.depends(), PACKAGE.source());
    }
}
