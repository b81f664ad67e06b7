// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.spi.DocumentType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.BsonDocument;
import org.junit.jupiter.api.io.TempDir;

/** The diagram, the schema file and the schemas for the server of documents with everything that a declaration can say. */
class DocumentFilesTest {
    private static final Path EXPECTED = Compilations.resource("schema");
    private static final String MARKET = Compilations.read(EXPECTED.resolve("Market.java"));

    @TempDir
    private Path directory;

    @WithEveryCompiler
    void drawsTheExpectedDiagram(Compilers compiler) throws IOException {
        compile(project(compiler).with("-Aligature.diagram=" + file("market.mmd")), "Market", MARKET);

        isAsExpected(compiler, "market.mmd", Files.readString(file("market.mmd")));
    }

    @WithEveryCompiler
    void writesTheExpectedSchemaFile(Compilers compiler) throws IOException {
        compile(project(compiler).with("-Aligature.schema=" + file("market.json")), "Market", MARKET);

        isAsExpected(compiler, "market.json", Files.readString(file("market.json")));
    }

    @WithEveryCompiler
    void drawsTheTypesOfACollection(Compilers compiler) throws IOException {
        String vehicle = """
                package com.example;
                import dev.ligature.annotation.*; import dev.ligature.link.*;
                @Document(collection = "vehicles")
                sealed interface Vehicle {
                    record Car(String id, int seats, @Link Ref<Vehicle> tows) implements Vehicle {}
                    record Bike(String id) implements Vehicle {}
                }
                """;

        compile(project(compiler).with("-Aligature.diagram=" + file("city.mmd")), "Vehicle", vehicle);

        assertThat(Files.readString(file("city.mmd"))).endsWith("""
                    %% document com.example.Vehicle
                    class com_example_Vehicle["Vehicle"] {
                        <<vehicles>>
                    }
                    com_example_Vehicle_in_Bike --|> com_example_Vehicle
                    com_example_Vehicle_in_Car --|> com_example_Vehicle

                    %% document com.example.Vehicle$Bike
                    class com_example_Vehicle_in_Bike["Vehicle.Bike"] {
                        <<vehicles>>
                        id string
                    }

                    %% document com.example.Vehicle$Car
                    class com_example_Vehicle_in_Car["Vehicle.Car"] {
                        <<vehicles>>
                        id string
                        seats int
                    }
                    com_example_Vehicle_in_Car "*" --> "1" com_example_Vehicle : tows
                """);
    }

    @WithEveryCompiler
    void drawsEachTypeUnderAnIdOfItsOwn(Compilers compiler) throws IOException {
        String order = """
                package com.example;
                import dev.ligature.annotation.*;
                @Document
                record Order(String id, Line line, Order_Line.Part part) {
                    record Line(int amount) {}
                    @Document
                    record Line_(String id, Part _part) {
                        record Part(int amount) {}
                    }
                }
                @Document
                record Order_Line(String id, Part part) {
                    record Part(int amount) {}
                }
                @Document
                record Order__Line(String id) {}
                @Document
                record Order_0_Line(String id) {}
                """;

        compile(project(compiler).with("-Aligature.diagram=" + file("shop.mmd")), "Order", order);

        assertThat(Files.readString(file("shop.mmd")).lines().filter(line -> line.contains("    class ")))
                .containsExactly(
                        "    class com_example_Order[\"Order\"] {",
                        "    class com_example_Order_0_Line[\"Line\"] {",
                        "    class com_example_Order_0_Part[\"Part\"] {",
                        "    class com_example_Order_in_Line_05f_[\"Order.Line_\"] {",
                        "    class com_example_Order_in_Line_05f__0_Part[\"Part\"] {",
                        "    class com_example_Order_05f_0_05f_Line[\"Order_0_Line\"] {",
                        "    class com_example_Order_05f_Line[\"Order_Line\"] {",
                        "    class com_example_Order_05f_Line_0_Part[\"Part\"] {",
                        "    class com_example_Order_05f__05f_Line[\"Order__Line\"] {");
    }

