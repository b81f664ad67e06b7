// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of Java in the README and in the guide compiles, without a warning, against the one model of the guide. CONTRIBUTING
 * says what a block may be, and which comments say what to it.
 */
class GuideSnippetsTest {
    @TempDir
    static Path directory;

    private static Javac javac;

    @TestFactory
    Stream<DynamicTest> compiles() {
        javac = new Javac(directory);
        List<Page> pages = Guide.pages();
        Model model = Model.compiled(javac, pages);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.name(), () -> check(PageCompiler.failures(Guide.ROOT, javac, model, page))));
    }

    private static void check(List<String> failures) {
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
    }

    @AfterAll
    static void close() throws IOException {
        javac.close();
    }
}
