// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.ligature.processor.Example.Told;
import dev.ligature.processor.validate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keeps {@code docs/errors.md} equal to the messages and to what the compiler says about the examples in {@code catalogue/};
 * {@code -Dgoldens.update=true} rewrites it. So each message is pinned as a whole, with its place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {
    private static final Path PAGE = Path.of("../docs/errors.md");

    /** The processors in front of Ligature's that cause what no declaration does. */
    private static final Map<Message, Processor> DISTURBANCES = Map.of(
            Message.PROCESSOR_FAILED,
            new DisturbedProcessor(new DocumentProcessor(), CatalogueTest::withoutBinaryNames),
            Message.FILE_NOT_WRITTEN,
            new DisturbedProcessor(
                    new DocumentProcessor(), environment -> withoutFiles(environment, "createSourceFile")),
            Message.RESOURCE_NOT_WRITTEN,
            new DisturbedProcessor(
                    new DocumentIndexProcessor(), environment -> withoutFiles(environment, "createResource")));

    /** The options that cause what no declaration does. */
    private static final Map<Message, List<String>> OPTIONS = Map.of(
            Message.OPTION_INVALID,
            List.of("-Aligature.schema=schema.json"),
            Message.OUTPUT_NOT_WRITTEN,
            List.of("-Aligature.diagram=" + Example.PROJECT),
            Message.SCHEMA_UNREADABLE,
            List.of("-Aligature.schema=" + Example.PROJECT.resolve("unreadable.json")),
            Message.SCHEMA_ACCEPT_UNUSED,
            List.of(
                    "-Aligature.schema=" + Example.PROJECT.resolve("new.json"),
                    "-Aligature.schema.accept=House.rooms"));

    private final Map<Message, CatalogueEntry> entries = new EnumMap<>(Message.class);
    private final Map<Message, List<Told>> told = new EnumMap<>(Message.class);

    CatalogueTest() throws IOException {
        Files.writeString(Example.PROJECT.resolve("unreadable.json"), "<<<<<<< HEAD\n");
        for (Message message : Message.values()) {
            if (Files.exists(CatalogueEntry.file(message))) { // otherwise one of the tests says so
                CatalogueEntry entry = CatalogueEntry.read(message);
                entries.put(message, entry);
                told.put(message, compile(entry));
            }
        }
    }

    private static List<Told> compile(CatalogueEntry entry) {
        Processor disturbance = DISTURBANCES.get(entry.message());
        Example example = new Example(entry.bad());
        List<String> options = OPTIONS.get(entry.message());
        if (options != null) {
            return compile(options, example);
        }
        if (SchemaChangesTest.MESSAGES.contains(entry.message())) {
            return compileAfterTheGoodExample(entry);
        }
        return disturbance == null
                ? entry.setting().compile(example)
                : Example.told(Compilations.compileWith(example.files("com.example"), disturbance));
    }

    private static List<Told> compile(List<String> options, Example example) {
        return Example.told(Compilations.compile(options, example.files("com.example")));
    }

    /** What is wrong with a change: the good example is what was declared before. */
    private static List<Told> compileAfterTheGoodExample(CatalogueEntry entry) {
        Path file = Example.PROJECT.resolve(entry.message().key() + ".json");
        List<String> options = List.of("-Aligature.schema=" + file);
        assertThat(compile(options, new Example(entry.good()))).isEmpty();
        assertThat(file).exists();
        file.toFile().deleteOnExit();
        return compile(options, new Example(entry.bad()));
    }

    @Test
    void hasAnEntryForEachMessageAndNoOther() {
        assertThat(Compilations.files("catalogue"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Message.values())
                        .map(message -> message.key() + ".md")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Message.class)
    void isGivenForItsBadExampleAndNothingElseIs(Message message) {
        assertThat(told.get(message)).singleElement().satisfies(only -> {
            assertThat(only.text().lines().findFirst().orElseThrow())
                    .startsWith("[" + message.key() + "] ")
                    .doesNotContain("  ", " .", "..", "null");
            assertThat(only.kind()).isEqualTo(message.kind());
        });
    }

    /** In one go, each in a package of its own. */
    @Test
    void isNotGivenForItsGoodExample() {
        List<JavaFileObject> files = new ArrayList<>();
        entries.values().stream()
                .filter(entry ->
                        !entry.good().isEmpty() && entry.mendedSetting().isPlain())
                .forEach(entry -> files.addAll(new Example(entry.good())
                        .files("good." + entry.message().key().toLowerCase(Locale.ROOT))));

        Compilation compilation = Compilations.compile(files);

        assertThat(Example.told(compilation)).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void isNotGivenForItsGoodExampleInItsSetting() {
        assertThat(entries.values().stream()
                        .filter(entry -> !entry.good().isEmpty()
                                && !entry.mendedSetting().isPlain())
                        .flatMap(entry -> entry.mendedSetting().compile(new Example(entry.good())).stream()))
                .isEmpty();
    }

    @Test
    void hasAGoodExampleUnlessNoDeclarationCausesIt() {
        assertThat(entries.values().stream()
                        .filter(entry -> entry.good().isEmpty())
                        .map(CatalogueEntry::message))
                .containsExactlyInAnyOrderElementsOf(Stream.of(DISTURBANCES, OPTIONS)
                        .flatMap(causes -> causes.keySet().stream())
                        .toList());
    }

    @Test
    void isThePageOfTheDocumentation() throws IOException {
        String page = page();
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String page() {
        List<CatalogueEntry> sorted = entries.values().stream()
                .sorted(Comparator.comparing(entry -> entry.message().key()))
                .toList();
        StringBuilder page = new StringBuilder("""
                # Compile errors

                What Ligature's processor may tell you about a declaration. Each message begins with a key in brackets, which stays the same across
                versions: search this page for it. You see everything that is wrong with a document at once.

                An error marks what cannot work or would lose data. A warning marks what works, but is rarely what you want, and a note tells you what
                you may not have noticed. If you mean it, put `@SuppressWarnings` with the key on the member or the type.

                The examples leave out packages, and imports of `java.util`, of Ligature's annotations and references, and of the driver's annotations and
                `ObjectId`. A test compiles each of them. What the compiler says about it is printed below it, with the place that it marks.

                | Key | What is wrong |
                |---|---|
                """);
        for (CatalogueEntry entry : sorted) {
            String key = entry.message().key();
            page.append("| [")
                    .append(key)
                    .append("](#")
                    .append(key.toLowerCase(Locale.ROOT))
                    .append(") | ");
            page.append(entry.summary().replace("|", "\\|")).append(" |\n");
        }
        sorted.forEach(entry -> append(page, entry));
        return page.toString();
    }

    private void append(StringBuilder page, CatalogueEntry entry) {
        page.append("\n## ").append(entry.message().key()).append("\n\n");
        page.append(entry.why()).append("\n\n```java\n").append(entry.bad()).append("```\n\n");
        page.append(told.get(entry.message()).stream()
                .map(each -> stable(each.shown()))
                .collect(Collectors.joining("\n", "```text\n", "\n```\n\n")));
        page.append(entry.mend()).append('\n');
        if (!entry.good().isEmpty()) {
            page.append("\n```java\n").append(entry.good()).append("```\n");
        }
    }

    /** Without the lines of a stack trace, which change with the code, but for the first. */
    private static String stable(String text) {
        return text.replaceAll("(\n *at .*)+", "\n    at …");
    }

    private static ProcessingEnvironment withoutBinaryNames(ProcessingEnvironment environment) {
        Elements elements =
                DisturbedProcessor.with(Elements.class, environment.getElementUtils(), "getBinaryName", () -> {
                    throw new IllegalStateException("no name for this type");
                });
        return DisturbedProcessor.with(ProcessingEnvironment.class, environment, "getElementUtils", () -> elements);
    }

    private static ProcessingEnvironment withoutFiles(ProcessingEnvironment environment, String method) {
        Filer filer = DisturbedProcessor.with(Filer.class, environment.getFiler(), method, () -> {
            throw new FilerException("the disk is full");
        });
        return DisturbedProcessor.with(ProcessingEnvironment.class, environment, "getFiler", () -> filer);
    }
}
