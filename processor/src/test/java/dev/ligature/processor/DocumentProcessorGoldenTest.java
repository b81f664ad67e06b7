// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is generated from {@code good/} is compared with {@code expected/} as text, since comments and layout are part of the
 * product. {@code -Dgoldens.update=true} rewrites {@code expected/}; review the difference as code.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentProcessorGoldenTest {
    private static final Path EXPECTED = Compilations.resource("expected");

    private final Map<Compilers, Compiled> compiled = new EnumMap<>(Compilers.class);

    DocumentProcessorGoldenTest() {
        for (Compilers compiler : Compilers.values()) {
            compiled.put(compiler, compile(compiler));
        }
    }

    private static Compiled compile(Compilers compiler) {
        return compiler.compile(Compilations.files("good"));
    }

    @WithEveryCompiler
    void compilesWithoutWarnings(Compilers compiler) {
        assertThat(compiled.get(compiler).problems()).isEmpty();
    }

    @WithEveryCompiler
    void generatesTheExpectedText(Compilers compiler) throws IOException {
        Map<String, String> generated = texts(compiled.get(compiler));
        if (compiler == Compilers.JAVAC && Boolean.getBoolean("goldens.update")) {
            for (Map.Entry<String, String> each : generated.entrySet()) {
                Files.writeString(EXPECTED.resolve(each.getKey()), each.getValue());
            }
        }

        assertThat(generated.keySet()).containsExactlyElementsOf(expectedNames());
        assertThat(generated)
                .allSatisfy(
                        (name, text) -> assertThat(text).as(name).isEqualTo(Compilations.read(EXPECTED.resolve(name))));
    }

    @WithEveryCompiler
    void generatesTheSameBytesEveryTime(Compilers compiler) {
        assertThat(texts(compile(compiler))).isEqualTo(texts(compiled.get(compiler)));
    }

    @Test
    void needsNoReflection() {
        assertThat(texts(compiled.get(Compilers.JAVAC)).values()).allSatisfy(text -> assertThat(text)
                .doesNotContain("java.lang.reflect")
                .doesNotContain("java.lang.invoke")
                .doesNotContain("getDeclared")
                .doesNotContain("forName"));
    }

    private static List<String> expectedNames() {
        return Compilations.files("expected").stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static Map<String, String> texts(Compiled compiled) {
        Map<String, String> texts = new TreeMap<>();
        compiled.generated()
                .forEach((path, text) -> texts.put(Path.of(path).getFileName().toString(), text));
        return texts;
    }
}
