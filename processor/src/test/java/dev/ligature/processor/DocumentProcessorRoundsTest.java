// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

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
