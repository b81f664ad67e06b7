// SPDX-License-Identifier: Apache-2.0
package dev.ligature.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page that says what is supported must name the versions with which the build runs its tests. */
class CompatibilityPageTest {
    private static String page() throws IOException {
        return Files.readString(Pom.ROOT.folder().resolve("docs/compatibility.md"));
    }

    private static String row(String what, String lowest, String newest) {
        return "| " + what + " | " + Pom.ROOT.property(lowest) + " | " + Pom.ROOT.property(newest) + " |";
    }

    @Test
    void namesTheOldestAndTheNewestDriverAndReactor() throws IOException {
        assertThat(page())
                .contains(row("MongoDB Java driver", "mongodb.lowest.version", "mongodb.version"))
                .contains(row("Reactor Core", "reactor.lowest.version", "reactor.version"))
                .contains("| JDK | " + Pom.ROOT.property("maven.compiler.release") + " | 25 |");
    }
}
