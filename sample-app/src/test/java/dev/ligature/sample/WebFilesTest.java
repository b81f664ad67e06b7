// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebFilesTest {
    private final WebFiles files = WebFiles.read();

    @Test
    void hasEveryAsset() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(WebFiles.class.getResource("/web/assets"))
                .toURI());
        try (Stream<Path> paths = Files.list(folder)) {
            List<String> names =
                    paths.map(path -> path.getFileName().toString()).sorted().toList();
            assertThat(WebFiles.ASSETS).isEqualTo(names);
        }
    }

    @Test
    void fillsInNamesAsText() {
        HttpAnswer page = files.page(HttpResponseStatus.OK, "details.html", "<img src=x onerror=\"alert('&')\">");

        assertThat(page.text())
                .contains("<h1 id=\"name\">&lt;img src=x onerror=&quot;alert('&amp;')&quot;&gt;</h1>")
                .doesNotContain("<img");
    }

    @Test
    void letsPagesLoadOnlyWhatIsHere() {
        assertThat(files.page("packages.html").headers().get("content-security-policy"))
                .startsWith("default-src 'self';");
    }
}
