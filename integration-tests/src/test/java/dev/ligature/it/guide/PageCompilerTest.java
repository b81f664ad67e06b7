// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the guide itself: each test is a page. */
class PageCompilerTest {
    @TempDir
    static Path directory;

    private static Javac javac;
    private static Model model;

    @BeforeAll
    static void compileTheModel() {
        javac = new Javac(directory);
        model = Model.compiled(javac, Guide.pages());
    }

    @AfterAll
    static void close() throws IOException {
        javac.close();
    }

    private static List<String> failuresOf(String text) {
        return PageCompiler.failures(directory, javac, model, Page.of("page.md", text));
    }

    @Test
    void letsBlocksUseTheImportsOfTheFirst() {
        assertThat(failuresOf("""
                        # Title
                        ```java
                        import static com.example.QHouse.house; // the paths

                        houses.find(house.name.eq("Oak")).all();
                        ```
                        and then
                        ```java
                        houses.find(house.rooms.gt(3)).count();
                        ```
                        """)).isEmpty();
    }

    @Test
    void namesPageAndLineOfWhatDoesNotCompile() {
        assertThat(failuresOf("""
                        # Title
                        ```java
                        houses.findAll();

                        houses.findEverything();
                        ```
                        """)).singleElement().asString().startsWith("page.md:5: error: cannot find symbol");
    }

    @Test
    void namesPageAndLineOfWhatIsNoJava() {
        assertThat(failuresOf("""
                        ```java
                        houses.findAll()
                        ```
                        """)).singleElement().asString().startsWith("page.md:2: error: ';' expected");
    }

    @Test
    void goesOnAfterAnError() {
        assertThat(failuresOf("""
                        ```java
                        houses.findAll(;
                        ```
                        ```java
                        @dev.ligature.annotation.Document
                        public record Shed(String name) {}
                        ```
                        ```java
                        houses.findEverything();
                        ```
                        """))
                .anySatisfy(failure -> assertThat(failure).startsWith("page.md:2: error"))
                .anySatisfy(failure ->
                        assertThat(failure).startsWith("page.md:6: error: [").contains("Shed"))
                .anySatisfy(failure -> assertThat(failure).startsWith("page.md:9: error: cannot find symbol"));
    }

    @Test
    void needsAnImportForEachName() {
        assertThat(failuresOf("""
                        ```java
                        Flux<House> all = houses.findAll();
                        ```
                        """)).singleElement().asString().startsWith("page.md:2: error: cannot find symbol");
    }

    @Test
    void takesAWarningForAFailure() {
        assertThat(failuresOf("""
                        ```java
                        import java.util.List;

                        List names = List.of("Oak");
                        ```
                        """)).singleElement().asString().startsWith("page.md:4: warning: found raw type");
    }

    @Test
    void letsLaterBlocksUseWhatABlockDeclares() {
        assertThat(failuresOf("""
                        ```java
                        import dev.ligature.annotation.Document;
                        import org.bson.types.ObjectId;

                        @Document
                        public record Shed(ObjectId id, String name) {}
                        ```
                        ```java
                        new ShedRepository(database).find(QShed.shed.name.eq("Oak")).all();
                        ```
                        """)).isEmpty();
    }

    @Test
    void letsABlockReplaceADocumentOfTheModel() {
        assertThat(failuresOf("""
                        ```java
                        import dev.ligature.annotation.Document;
                        import org.bson.types.ObjectId;

                        @Document
                        public record Yard(ObjectId id, String grass) {}
                        ```
                        ```java
                        yards.find(QYard.yard.grass.eq("long")).all();
                        ```
                        """)).isEmpty();
    }

    @Test
    void compilesMembers() {
        String members = """
                ```java
                private final QHouse<House> house = QHouse.house;

                reactor.core.publisher.Flux<House> named(String name) {
                    return houses.find(house.name.eq(name)).all();
                }
                ```
                """;

        assertThat(failuresOf(members)).isEmpty();
        assertThat(failuresOf(members.replace("eq(name)", "eq(1)")))
                .singleElement()
                .asString()
                .startsWith("page.md:5: error: incompatible types");
    }

