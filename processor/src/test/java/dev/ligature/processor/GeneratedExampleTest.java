// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the example in the documentation equal to the golden files; {@code -Dgoldens.update=true} rewrites it. */
class GeneratedExampleTest {
    private static final Path PAGE = Path.of("../docs/generated-example.md");

    @Test
    void showsWhatIsGenerated() throws IOException {
        String page = page();
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # An example of the generated code

                A test keeps this page equal to the golden files. From this document

                """);
        append(page, Compilations.resource("good").resolve("House.java"));
        page.append("the processor generates a codec, a query class and a repository, in the document's package:\n\n");
        for (String name : List.of("HouseRepository.java", "QHouse.java", "HouseCodec.java")) {
            append(page, Compilations.resource("expected").resolve(name));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void append(StringBuilder page, Path file) {
        page.append("```java\n").append(Compilations.read(file)).append("```\n\n");
    }
}
