package dev.ligature.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Declarations that are easy to get wrong have to give sources without an error or a warning. */
class DocumentProcessorTrickyTest {
    @Test
    void acceptsDocumentsNamedLikeTypesOfJavaLang() {
        assertThat(compile("java-lang-names")).succeededWithoutWarnings();
    }

    @Test
    void acceptsDocumentsNamedLikeTypesOfTheRuntime() {
        assertThat(compile("runtime-names")).succeededWithoutWarnings();
    }

    @Test
    void acceptsADocumentNamedLikeTheTypeVariableOfPaths() {
        assertThat(compile("type-variable")).succeededWithoutWarnings();
    }

    @Test
    void acceptsMembersNamedLikeLocalsAndMembersOfGeneratedCode() {
        assertThat(compile("local-names")).succeededWithoutWarnings();
    }

    @Test
    void keepsNestedDocumentsApart() {
        Compilation compilation = compile("outer");

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("names.Outer_InnerCodec");
        assertThat(compilation).generatedSourceFile("names.QOuter_Middle_Deepest");
        assertThat(compilation).generatedSourceFile("names.Outer_XRepository");
    }

    @Test
    void acceptsTheDefaultPackage() {
        assertThat(compile("default-package")).succeededWithoutWarnings();
    }

    @Test
    void readsMembersOfGenericSuperclassesOfOtherPackages() {
        assertThat(compile("inheritance")).succeededWithoutWarnings();
    }

    @Test
    void makesImmutableObjectsWithTheirFactory() {
        assertThat(compile("immutable")).succeededWithoutWarnings();
    }

    @Test
    void storesEveryKindOfValue() {
        assertThat(compile("values")).succeededWithoutWarnings();
    }

    @Test
    void showsNoMoreThanTheDocumentDoes() {
        assertThat(compile("visibility")).succeededWithoutWarnings();
    }

    @Test
    void linksToOtherPackages() {
        List<JavaFileObject> sources = new ArrayList<>(sources("good/tricky/other-package"));
        sources.addAll(sources("good"));

        assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
    }

    private static Compilation compile(String directory) {
        return Compilations.compile(sources("good/tricky/" + directory));
    }

    private static List<JavaFileObject> sources(String directory) {
        return Compilations.files(directory).stream().map(Compilations::source).toList();
    }
}
