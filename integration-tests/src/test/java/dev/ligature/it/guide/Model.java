// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of the guide, from the one block that is marked as the model, and the variables that every block has.
 *
 * @param types their sources, by name
 * @param classes where they have been compiled to
 */
record Model(Map<String, Source> types, Path classes) {
    static final String VARIABLES = "SnippetVariables";

    static Model compiled(Javac javac, List<Page> pages) {
        List<Snippet> models = pages.stream()
                .flatMap(page -> page.snippets().stream())
                .filter(Snippet::isModel)
                .toList();
        if (models.size() != 1) {
            throw new IllegalStateException("one block of the guide is its model: " + models);
        }
        Snippet snippet = models.get(0);
        JavaText text = JavaText.of(snippet.text());
        Map<String, Source> types = new LinkedHashMap<>(sources(snippet, text, text.imports()));
        types.put(VARIABLES, variables());
        Javac.Result result = javac.process(List.copyOf(types.values()));
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("the guide's model:\n" + String.join("\n", result.problems()));
        }
        return new Model(Collections.unmodifiableMap(types), result.classes());
    }

    /** A source for each type of a block. */
    static Map<String, Source> sources(Snippet snippet, JavaText text, Collection<String> imports) {
        Map<String, Source> sources = new LinkedHashMap<>();
        text.types()
                .forEach((name, type) -> sources.put(
                        name, Source.at(snippet.line(), name, snippet.page(), String.join(" ", imports), type, "\n")));
        return sources;
    }

    private static Source variables() {
        Path file = Path.of("src/test/resources/guide", VARIABLES + ".java");
        try {
            return new Source(VARIABLES, file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