    @Test
    void looksForTheErrorThatIsExpected() {
        String page = """
                <!-- does not compile: %s -->
                ```java
                houses.find(QDoor.door.height.eq(2));
                ```
                """;

        assertThat(failuresOf(page.formatted("incompatible types"))).isEmpty();
        assertThat(failuresOf(page.formatted("cannot find symbol")))
                .singleElement()
                .asString()
                .startsWith("page.md:3: is said to fail with cannot find symbol, and fails with");
        assertThat(failuresOf(page.formatted("incompatible types").replace("QDoor.door.height", "QHouse.house.rooms")))
                .containsExactly("page.md:3: compiles, and is said to fail with incompatible types");
    }

    @Test
    void looksForTheKeyThatIsExpected() {
        String page = """
                <!-- does not compile: %s -->
                ```java
                import dev.ligature.annotation.BackLink;
                import dev.ligature.annotation.Document;
                import dev.ligature.link.BackRef;
                import org.bson.types.ObjectId;

                @Document
                public record Key(ObjectId id, @BackLink(originalField = "dor") BackRef<House> house) {}
                ```
                """;

        assertThat(failuresOf(page.formatted("BackLinkFieldUnknown"))).isEmpty();
        assertThat(failuresOf(page.formatted("LinkTargetNotDocument")))
                .singleElement()
                .asString()
                .contains("is said to fail with [LinkTargetNotDocument]", "[BackLinkFieldUnknown]");
    }

    @Test
    void hasTheVariablesThatAPageIsGiven() {
        assertThat(failuresOf("""
                        <!-- imports
                        import java.time.Duration;
                        -->
                        <!-- given: Duration patience -->
                        ```java
                        transactions.withTimeout(patience);
                        ```
                        """)).isEmpty();
    }

    @Test
    void comparesQuotationsWithTheirSource() throws IOException {
        Files.writeString(directory.resolve("Sample.kt"), """
                fun main() {
                    val one = 1
                    val two = 2
                    println(one + two)
                }
                """);
        String page = """
                <!-- page from: Sample.kt -->
                ```kotlin
                val one = 1
                // …
                println(one + two)
                ```
                """;

        assertThat(failuresOf(page)).isEmpty();
        assertThat(failuresOf(page.replace("one + two", "one")))
                .containsExactly("page.md:3: is not a piece of Sample.kt, which has no line \"println(one)\"");
        assertThat(failuresOf(page.replace("// …\n", "")))
                .singleElement()
                .asString()
                .contains("its lines are in another order there, or others are between them");
        assertThat(failuresOf(page.replace("Sample.kt", "Gone.kt"))).containsExactly("page.md:3: there is no Gone.kt");
    }

    @Test
    void compilesAProgramByItself() {
        String page = """
                <!-- file: src/main/java/com/example/Yard.java -->
                ```java
                package com.example;

                @dev.ligature.annotation.Document
                public record Yard(org.bson.types.ObjectId id, %s grass) {}
                ```
                <!-- file: src/main/java/com/example/Main.java -->
                ```java
                package com.example;

                class Main {
                    Object condition = QYard.yard.grass.eq("long");
                }
                ```
                """;

        assertThat(failuresOf(page.formatted("String"))).isEmpty();
        assertThat(failuresOf(page.formatted("int")))
                .singleElement()
                .asString()
                .startsWith("page.md:13: error: incompatible types");
    }

    @Test
    void refusesAMarkWithoutABlock() {
        assertThatThrownBy(() -> Page.of("page.md", "<!-- from: Sample.kt -->\nText."))
                .hasMessage("page.md:2: no block follows the comment [from]");
    }
}
