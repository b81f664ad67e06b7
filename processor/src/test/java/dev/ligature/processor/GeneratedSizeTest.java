// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** How many bytes of classes a document costs whoever ships it. */
class GeneratedSizeTest {
    private static final JavaFileObject HOUSE = JavaFileObjects.forSourceString("sizes.House", """
            package sizes;
            import dev.ligature.annotation.*;
            import dev.ligature.link.Ref;
            import java.time.Instant;
            import java.util.List;
            import java.util.Optional;
            import org.bson.types.ObjectId;
            @Document
            public record House(
                    ObjectId id, String name, String street, String city, int rooms, double area, boolean garden,
                    Instant built, Optional<String> note, List<String> tags,
                    @Link Ref<House> next, @Link Optional<Ref<House>> twin, @Link List<Ref<House>> neighbours) {}
            """);

    @Test
    void ofADocumentOfTenFieldsAndThreeLinksIsSmall() {
        Map<String, Integer> sizes = Compilations.compile(HOUSE).generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(GeneratedSizeTest::name, GeneratedSizeTest::size));
        sizes.remove("House");

        assertThat(sizes.get("HouseCodec"))
                .as("the codec; it had 9,998 bytes on the driver's reader and writer")
                .isBetween(5_000, 9_997);
        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as("with a path class that links in embedded values have brought, 600 bytes: %s", sizes)
                .isBetween(10_000, 19_300);
    }

    private static String name(JavaFileObject file) {
        return file.getName().replaceAll(".*/|\\.class", "");
    }

    private static int size(JavaFileObject file) {
        try (InputStream bytes = file.openInputStream()) {
            return bytes.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
