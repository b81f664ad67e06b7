// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.ligature.integration.DocumentIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that other processors generate are waited for. */
class DocumentProcessorRoundsTest {
    private static final JavaFileObject LINKING =
            source("Linking", "record Linking(ObjectId id, @Link Ref<Late> late) {}");
    private static final String LATE_DOCUMENT =
            "@dev.ligature.annotation.Document record Late(org.bson.types.ObjectId id) {}";

    @Test
    void linksToADocumentThatAnotherProcessorGenerates() {
        Compilation compilation = Compilations.compile(List.of(LINKING), generating("Late", LATE_DOCUMENT));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("LateCodec");
        assertThat(compilation).generatedSourceFile("LinkingCodec");
    }

    @Test
    void embedsATypeWhoseMembersAnotherProcessorGenerates() {
        JavaFileObject document = source("Whole", "record Whole(ObjectId id, Part part) { record Part(Late late) {} }");

        Compilation compilation =
                Compilations.compile(List.of(document), generating("Late", "record Late(String name) {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedSourceFile("WholeCodec")
                .contentsAsUtf8String()
                .contains("LateCodec");
    }

    @Test
    void storesATypeThatAnotherProcessorGeneratesInTheCollectionOfASealedDocument(@TempDir Path directory)
            throws IOException {
        JavaFileObject document = source(
                "Whole",
                "sealed interface Whole permits Late, Whole.Part { record Part(ObjectId id) implements Whole {} }");
        Path diagram = directory.resolve("model.mmd");

        Compilation compilation = Compilations.compile(
                List.of("-Aligature.diagram=" + diagram),
                List.of(document),
                generating("Late", "record Late(org.bson.types.ObjectId id) implements Whole {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("LateCodec");
        assertThat(compilation)
                .generatedSourceFile("WholeCodec")
                .contentsAsUtf8String()
                .contains(".permits(LateCodec.TYPE, Whole_PartCodec.TYPE)");
        assertThat(compilation)
                .generatedFile(StandardLocation.CLASS_OUTPUT, DocumentIndex.RESOURCE)
                .contentsAsUtf8String()
                .contains("document Late LateRepository\n");
        assertThat(Files.readString(diagram)).contains("class Late[");
    }

    @Test
    void projectsASealedDocumentWhoseTypeAnotherProcessorGenerates() {
        JavaFileObject document = source(
                "Whole",
                "sealed interface Whole permits Late { @Projection(Whole.class) record Card(String name) {} }");

        Compilation compilation = Compilations.compile(
                List.of(document),
                generating("Late", "record Late(org.bson.types.ObjectId id, String name) implements Whole {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("Whole_CardProjection");
    }

    @Test
    void embedsASealedTypeThatPermitsWhatAnotherProcessorGenerates() {
        JavaFileObject document =
                source("Whole", "record Whole(ObjectId id, Part part) { sealed interface Part permits Late {} }");

        Compilation compilation = Compilations.compile(
                List.of(document), generating("Late", "record Late(String name) implements Whole.Part {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedSourceFile("WholeCodec")
                .contentsAsUtf8String()
                .contains("LateCodec");
    }

    @Test
    void leavesAPermittedTypeThatNeverAppearsToTheCompiler(@TempDir Path directory) {
        for (String declaration : List.of(
                "sealed interface Whole permits Whole.Part, Patr { record Part(ObjectId id) implements Whole {} }",
                "record Whole(ObjectId id, Part part) { sealed interface Part permits Patr {} }")) {
            Compilation compilation = Compilations.compile(
                    List.of("-Aligature.diagram=" + directory.resolve("model.mmd")),
                    List.of(source("Whole", declaration)));

            assertThat(compilation.errors())
                    .extracting(error -> error.getMessage(Locale.ROOT))
                    .satisfiesExactly(
                            text -> assertThat(text)
                                    .contains("cannot find symbol")
                                    .contains("class Patr"),
                            text -> assertThat(text).contains("not all of its dependencies could be resolved"));
        }
    }

    @Test
    void leavesATypeThatNeverAppearsToTheCompiler() {
        Compilation compilation = Compilations.compile(LINKING);

        assertThat(compilation).failed();
        assertThat(compilation).hadErrorContaining("cannot find symbol").inFile(LINKING);
    }

    @Test
    void saysThatADocumentCannotNameWhatIsGeneratedFromIt() {
        JavaFileObject document =
                source("Selfish", "record Selfish(ObjectId id) { static QSelfish<Selfish> path() { return null; } }");

        Compilation compilation = Compilations.compile(document);

        assertThat(compilation).failed();
        assertThat(compilation)
                .hadErrorContaining("circular dependency with generated code")
                .inFile(document);
    }

    private static GeneratingProcessor generating(String name, String source) {
        return new GeneratingProcessor(name, source);
    }

    private static JavaFileObject source(String name, String declaration) {
        return JavaFileObjects.forSourceString(name, """
                import dev.ligature.annotation.*;
                import dev.ligature.link.*;
                import org.bson.types.ObjectId;
                @Document
                """ + declaration);
    }
}
