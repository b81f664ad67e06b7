package dev.ligature.jackson2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This module says what the one for Jackson 3 says, with the words of Jackson 2. Change the other one, run this test with
 * {@code -Dtwins.update=true}, and format.
 */
class TwinTest {
    private static final Path OTHER = Path.of("..", "jackson", "src");
    private static final Path OWN = Path.of("src");

    /** Written for each of both: how a module is registered, and where Jackson 2 throws checked exceptions. */
    private static final Set<String> DIFFERENT =
            Set.of("module-info.java", "LigatureModule.java", "HouseJson.java", "HouseJsonIT.java");

    /** This test. */
    private static final Set<String> SINGLE = Set.of("TwinTest.java");

    /** In their order: pairs of a regular expression and what replaces it. */
    private static final String[][] WORDS = {
        {"import tools\\.jackson\\.core\\.JacksonException;", "import java.io.IOException;"},
        {"JacksonException", "IOException"},
        {"DatabindException", "JsonMappingException"},
        {"ValueSerializerModifier", "BeanSerializerModifier"},
        {"BeanDescription\\.Supplier", "BeanDescription"},
        {"\\bValueSerializer\\b", "JsonSerializer"},
        {"\\bValueDeserializer\\b", "JsonDeserializer"},
        {"\\bSerializationContext\\b", "SerializerProvider"},
        {"TokenStreamContext", "JsonStreamContext"},
        {"tools\\.jackson", "com.fasterxml.jackson"},
        {"dev\\.ligature\\.jackson\\b", "dev.ligature.jackson2"},
        {"Jackson 3", "Jackson 2"},
        {"PROPERTY_NAME", "FIELD_NAME"},
        {"serializeAsProperty", "serializeAsField"},
        {"writeName\\(", "writeFieldName("},
        {"getPropertyName\\(", "getFieldName("},
        {"streamWriteContext\\(", "getOutputContext("},
        {"\\.currentValue\\(", ".getCurrentValue("},
        {"context\\.writeValue\\(generator, (.*)\\);", "context.defaultSerializeValue($1, generator);"},
        {"asParser\\(context, (\\w+)\\)", "asParser($1)"},
        // What is an interface of its own in Jackson 2, and what it has not.
        {"class ReferenceSerializer extends JsonSerializer<Object>", "$0 implements ContextualSerializer"},
        {
            "(import com\\.fasterxml\\.jackson\\.databind\\.jsontype\\.TypeSerializer;)(?=[\\s\\S]*class ReferenceSerializer)",
            "$1\nimport com.fasterxml.jackson.databind.ser.ContextualSerializer;"
        },
        {"\\s+@Override\\s+public boolean hasDeserializerFor[^}]*\\}", ""},
    };

    static Stream<Path> twins() throws IOException {
        try (Stream<Path> files = Files.walk(OTHER)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !DIFFERENT.contains(file.getFileName().toString()))
                    .map(OTHER::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void saysWhatTheOtherModuleSays(Path file) throws IOException {
        String translated = translate(Files.readString(OTHER.resolve(file)));
        Path own = own(file);
        if (Boolean.getBoolean("twins.update")) {
            Files.createDirectories(own.getParent());
            Files.writeString(own, translated);
        }

        assertThat(words(read(own)))
                .as("run with -Dtwins.update=true, format, and look at the difference")
                .isEqualTo(words(translated));
    }

    @Test
    void hasNoFilesThatTheOtherModuleHasNot() throws IOException {
        try (Stream<Path> files = Files.walk(OWN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !SINGLE.contains(file.getFileName().toString()))
                            .map(OWN::relativize))
                    .allSatisfy(file ->
                            assertThat(OTHER.resolve(translatedBack(file))).exists());
        }
    }

    private static Path own(Path file) {
        return OWN.resolve(file.toString().replace("/ligature/jackson/", "/ligature/jackson2/"));
    }

    private static Path translatedBack(Path file) {
        return Path.of(file.toString().replace("/ligature/jackson2/", "/ligature/jackson/"));
    }

    private static String translate(String source) {
        String translated = source;
        for (String[] word : WORDS) {
            translated = translated.replaceAll(word[0], word[1]);
        }
        return translated;
    }

    /** Without imports, which are in another order, and without the layout, since names are shorter or longer. */
    private static String words(String source) {
        return source.replaceAll("(?m)^import .*;$", "").replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