    @WithEveryCompiler
    void keepsTheSectionsOfDocumentsThatThisCompilationDoesNotMention(Compilers compiler) throws IOException {
        Project project = project(compiler).with("-Aligature.diagram=" + file("city.mmd"));
        compile(project, "House", house("String name"), "Door", door("int width"));
        String former = Files.readString(file("city.mmd"));

        compile(project, "Door", door("int height"));
        assertThat(Files.readString(file("city.mmd"))).isEqualTo(former.replace("width", "height"));

        Files.writeString(file("city.mmd"), former.replace("\n", "\r\n")); // as version control may do on Windows
        compile(project, "Door", door("int height"));
        assertThat(Files.readString(file("city.mmd"))).isEqualTo(former.replace("width", "height"));

        Files.delete(project.classes().resolve("com/example/House.class"));
        compile(project, "Door", door("int height"));
        assertThat(Files.readString(file("city.mmd"))).contains("Door").doesNotContain("House");
    }

    @WithEveryCompiler
    void tellsTheServerWhatItCanCheck(Compilers compiler) throws Exception {
        Project project =
                project(compiler).with("-Aligature.jsonSchema=true", "-Xlint:all,-processing,-classfile,-path");
        Compiled compiled = compile(project, "Market", MARKET);

        for (String document : new String[] {"Stall", "Seller", "Coin"}) {
            String schema =
                    typeOf(compiled, "com.example.Market_" + document + "Codec").serverSchema();
            assertThat(BsonDocument.parse(schema)).containsKey("properties");
            isAsExpected(compiler, document + ".schema.json", schema);
        }
        isAsExpected(
                compiler, "Market_StallCodec.java.txt", compiled.generated().get("com/example/Market_StallCodec.java"));
    }

    @WithEveryCompiler
    void tellsTheServerNothingUnlessItIsAskedTo(Compilers compiler) throws Exception {
        Compiled compiled = compile(project(compiler).with("-Aligature.jsonSchema=false"), "Market", MARKET);

        assertThat(typeOf(compiled, "com.example.Market_StallCodec").serverSchema())
                .isNull();
        assertThat(compiled.generated().get("com/example/Market_StallCodec.java"))
                .doesNotContain("serverSchema")
                .doesNotContain("bsonType");
    }

    /** A constant of Java has at most 65,535 bytes. */
    @WithEveryCompiler
    void tellsTheServerOfAsManyMembersAsThereAre(Compilers compiler) throws Exception {
        String name = "aMemberWithALongName".repeat(10);
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            members.append("    String ").append(name).append(i).append(";\n");
        }
        Compiled compiled = compile(
                project(compiler).with("-Aligature.jsonSchema=true"),
                "House",
                "package com.example;\n@dev.ligature.annotation.Document\nclass House {\n    String id;\n" + members
                        + "}\n");

        BsonDocument schema =
                BsonDocument.parse(typeOf(compiled, "com.example.HouseCodec").serverSchema());
        assertThat(schema.getDocument("properties")).hasSize(301);
    }

    private static String house(String component) {
        return """
                package com.example;
                @dev.ligature.annotation.Document
                record House(String id, %s, @dev.ligature.annotation.Link dev.ligature.link.Ref<Door> door) {}
                """.formatted(component);
    }

    private static String door(String component) {
        return """
                package com.example;
                @dev.ligature.annotation.Document
                record Door(String id, %s) {}
                """.formatted(component);
    }

    private Project project(Compilers compiler) throws IOException {
        return new Project(compiler, directory);
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static Compiled compile(Project project, String... namesAndSources) throws IOException {
        Compiled compiled = project.compile(namesAndSources);
        assertThat(compiled.isSuccess())
                .as(() -> compiled.messages().toString())
                .isTrue();
        assertThat(compiled.problems()).isEmpty();
        return compiled;
    }

    private static DocumentType<?> typeOf(Compiled compiled, String codec) throws ReflectiveOperationException {
        Field type = Class.forName(codec, true, compiled.loader()).getDeclaredField("TYPE");
        type.setAccessible(true);
        return (DocumentType<?>) type.get(null);
    }

    private static void isAsExpected(Compilers compiler, String name, String text) throws IOException {
        Path expected = EXPECTED.resolve(name);
        if (compiler == Compilers.JAVAC && Boolean.getBoolean("goldens.update")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Compilations.read(expected));
    }
}
