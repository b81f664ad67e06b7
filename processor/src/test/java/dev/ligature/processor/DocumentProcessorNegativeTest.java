// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.ligature.processor.validate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code bad/} says in comments which messages are expected on which lines; no others may appear. Their whole texts,
 * with their columns, are in the file of the same name in {@code told/}, which {@code -Dgoldens.update=true} rewrites.
 */
class DocumentProcessorNegativeTest {
    /** What the compiler adds to warnings because of {@code -Werror}. */
    private static final String WARNINGS_ARE_ERRORS = "compiler.err.warnings.and.werror";

    /** Their causes are in the compiler: see the tests of failures and of resources. */
    private static final Set<Message> NOT_ABOUT_DECLARATIONS = EnumSet.of(
            Message.PROCESSOR_FAILED,
            Message.FILE_NOT_WRITTEN,
            Message.RESOURCE_NOT_WRITTEN,
            Message.DOCUMENT_NOT_PROCESSED);

    private static final Map<String, Compilation> COMPILED = new ConcurrentHashMap<>();

    private static final Pattern KEY = Pattern.compile("\\[([A-Z][A-Za-z]+)]");

    static Stream<String> badFiles() {
        return Compilations.files("bad").stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void reportsEachMessageOnceOnItsLineAndNothingElse(String file) {
        Compilation compilation = compile(file);

        assertThat(compilation.diagnostics().stream()
                        .filter(each -> !each.getCode().equals(WARNINGS_ARE_ERRORS))
                        .map(DocumentProcessorNegativeTest::describe))
                .containsExactlyInAnyOrderElementsOf(expected(file));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhatItIsExpectedToSay(String file) throws IOException {
        Path golden = Compilations.resource("told").resolve(file.replace(".java", ".txt"));
        String told = compile(file).diagnostics().stream()
                .filter(each -> !each.getCode().equals(WARNINGS_ARE_ERRORS))
                .sorted(Comparator.<Diagnostic<?>>comparingLong(Diagnostic::getLineNumber)
                        .thenComparing(Diagnostic::getColumnNumber)
                        .thenComparing(each -> each.getMessage(Locale.ROOT)))
                .map(each ->
                        each.getLineNumber() + ":" + each.getColumnNumber() + " " + each.getMessage(Locale.ROOT) + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(golden, told);
        }

        assertThat(told).isEqualTo(Files.readString(golden));
    }

    /** It tells no lines of records, so that only the texts are compared. */
    @ParameterizedTest
    @MethodSource("badFiles")
    void reportsTheSameErrorsInEclipsesCompiler(String file) {
        Compiled compiled = Compilers.ECLIPSE.compile(List.of(file(file)));

        assertThat(keyed(compiled.messages().stream().map(Compiled.Message::text)))
                .containsExactlyInAnyOrderElementsOf(keyed(
                        compile(file).diagnostics().stream().map(diagnostic -> diagnostic.getMessage(Locale.ROOT))));
    }

    @Test
    void hasAFixtureForEveryMessage() {
        List<String> fixtures =
                badFiles().map(file -> file.replace(".java", "")).toList();

        assertThat(fixtures)
                .containsAll(Arrays.stream(Message.values())
                        .filter(message -> !NOT_ABOUT_DECLARATIONS.contains(message))
                        .filter(message -> !SchemaChangesTest.MESSAGES.contains(message))
                        .filter(message -> !OptionsTest.MESSAGES.contains(message))
                        .map(Message::key)
                        .toList());
    }

    @Test
    void onlyNotesWhatIsLeftToTheRegistry() {
        Compilation compilation = compile("ValueLeftToRegistry.java");

        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.notes())
                .extracting(note -> note.getMessage(Locale.ROOT))
                .anyMatch(text ->
                        text.contains("ValueLeftToRegistry.House.built uses Built, which is not embedded: it is created"
                                + " only by a builder"));
    }

    /** The processor's messages. */
    private static List<String> keyed(Stream<String> texts) {
        return texts.filter(text -> KEY.matcher(text).lookingAt()).toList();
    }

    private static Compilation compile(String file) {
        return COMPILED.computeIfAbsent(file, name -> Compilations.compile(Compilations.source(file(name))));
    }

    private static Path file(String name) {
        return Compilations.resource("bad").resolve(name);
    }

    private static String describe(Diagnostic<?> error) {
        Matcher key = KEY.matcher(error.getMessage(Locale.ROOT));
        return error.getLineNumber() + ": " + (key.lookingAt() ? key.group(1) : error.getMessage(Locale.ROOT));
    }

    private static List<String> expected(String file) {
        List<String> lines = Compilations.read(file(file)).lines().toList();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// [");
            if (comment >= 0) {
                Matcher key = KEY.matcher(lines.get(i).substring(comment));
                while (key.find()) {
                    expected.add((i + 1) + ": " + key.group(1));
                }
            }
        }
        return expected;
    }
}
