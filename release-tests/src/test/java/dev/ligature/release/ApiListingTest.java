// SPDX-License-Identifier: Apache-2.0
package dev.ligature.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The API of each artifact must be what {@code docs/api} lists, so that a change of the API shows as a change of the
 * listing. Once you have looked at the difference, {@code -Dgoldens.update=true} rewrites the listing.
 */
class ApiListingTest {
    private static final Path LISTINGS = Pom.ROOT.folder().resolve("docs/api");

    static List<Pom> artifacts() {
        return Pom.withApi();
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void isWhatIsListed(Pom artifact) throws IOException {
        Path listing = LISTINGS.resolve(artifact.artifactId() + ".txt");
        String api = ApiListing.of(artifact.folder().resolve("target/classes"));

        if (Boolean.getBoolean("goldens.update")) {
            Files.createDirectories(LISTINGS);
            Files.writeString(listing, api);
        }

        assertThat(listing)
                .as("the API of a published artifact is listed in docs/api")
                .exists();
        assertThat(api)
                .as(
                        "%s; write it anew by ./mvnw -pl release-tests -am test -Dtest=ApiListingTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dgoldens.update=true",
                        listing)
                .isEqualTo(Files.readString(listing));
    }

    @Test
    void isListedForPublishedArtifactsOnly() throws IOException {
        try (Stream<Path> listings = Files.list(LISTINGS)) {
            assertThat(listings.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(artifacts().stream()
                            .map(artifact -> artifact.artifactId() + ".txt")
                            .toList());
        }
    }

    @Test
    void hasNoInternals() {
        String api = ApiListing.of(Pom.ROOT.folder().resolve("runtime/target/classes"));

        assertThat(api)
                .contains("public final class dev.ligature.link.Ref<T>")
                .contains("    public static <T> dev.ligature.link.Ref<T> of(T)")
                .contains("public final class dev.ligature.repository.Transactions")
                .doesNotContain("dev.ligature.internal.");
    }
}
