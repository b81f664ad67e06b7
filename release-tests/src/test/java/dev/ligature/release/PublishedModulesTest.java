// SPDX-License-Identifier: Apache-2.0
package dev.ligature.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a repository of artifacts, and those who use it, expect of the published modules. */
class PublishedModulesTest {
    private static final Pom BOM = Pom.in(Pom.ROOT.folder().resolve("bom"));

    static List<Pom> published() {
        return Pom.published();
    }

    @Test
    void areAllInTheBom() {
        List<String> artifacts = published().stream()
                .filter(pom -> !pom.text("/project/packaging").equals("pom"))
                .map(Pom::artifactId)
                .toList();

        assertThat(artifacts).contains("ligature-runtime", "ligature-processor", "ligature-test");
        assertThat(BOM.texts("/project/dependencyManagement/dependencies/dependency/artifactId"))
                .as("what bom/pom.xml manages")
                .containsExactlyInAnyOrderElementsOf(artifacts);
        assertThat(BOM.texts("/project/dependencyManagement/dependencies/dependency/version"))
                .containsOnly("${project.version}");
    }

    /** The parent manages the versions of the driver, of JUnit and of many other things, which must not reach users. */
    @Test
    void areAllThatTheInstalledBomManages() {
        Pom installed = Pom.read(BOM.folder().resolve("target/.flattened-pom.xml"));

        assertThat(installed.texts("/project/parent")).isEmpty();
        assertThat(installed.texts("/project/properties")).isEmpty();
        assertThat(installed.texts("/project/dependencyManagement/dependencies/dependency/groupId"))
                .isNotEmpty()
                .containsOnly("dev.ligature");
        assertThat(installed.text("/project/version")).isEqualTo(Pom.ROOT.text("/project/version"));
        assertThat(installed.text("/project/licenses/license/name")).isEqualTo("Apache-2.0");
        assertThat(installed.text("/project/scm/url")).startsWith("https://").doesNotEndWith("/ligature-bom");
        assertThat(installed.text("/project/url")).isEqualTo(Pom.ROOT.property("ligature.url"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void sayWhatTheyAre(Pom pom) {
        assertThat(pom.text("/project/name")).startsWith("Ligature");
        assertThat(pom.text("/project/description")).endsWith(".").hasSizeGreaterThan(20);
        assertThat(pom.artifactId()).startsWith("ligature-");
    }

    @ParameterizedTest
    @MethodSource("published")
    void haveTheVersionOfTheirParent(Pom pom) {
        assertThat(Stream.of(pom.text("/project/version"), pom.text("/project/parent/version"))
                        .filter(version -> !version.isEmpty()))
                .containsOnly(Pom.ROOT.text("/project/version"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishSourcesAndJavadoc(Pom pom) {
        assertThat(pom.property("maven.source.skip")).isNotEqualTo("true");
        assertThat(pom.property("maven.javadoc.skip")).isNotEqualTo("true");
    }

    static final List<String> REQUIRED = List.of(
            "/project/url",
            "/project/licenses/license/name",
            "/project/licenses/license/url",
            "/project/developers/developer/name",
            "/project/scm/connection",
            "/project/scm/developerConnection",
            "/project/scm/url");

    @ParameterizedTest
    @FieldSource("REQUIRED")
    void inheritWhatCentralRequires(String path) {
        assertThat(Pom.ROOT.text(path)).isNotEmpty();
    }
}
