package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.ligature.processor.validate.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code bad/} says in comments which messages are expected on which lines; no others may appear. */
class DocumentProcessorNegativeTest {
    /** What the compiler adds to warnings because of {@code -Werror}. */
    private static final String WARNINGS_ARE_ERRORS = "compiler.err.warnings.and.werror";

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
                        .filter(message -> message != Message.PROCESSOR_FAILED) // see DocumentProcessorFailureTest
                        .filter(message -> message != Message.RESOURCE_NOT_WRITTEN) // see ResourcesTest
                        .map(Message::key)
                        .toList());
    }

    @Test
    void namesTheNearestLinksOfABackLinkWithAnUnknownField() {
        assertThat(messages("BackLinkFieldUnknown.java"))
                .containsExactly(
                        "[BackLinkFieldUnknown] BackLinkFieldUnknown.Door.house: BackLinkFieldUnknown.House has no"
                                + " member \"dor\"; links to BackLinkFieldUnknown.Door there: \"door\", \"backDoor\"");
    }

    @Test
    void saysWhichLinkADocumentWithoutRefMayHaveBeen() {
        assertThat(messages("DocumentEmbedded.java"))
                .contains(
                        "[DocumentEmbedded] DocumentEmbedded.House.doors holds Door, which is a @Document: a copy of it would"
                                + " be stored. Use @Link List<Ref<Door>>, or remove @Document from Door to embed it.");
    }

    @Test
    void warnsOfWhatIsValidButRarelyMeant() {
        assertThat(compile("UnlinkOfRequired.java").warnings())
                .extracting(warning -> warning.getMessage(Locale.ROOT))
                .containsExactly(
                        "[UnlinkOfRequired] UnlinkOfRequired.ofRequired is UNLINK, but UnlinkOfRequired.required is"
                                + " required, so a delete is refused if a document refers. Use RESTRICT, which says so, or make the"
                                + " link Optional. If you mean it, add @SuppressWarnings(\"UnlinkOfRequired\").");
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

    @Test
    void saysHowToLinkToAPlainType() {
        assertThat(messages("LinkTargetNotDocument.java"))
                .contains("[LinkTargetNotDocument] LinkTargetNotDocument.publisher links to Publisher, which is not a"
                        + " @Document. Annotate Publisher, or store its id in a plain field.");
    }

    @Test
    void suggestsTheMemberThatAnIndexMayMean() {
        assertThat(messages("IndexMemberUnknown.java"))
                .anySatisfy(message -> assertThat(message).endsWith("(did you mean \"name\"?)."));
    }

    /** The processor's messages; why a file cannot be written is said by the compiler, in its own words. */
    private static List<String> keyed(Stream<String> texts) {
        return texts.filter(text -> KEY.matcher(text).lookingAt())
                .map(text -> text.replaceFirst("could not be written: .*\\. If", "could not be written. If"))
                .toList();
    }

    private static Compilation compile(String file) {
        return Compilations.compile(Compilations.source(file(file)));
    }

    private static Path file(String name) {
        return Compilations.resource("bad").resolve(name);
    }

    private static List<String> messages(String file) {
        return compile(file).errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
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
