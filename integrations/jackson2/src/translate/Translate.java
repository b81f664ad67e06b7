// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the sources of this module. It translates those of the module for Jackson 3 into the words of Jackson 2. The
 * build runs it before it compiles, with the folders for main and for test sources. A file that this module has in
 * {@code src} replaces the translated one.
 */
final class Translate {
    private static final Path PACKAGE = Path.of("dev", "ligature", "jackson");
    private static final Path OWN_PACKAGE = Path.of("dev", "ligature", "jackson2");
    private static final String HEADER = "// Translated from integrations/jackson; edits are overwritten.\n";

    /** Applied in this order. */
    private static final List<Word> WORDS = List.of(
            new Word("import tools\\.jackson\\.core\\.JacksonException;", "import java.io.IOException;"),
            new Word("JacksonException", "IOException"),
            new Word("DatabindException", "JsonMappingException"),
            new Word("ValueSerializerModifier", "BeanSerializerModifier"),
            new Word("BeanDescription\\.Supplier", "BeanDescription"),
            new Word("\\bValueSerializer\\b", "JsonSerializer"),
            new Word("\\bValueDeserializer\\b", "JsonDeserializer"),
            new Word("\\bSerializationContext\\b", "SerializerProvider"),
            new Word("TokenStreamContext", "JsonStreamContext"),
            new Word("tools\\.jackson", "com.fasterxml.jackson"),
            new Word("dev\\.ligature\\.jackson\\b", "dev.ligature.jackson2"),
            new Word("Jackson 3", "Jackson 2"),
            new Word("PROPERTY_NAME", "FIELD_NAME"),
            new Word("serializeAsProperty", "serializeAsField"),
            new Word("writeName\\(", "writeFieldName("),
            new Word("getPropertyName\\(", "getFieldName("),
            new Word("streamWriteContext\\(", "getOutputContext("),
            new Word("\\.currentValue\\(", ".getCurrentValue("),
            new Word("context\\.writeValue\\(generator, (.*)\\);", "context.defaultSerializeValue($1, generator);"),
            new Word("asParser\\(context, (\\w+)\\)", "asParser($1)"),
            // An interface that only Jackson 2 has, and a method that it lacks.
            new Word(
                    "(import .*\\.jsontype\\.TypeSerializer;)([\\s\\S]* class ReferenceSerializer extends JsonSerializer<Object>)",
                    "$1\nimport com.fasterxml.jackson.databind.ser.ContextualSerializer;$2 implements ContextualSerializer"),
            new Word("\\s+@Override\\s+public boolean hasDeserializerFor[^}]*\\}", ""));

    private final Set<Word> unused = new LinkedHashSet<>(WORDS);

    public static void main(String[] folders) throws IOException {
        Translate translate = new Translate();
        translate.sources("main", Path.of(folders[0]));
        translate.sources("test", Path.of(folders[1]));
        if (!translate.unused.isEmpty()) {
            throw new IllegalStateException("These words no longer occur in the other module: "
                    + translate.unused.stream().map(Word::other).collect(Collectors.joining(", ")));
        }
    }

    private void sources(String kind, Path target) throws IOException {
        Path source = Path.of("..", "jackson", "src", kind, "java");
        Path own = Path.of("src", kind, "java");
        Files.createDirectories(target);
        Set<Path> single = files(own);
        Set<Path> stale = files(target);

        for (Path file : files(source)) {
            Path ownName = file.startsWith(PACKAGE) ? OWN_PACKAGE.resolve(PACKAGE.relativize(file)) : file;
            if (!single.remove(ownName)) {
                write(target.resolve(ownName), HEADER + translated(Files.readString(source.resolve(file))));
                stale.remove(ownName);
            }
        }
        for (Path file : stale) {
            Files.delete(target.resolve(file));
        }
        if (!single.isEmpty()) {
            throw new IllegalStateException(
                    "These files of " + own + " replace files that the other module does not have: " + single);
        }
    }

    private String translated(String text) {
        String translated = text;
        for (Word word : WORDS) {
            String before = translated;
            translated = before.replaceAll(word.other(), word.own());
            if (!translated.equals(before)) {
                unused.remove(word);
            }
        }
        return translated;
    }

    /** Leaves a file alone if it has this text already. Otherwise every build would compile everything again. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(folder::relativize)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A regular expression for the words of the other module, and what this module has instead. */
    private record Word(String other, String own) {}
}
