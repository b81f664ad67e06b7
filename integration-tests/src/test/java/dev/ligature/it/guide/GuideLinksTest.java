// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages link to within the repository is there: files, and headings of pages. */
class GuideLinksTest {
    private static final List<Pattern> LINKS = List.of(
            Pattern.compile("\\]\\(([^)\\s#]*)(?:#([^)\\s]*))?\\)"),
            Pattern.compile("(?:href|src)=\"([^\"#]*)(?:#([^\"]*))?\""));
    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*$");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @Test
    void leadsSomewhere() {
        assertThat(pages().flatMap(page -> brokenLinks(Guide.ROOT, page))).isEmpty();
    }

    @Test
    void wouldSeeALinkThatLeadsNowhere(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("there.md"), "# A heading, of `code`\n\n```sh\n# none\n```\n");
        Path page = Files.writeString(directory.resolve("page.md"), """
                [one](there.md), [two](there.md#a-heading-of-code), [three](https://example.com/gone), [four](#here)
                [five](gone.md), [six](there.md#none) <img src="gone.png" alt="">
                # Here
                """);

        assertThat(brokenLinks(directory, page))
                .containsExactlyInAnyOrder(
                        "page.md links to gone.md", "page.md links to there.md#none", "page.md links to gone.png");
    }

    private static Stream<Path> pages() {
        try (Stream<Path> files = Files.walk(Guide.ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            try (Stream<Path> top = Files.list(Guide.ROOT)) {
                top.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
            return pages.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> brokenLinks(Path root, Path page) {
        String prose = prose(page);
        return LINKS.stream()
                .flatMap(pattern -> pattern.matcher(prose).results())
                .filter(link -> !ELSEWHERE.matcher(link.group(1)).matches())
                .filter(link -> !isThere(page, link))
                .map(link -> root.relativize(page) + " links to " + link.group(1)
                        + (link.group(2) == null ? "" : "#" + link.group(2)));
    }

    private static boolean isThere(Path page, MatchResult link) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        return Files.exists(target)
                && (link.group(2) == null || prose(target).lines().anyMatch(line -> isHeading(line, link.group(2))));
    }

    /** Whether a line is the heading of an anchor, as GitHub names it. */
    private static boolean isHeading(String line, String anchor) {
        return line.startsWith("#")
                && line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-')
                        .equals(anchor);
    }

    private static String prose(Path page) {
        try {
            return FENCED.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
