// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.PackageRepository;
import dev.ligature.sample.model.Priority;
import dev.ligature.sample.model.QPackage;
import dev.ligature.sample.model.QSection;
import dev.ligature.sample.model.QSource;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The changes of the tour, which write along links. In the end the database is as it was. */
final class Changes {
    private static final QPackage<Package> PACKAGE = QPackage.package_;
    private static final String NEW = "ligature-tour";
    private static final List<String> ALL_NEW = List.of(NEW, NEW + "-data", NEW + "-doc", NEW + "-extra");

    private final PackageRepository packages;
    private final Transactions transactions;

    private Changes(PackageRepository packages, Transactions transactions) {
        this.packages = packages;
        this.transactions = transactions;
    }

    static List<Change> of(Repositories repositories, Transactions transactions) {
        Changes changes = new Changes(repositories.packages(), transactions);
        return List.of(
                changes.insertAlongLinks(),
                changes.attach(),
                changes.detach(),
                changes.refusedDelete(),
                changes.rolledBack(),
                changes.cleanUp());
    }

    private static Package newPackage(String name, List<Ref<Package>> depends) {
        return new Package(
                name,
                "1.0",
                Priority.OPTIONAL,
                1,
                1,
                QSection.ref("misc"),
                QSource.ref(NEW),
                depends,
                List.of(),
                List.of(),
                List.of());
    }

    private Change insertAlongLinks() {
        Package data = newPackage(NEW + "-data", List.of(QPackage.ref("libc6")));
        Package documentation = newPackage(NEW + "-doc", List.of());
        Package tour = newPackage(NEW, List.of(Ref.of(data), Ref.of(documentation)));
        return new Change(
                "A new package with two new dependencies, in one call",
                Flux.defer(() -> Flux.just("plan: " + packages.planInsert(tour)))
                        .concatWith(packages.insert(tour, WriteRule.WRITE).thenMany(dependsNow())));
    }

    private Change attach() {
        return new Change(
                "Attach a dependency, without reading the package",
                packages.insert(newPackage(NEW + "-extra", List.of()))
                        .flatMap(extra -> packages.attach(NEW, PACKAGE.depends(), extra))
                        .thenMany(dependsNow()));
    }

    private Change detach() {
        return new Change(
                "Detach it, from the other side",
                packages.detach(NEW + "-extra", PACKAGE.requiredBy(), NEW).thenMany(dependsNow()));
    }

    private Flux<String> dependsNow() {
        return packages.findById(NEW)
                .map(found -> NEW + " depends on " + Names.of(found.depends()))
                .flux();
    }

    private Change refusedDelete() {
        return new Change(
                "Delete what another package depends on",
                packages.deleteById(NEW + "-data")
                        .map(deleted -> "deleted " + deleted)
                        .onErrorResume(
                                DeleteRestrictedException.class,
                                refused -> Mono.just("refused: " + refused.getMessage()))
                        .flux());
    }

    private Change rolledBack() {
        Mono<String> failing = packages.insert(newPackage(NEW + "-lost", List.of()))
                .then(packages.attach(NEW, PACKAGE.depends(), NEW + "-lost"))
                .then(Mono.error(new IllegalStateException("something went wrong")));
        return new Change(
                "A transaction that fails after two writes",
                transactions
                        .run(() -> failing)
                        .onErrorResume(
                                TransactionsNotSupportedException.class,
                                none -> Mono.just("skipped: " + none.getMessage()))
                        .onErrorResume(IllegalStateException.class, failure -> packages.existsById(NEW + "-lost")
                                .map(exists -> "\"" + failure.getMessage() + "\"; the new package is "
                                        + (exists ? "there" : "not there")))
                        .flux()
                        .concatWith(dependsNow()));
    }

    private Change cleanUp() {
        return new Change(
                "Delete the new packages, all at once",
                packages.find(PACKAGE.name.in(ALL_NEW))
                        .delete(DeleteRule.DO_NOTHING)
                        .map(deleted -> deleted + " packages deleted")
                        .flux());
    }
}
