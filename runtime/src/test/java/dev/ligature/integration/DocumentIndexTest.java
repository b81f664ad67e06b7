// SPDX-License-Identifier: Apache-2.0
package dev.ligature.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentIndexTest {
    private static DocumentIndex read(Path... parts) throws IOException {
        URL[] urls = new URL[parts.length];
        for (int i = 0; i < parts.length; i++) {
            urls[i] = url(parts[i]);
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return DocumentIndex.read(loader);
        }
    }

    private static URL url(Path part) throws MalformedURLException {
        return part.toUri().toURL();
    }

    private static void write(Path part, String text) throws IOException {
        Path file = part.resolve(DocumentIndex.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void isEmptyWhereNothingWasGenerated(@TempDir Path part) throws IOException {
        assertThat(read(part).documents()).isEmpty();
        assertThat(read(part).projections()).isEmpty();
    }

    @Test
    void takesAllPartsTogetherInOrder(@TempDir Path first, @TempDir Path second) throws IOException {
        write(first, "# a comment\ndocument b.House b.HouseRepository\nprojection b.Card b.CardProjection\n");
        write(second, "document a.Door a.DoorRepository\n\ndocument b.House b.HouseRepository\n");

        DocumentIndex index = read(first, second);

        assertThat(index.documents())
                .containsExactly(
                        new DocumentIndex.Document("a.Door", "a.DoorRepository"),
                        new DocumentIndex.Document("b.House", "b.HouseRepository"));
        assertThat(index.projections()).containsExactly(new DocumentIndex.Projection("b.Card", "b.CardProjection"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand(@TempDir Path part) throws IOException {
        write(part, "document b.House b.HouseRepository\nview b.Old b.OldView\n");

        assertThatThrownBy(() -> read(part))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(url(part).toString())
                .hasMessageContaining("\"view b.Old b.OldView\"");
    }

    /** To native images resources are what somebody has named. */
    @Test
    void isNamedForNativeImages() throws IOException {
        String path = "META-INF/native-image/dev.ligature/ligature-runtime/resource-config.json";
        try (InputStream stream =
                Objects.requireNonNull(DocumentIndex.class.getModule().getResourceAsStream(path))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"pattern\": \""
                            + Pattern.quote(DocumentIndex.RESOURCE).replace("\\", "\\\\") + "\"");
        }
    }
}
