// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.PackageSummary;
import dev.ligature.sample.model.Source;
import dev.ligature.testing.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class PackageServiceIT {
    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private static final Slice SLICE = Slice.read();
    private static final PackageQuery NET_ON_PYTHON =
            PackageQuery.ofSection("net").dependingOnSection("python");

    private static PackageService packages;

    @BeforeAll
    static void load() {
        Repositories repositories = Repositories.of(server.database());
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        await(new PackageLoader(Slice.FILE, repositories, silent).load());
        packages = new PackageService(repositories);
    }

    @BeforeEach
    void forgetCommands() {
        server.recorder().clear();
    }

    @Test
    void fetchesDependenciesTwoLevelsDeep() {
        Package git = await(packages.withDependencies("git", 2));

        assertDependencies(git, 2);
        assertThat(server.recorder().names()).containsExactly("aggregate", "find");
    }

    @ParameterizedTest
    @CsvSource({"git, 0", "git, 1", "git, 4", "prosody, 3", "libssl3, 3"})
    void fetchesDependenciesToAnyDepth(String name, int depth) {
        assertDependencies(await(packages.withDependencies(name, depth)), depth);
    }

    private static void assertDependencies(Package found, int depth) {
        assertThat(Names.of(found.depends())).isEqualTo(SLICE.get(found.name()).depends());
        for (Ref<Package> link : found.depends()) {
            if (depth > 0) {
                assertThat(link.isMissing()).as(link.toString()).isEqualTo(!SLICE.has(Names.of(link)));
                assertThat(link.isFetched()).as(link.toString()).isEqualTo(SLICE.has(Names.of(link)));
                link.find().ifPresent(dependency -> assertDependencies(dependency, depth - 1));
            }
        }
    }

    @Test
    void findsNoUnknownPackage() {
        StepVerifier.create(packages.withDependencies("nothing", 2)).verifyComplete();
        StepVerifier.create(packages.withRequiredBy("nothing")).verifyComplete();
        StepVerifier.create(packages.withBinaries("nothing")).verifyComplete();
    }

    @Test
    void findsWhatRequiresAPackage() {
        Package found = await(packages.withRequiredBy("libssl3"));

        assertThat(BackRef.fetched(found.requiredBy()))
                .extracting(Package::name)
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(
                        SLICE.largestFirst(each -> each.depends().contains("libssl3")));
        assertThat(server.recorder().names()).containsExactly("find", "find");
    }

    @Test
    void findsNothingThatRequiresALeaf() {
        assertThat(await(packages.withRequiredBy("prosody")).requiredBy()).isEmpty();
    }

    @Test
    void findsWhatRequiresAPackagePageByPage() {
        List<String> expected = SLICE.all()
                .filter(each -> each.depends().contains("libssl3"))
                .map(Slice.Line::name)
                .sorted()
                .toList();
        ProjectedFind<PackageSummary> requiring = packages.requiring("libssl3").as(PackageSummary.class);

        Page<PackageSummary> first = await(requiring.page(PageRequest.first(10)));
        Page<PackageSummary> second = await(requiring.page(first.nextRequest().orElseThrow()));

        assertThat(first.items()).extracting(PackageSummary::name).isEqualTo(expected.subList(0, 10));
        assertThat(second.items()).extracting(PackageSummary::name).isEqualTo(expected.subList(10, expected.size()));
        assertThat(second.hasNext()).isFalse();
        assertThat(server.recorder().names()).containsExactly("find", "find");
    }

    @Test
    void hasAnIndexForThePagesOfWhatRequiresAPackage() {
        assertThat(await(packages.requiring("libssl3")
                        .plan(PageRequest.first(10))
                        .check()
                        .collectList()))
                .isEmpty();
    }

    @Test
    void summarizesPackages() {
        Slice.Line git = SLICE.get("git");

        assertThat(await(packages.byName(new PackageQuery("git", null, null, null))
                        .as(PackageSummary.class)
                        .first()))
                .isEqualTo(new PackageSummary("git", git.text("version"), git.size(), git.section(), git.source()));
        assertThat(server.recorder().names()).containsExactly("find");
    }

    @ParameterizedTest
    @CsvSource({
        ", net, , python",
        ", net, , ",
        ", , , python",
        ", , , ",
        ", libs, , libs",
        "lib, , , ",
        "lib, libs, libc6, ",
        ", , gcc-12-base, ",
    })
    void findsPackagesByWhatIsAskedOfThem(String prefix, String section, String dependsOn, String dependsOnSection) {
        List<String> expected =
                SLICE.largestFirst(each -> (prefix == null || each.name().startsWith(prefix))
                        && (section == null || each.section().equals(section))
                        && (dependsOn == null || each.depends().contains(dependsOn))
                        && (dependsOnSection == null
                                || each.depends().stream().anyMatch(name -> SLICE.isIn(name, dependsOnSection))));
        PackageQuery query = new PackageQuery(prefix, section, dependsOn, dependsOnSection);

        assertThat(await(packages.largest(query).ids().collectList()))
                .isNotEmpty()
                .isEqualTo(expected);
        assertThat(await(packages.byName(query).ids().collectList()))
                .isEqualTo(expected.stream().sorted().toList());
    }

    @Test
    void answersAConditionThroughLinksByOneCommandPerLink() {
        await(packages.largest(NET_ON_PYTHON).limit(20).all().collectList());

        assertThat(server.recorder().names()).containsExactly("find", "find");
    }

    @ParameterizedTest
    @CsvSource({"nett, python, nett", "net, pyton, pyton", "vcs, vcs, ", "net, , ", ", , "})
    void tellsUnknownSectionsFromEmptyOnes(String section, String dependsOnSection, String unknown) {
        PackageQuery query = new PackageQuery(null, section, null, dependsOnSection);

        assertThat(await(packages.unknownSections(query))).isEqualTo(unknown == null ? List.of() : List.of(unknown));
    }

    @Test
    void findsTheBinariesOfASourceWithTheirSections() {
        Source found = await(packages.withBinaries("gcc-12"));

        List<Package> binaries = BackRef.fetched(found.binaries());
        assertThat(binaries)
                .extracting(Package::name)
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(
                        SLICE.largestFirst(each -> each.source().equals("gcc-12")));
        assertThat(binaries).allSatisfy(each -> assertThat(each.section().get().name())
                .isEqualTo(SLICE.get(each.name()).section()));
    }

    @Test
    void findsPackagesThatRecommendButDependOnNothing() {
        assertThat(await(packages.recommendingOnly().all().collectList()))
                .extracting(Package::name)
                .hasSizeGreaterThan(10)
                .isEqualTo(SLICE.largestFirst(
                        each -> !each.recommends().isEmpty() && each.depends().isEmpty()));
    }

    @Test
    void fetchesAStreamInBatches() {
        List<Package> fetched =
                await(packages.fetched(packages.first(100).all()).collectList());

        assertThat(fetched)
                .extracting(Package::name)
                .isEqualTo(SLICE.all().map(Slice.Line::name).sorted().limit(100).toList());
        assertThat(fetched).allSatisfy(each -> {
            assertDependencies(each, 1);
            assertThat(each.source().get().name())
                    .isEqualTo(SLICE.get(each.name()).source());
        });
        assertThat(server.recorder().names()).containsExactly("find", "find", "find");
    }

    @Test
    void blocksNoThreadThatMustNotBlock() {
        BlockHound.install();
        Mono<Object> sleeper = Mono.fromRunnable(PackageServiceIT::sleep).subscribeOn(Schedulers.parallel());
        StepVerifier.create(sleeper).expectError(BlockingOperationError.class).verify(); // it watches

        Mono<Long> answers = Flux.merge(
                        packages.withDependencies("git", 2),
                        packages.withRequiredBy("libssl3"),
                        packages.withBinaries("gcc-12"),
                        packages.largest(NET_ON_PYTHON).page(PageRequest.first(20)),
                        packages.fetched(packages.first(100).all()))
                .subscribeOn(Schedulers.parallel())
                .publishOn(Schedulers.parallel())
                .count();

        StepVerifier.create(answers).expectNext(4L + 100).verifyComplete();
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
