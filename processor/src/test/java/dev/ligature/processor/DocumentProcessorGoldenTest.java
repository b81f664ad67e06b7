package dev.ligature.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is generated from {@code good/} is compared with {@code expected/} as text, since comments and layout are part of the
 * product. {@code -Dgoldens.update=true} rewrites {@code expected/}; review the difference as code.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentProcessorGoldenTest {
    private static final Path EXPECTED = Compilations.resource("expected");

    private final Compilation compilation = compile();

    private static Compilation compile() {
        return Compilations.compile(
                Compilations.files("good").stream().map(Compilations::source).toList());
    }

    @Test
    void compilesWithoutWarnings() {
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void generatesTheExpectedText() throws IOException {
        Map<String, String> generated = texts(compilation);
        if (Boolean.getBoolean("goldens.update")) {
            for (Map.Entry<String, String> each : generated.entrySet()) {
                Files.writeString(EXPECTED.resolve(each.getKey()), each.getValue());
            }
        }

        assertThat(generated.keySet()).containsExactlyElementsOf(expectedNames());
        assertThat(generated)
                .allSatisfy(
                        (name, text) -> assertThat(text).as(name).isEqualTo(Compilations.read(EXPECTED.resolve(name))));
    }

    @Test
    void generatesTheSameBytesEveryTime() throws IOException {
        assertThat(texts(compile())).isEqualTo(texts(compilation));
    }

    @Test
    void needsNoReflection() throws IOException {
        assertThat(texts(compilation).values()).allSatisfy(text -> assertThat(text)
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

    private static Map<String, String> texts(Compilation compilation) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            byte[] bytes = file.openInputStream().readAllBytes();
            String name = Path.of(file.toUri().getPath()).getFileName().toString();
            texts.put(name, new String(bytes, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
