// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.Priority;
import java.io.FileNotFoundException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class PackageFileTest {
    @Test
    void readsPackagesWithLinksByName() {
        StepVerifier.create(Slice.FILE.packages().filter(each -> each.name().equals("git")))
                .assertNext(PackageFileTest::assertIsGit)
                .verifyComplete();
    }

    private static void assertIsGit(Package git) {
        assertThat(git.version()).isEqualTo("1:2.39.5-0+deb12u3");
        assertThat(git.priority()).isEqualTo(Priority.OPTIONAL);
        assertThat(git.installedSizeKiB()).isEqualTo(44_890);
        assertThat(Names.ofSection(git.section())).isEqualTo("vcs");
        assertThat(Names.of(git.depends()))
                .startsWith("libc6", "libcurl3-gnutls")
                .hasSize(8);
        assertThat(Names.of(git.recommends())).containsExactly("ca-certificates", "patch", "less", "ssh-client");
        assertThat(git.depends()).noneMatch(link -> link.isFetched() || link.isMissing());
        assertThat(git.requiredBy()).isEmpty();
    }

    @Test
    void readsPackagesWithoutLinks() {
        StepVerifier.create(Slice.FILE.packages().filter(each -> each.name().equals("git-man")))
                .assertNext(each -> {
                    assertThat(each.depends()).isEmpty();
                    assertThat(each.recommends()).isEmpty();
                })
                .verifyComplete();
    }

    @Test
    void readsTheWholeDistribution() {
        StepVerifier.create(PackageFile.debian12().count()).expectNext(63_436L).verifyComplete();
    }

    @Test
    void readsNoMoreThanIsAskedFor() {
        StepVerifier.create(PackageFile.of("packages-broken.jsonl").packages(), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify();
    }

    @Test
    void namesTheLineThatItCannotRead() {
        StepVerifier.create(PackageFile.of("packages-broken.jsonl").packages())
                .expectNextCount(1)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("packages-broken.jsonl, line 2: "))
                .verify();
    }

    @Test
    void namesTheResourceThatIsNotThere() {
        StepVerifier.create(PackageFile.of("nothing.jsonl").count())
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(FileNotFoundException.class)
                        .hasMessageContaining("nothing.jsonl"))
                .verify();
    }
}
