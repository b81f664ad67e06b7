// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.processor.validate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of declarations the schema file refuses, and what is said of each; which ones it takes. */
class SchemaChangesTest {
    /** What the tests here produce. */
    static final Set<Message> MESSAGES = Set.of(
            Message.SCHEMA_COLLECTION_CHANGED,
            Message.SCHEMA_NAME_CHANGED,
            Message.SCHEMA_TYPE_CHANGED,
            Message.SCHEMA_TYPE_NARROWED,
            Message.SCHEMA_LINK_TARGET_CHANGED,
            Message.SCHEMA_LINK_STORAGE_CHANGED,
            Message.SCHEMA_MEMBER_REQUIRED,
            Message.SCHEMA_MEMBER_REMOVED,
            Message.SCHEMA_VALUE_DROPPED,
            Message.SCHEMA_DISCRIMINATOR_ADDED,
            Message.SCHEMA_DISCRIMINATOR_CHANGED,
            Message.SCHEMA_ACCEPT_UNUSED,
            Message.SCHEMA_UNREADABLE);

    private static final String DOOR = """
            package com.example;
            @dev.ligature.annotation.Document
            record Door(org.bson.types.ObjectId id, String color) {}
            """;

    @TempDir
    private Path directory;

    /**
     * A change of one type.
     *
     * @param accepts what {@code -Aligature.schema.accept} has to name
     */
    private record Refused(String what, String before, String after, String accepts, int line, String message) {
        /** What the compiler says, and on which line. */
        String expected(String name) {
            return name + ".java:" + line + ": " + named(name, message + accepts);
        }
    }

    /** A text about {@code House}, about a document of another name. All cases of a test are compiled at once. */
    private static String named(String name, String text) {
        return text.replace("House", name)
                .replace("\"house\"", "\"" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "\"");
    }

    /** {@code HouseAA}, {@code HouseAB}, … */
    private static String name(int index) {
        return "House" + (char) ('A' + index / 26) + (char) ('A' + index % 26);
    }

    /** The sources of all cases, as {@link Project#compile} takes them. */
    private static <C> String[] sources(List<C> cases, Function<C, String> source) {
        List<String> namesAndSources = new ArrayList<>(List.of("Door", DOOR));
        for (int i = 0; i < cases.size(); i++) {
            namesAndSources.add(name(i));
            namesAndSources.add(named(name(i), source.apply(cases.get(i))));
        }
        return namesAndSources.toArray(new String[0]);
    }

    private static final String ACCEPT = " accept the change: -Aligature.schema.accept=";

    private static final String NAME =
            " is stored as \"title\", but according to the schema file as \"name\": documents that exist have the"
                    + " value under that name, and so do services with the former declaration. Keep it: @BsonProperty(\"name\"). If you have"
                    + " renamed it in the database, or if it is another value," + ACCEPT;

    private static String type(String now, String before) {
        return " is stored as " + now + ", but according to the schema file as " + before
                + ": documents that exist could not be read."
                + " Keep the former member, and store the new form under another name. If you have converted all documents,"
                + ACCEPT;
    }

    private static Refused narrowed(String what, String before, String after, String nowStored, String formerlyStored) {
        return refused(
                what,
                house(before + " value"),
                house(after + " value"),
                "House.value",
                "SchemaTypeNarrowed",
                " is stored as " + nowStored + ", but according to the schema file as " + formerlyStored
                        + ": documents that exist may have values that do not fit. Keep the former type. If all values fit,"
                        + ACCEPT);
    }

    private static String required(String before) {
        return " is required, but the schema file " + before
                + ": documents without it could not be read. Make it Optional or"
                + " @Nullable, or a member of a class that has a default and is set after construction. If all documents have it,"
                + ACCEPT;
    }

    private static String dropped(String values) {
        return " does not know " + values
                + " any more, which documents may hold according to the schema file: they could not be read. Keep"
                + " what you dropped. If no document holds it," + ACCEPT;
    }

    /** {@code House} with some components, each on a line of its own, from line 5 on, and what follows them. */
    private static String house(String components, String... types) {
        return """
                package com.example;
                import dev.ligature.annotation.*; import dev.ligature.link.*; import java.util.*; import org.bson.codecs.pojo.annotations.*;
                @Document
                record House(String id,
                %s) {
                %s
                }
                """.formatted(components.replace("; ", ",\n"), String.join("\n", types));
    }

    private static Refused refused(String what, String before, String after, String accepts, String key, String text) {
        return new Refused(what, before, after, accepts, 5, "[" + key + "] " + accepts + text);
    }

    private static final String SHAPE = "sealed interface Shape permits Circle, Square {}";
    private static final String CIRCLE = "record Circle(double radius) implements Shape {}";
    private static final String SQUARE = "record Square(double side) implements Shape {}";

    /** A converter of UUIDs, on two lines. */
    private static String keys(String stored, String... types) {
        return house(
                "@Convert(Keys.class) UUID key",
                "public static class Keys implements Converter<UUID, %s> {".formatted(stored),
                "public %s toStored(UUID key) { return null; } public UUID fromStored(%s key) { return null; } }"
                        .formatted(stored, stored),
                String.join("\n", types));
    }

    private static final List<Refused> BREAKING = List.of(
            refused(
                    "a stored name",
                    house("String name"),
                    house("@BsonProperty(\"title\") String name"),
                    "House.name",
                    "SchemaNameChanged",
                    NAME),
            refused(
                    "a member that is called otherwise now",
                    house("String name"),
                    house("String title"),
                    "House.title",
                    "SchemaNameChanged",
                    NAME),
            new Refused(
                    "a stored name in what is embedded",
                    house("List<Room> rooms", "record Room(", "String name) {}"),
                    house("List<Room> rooms", "record Room(", "String title) {}"),
                    "House.rooms.title",
                    7,
                    "[SchemaNameChanged] House.rooms.title" + NAME),
            refused(
                    "a type",
                    house("int size"),
                    house("String size"),
                    "House.size",
                    "SchemaTypeChanged",
                    type("string", "int")),
            narrowed("a number to a narrower one", "long", "int", "int", "long"),
            narrowed("a number to a narrower one of the same BSON type", "Integer", "short", "short", "int"),
            narrowed("numbers in a list", "List<Short>", "List<Byte>", "byte", "short"),
            narrowed("a number to one with fewer digits", "double", "float", "float", "double"),
            narrowed("a number to one with no fraction", "float", "long", "long", "float"),
            narrowed("a whole number to one with fewer digits", "long", "double", "double", "long"),
            narrowed("text to a character", "String", "char", "char", "string"),
            narrowed("a time to a date", "java.time.Instant", "java.time.LocalDate", "localDate", "date"),
            refused(
                    "a meaning of a type",
                    house("long time"),
                    house("java.time.Duration time"),
                    "House.time",
                    "SchemaTypeChanged",
                    type("duration", "long")),
            refused(
                    "a list",
                    house("String tag"),
                    house("List<String> tag"),
                    "House.tag",
                    "SchemaTypeChanged",
                    type("an array of string", "string")),
            refused(
                    "the elements of a map",
                    house("Map<String, Integer> sizes"),
                    house("Map<String, java.util.UUID> sizes"),
                    "House.sizes",
                    "SchemaTypeChanged",
                    type("uuid", "int")),
            refused(
                    "what was embedded",
                    house("Room room", "record Room(String name) {}"),
                    house("String room"),
                    "House.room",
                    "SchemaTypeChanged",
                    type("string", "an embedded Room")),
            refused(
                    "a link that was none",
                    house("String door"),
                    house("@Link Ref<Door> door"),
                    "House.door",
                    "SchemaTypeChanged",
                    type("a link to Door (ID)", "string")),
            refused(
                    "a type that the registry knows",
                    house("Currency money"),
                    house("Map<String, Currency> money"),
                    "House.money",
                    "SchemaTypeChanged",
                    type(
                            "a map of whatever the codec of java.util.Currency writes",
                            "whatever the codec of java.util.Currency writes")),
            refused(
                    "subtypes where there were none",
                    house("Shape shape", "record Shape(double size) {}"),
                    house("Shape shape", SHAPE, CIRCLE, SQUARE),
                    "House.shape",
                    "SchemaTypeChanged",
                    type("an embedded Shape with subtypes", "an embedded Shape")),
            refused(
                    "the target of a link",
                    house("@Link Ref<Door> next"),
                    house("@Link Ref<House> next"),
                    "House.next",
                    "SchemaLinkTargetChanged",
                    " links to House, but according to the schema file to Door: the ids in the documents that exist are those of other"
                            + " documents. Keep the former member, and store the new link under another name. If you have converted all"
                            + " documents," + ACCEPT),
            refused(
                    "the storage of a link",
                    house("@Link List<Ref<Door>> doors"),
                    house("@Link(storage = LinkStorage.DBREF) List<Ref<Door>> doors"),
                    "House.doors",
                    "SchemaLinkStorageChanged",
                    " is stored in the form DBREF, but according to the schema file in the form ID: conditions and back links would not"
                            + " see the links of documents that exist. Keep it: @Link(storage = LinkStorage.ID). Or rewrite them with"
                            + " the repository's restore method, and" + ACCEPT),
            new Refused(
                    "the target of a link in what is embedded",
                    house("List<Room> rooms", "record Room(", "@Link Ref<Door> door) {}"),
                    house("List<Room> rooms", "record Room(", "@Link Ref<House> door) {}"),
                    "House.rooms.door",
                    7,
                    "[SchemaLinkTargetChanged] House.rooms.door links to House, but according to the schema file to Door: the ids in the"
                            + " documents that exist are those of other documents. Keep the former member, and store the new link under"
                            + " another name. If you have converted all documents,"
                            + ACCEPT),
            new Refused(
                    "the storage of a link in what a map holds",
                    house("Map<String, Room> rooms", "record Room(", "@Link Ref<Door> door) {}"),
                    house(
                            "Map<String, Room> rooms",
                            "record Room(",
                            "@Link(storage = LinkStorage.DBREF) Ref<Door> door) {}"),
                    "House.rooms.door",
                    7,
                    "[SchemaLinkStorageChanged] House.rooms.door is stored in the form DBREF, but according to the schema file in the form"
                            + " ID: conditions and back links would not see the links of documents that exist. Keep it: @Link(storage ="
                            + " LinkStorage.ID). Or rewrite them with the repository's restore method, and"
                            + ACCEPT),
            new Refused(
                    "a required link in what is embedded",
                    house("Room room", "record Room(", "int size) {}"),
                    house("Room room", "record Room(", "int size, @Link Ref<Door> door) {}"),
                    "House.room.door",
                    7,
                    "[SchemaMemberRequired] House.room.door" + required("does not have it")),
            refused(
                    "a required member",
                    house("Optional<String> name"),
                    house("int size; Optional<String> name"),
                    "House.size",
                    "SchemaMemberRequired",
                    required("does not have it")),
            refused(
                    "a required link",
                    house("Optional<String> name"),
                    house("@Link List<Ref<Door>> doors; Optional<String> name"),
                    "House.doors",
                    "SchemaMemberRequired",
                    required("does not have it")),
            refused(
                    "a member that was optional",
                    house("Optional<String> name"),
                    house("String name"),
                    "House.name",
                    "SchemaMemberRequired",
                    required("says that it may be missing")),
            new Refused(
                    "a member that every document had",
                    house("String name; int size"),
                    house("String name"),
                    "House.size",
                    4,
                    "[SchemaMemberRemoved] House.size is gone, but according to the schema file \"size\" is required: services with the"
                            + " former declaration could not read new documents. Keep it until no such service runs. Then"
                            + ACCEPT),
            refused(
                    "the constants of an enum",
                    house("Set<Color> colors", "enum Color { RED, GREEN, BLUE }"),
                    house("Set<Color> colors", "enum Color { GREEN }"),
                    "House.colors",
                    "SchemaValueDropped",
                    dropped("\"BLUE\", \"RED\"")),
            refused(
                    "the stored name of a constant",
                    house("Color color", "enum Color { RED }"),
                    house("Color color", "enum Color { @BsonProperty(\"red\") RED }"),
                    "House.color",
                    "SchemaValueDropped",
                    dropped("\"RED\"")),
            refused(
                    "the constants that are keys",
                    house("Map<Color, Integer> sizes", "enum Color { @BsonProperty(\"red\") RED, GREEN }"),
                    house("Map<Color, Integer> sizes", "enum Color { GREEN }"),
                    "House.sizes",
                    "SchemaValueDropped",
                    dropped("\"red\"")),
            refused(
                    "keys that were any strings",
                    house("Map<String, Integer> sizes"),
                    house("Map<Color, Integer> sizes", "enum Color { RED, @BsonProperty(\"green\") GREEN }"),
                    "House.sizes",
                    "SchemaTypeChanged",
                    type("a map of int with the keys RED, green", "a map of int")),
            refused(
                    "what a converter stores",
                    keys("String"),
                    keys("Long"),
                    "House.key",
                    "SchemaTypeChanged",
                    type("long", "string")),
            new Refused(
                    "a member of what a converter stores",
                    keys("Pair", "record Pair(", "long first, long second) {}"),
                    keys("Pair", "record Pair(", "String first, long second) {}"),
                    "House.key.first",
                    9,
                    "[SchemaTypeChanged] House.key.first" + type("string", "long")),
            refused(
                    "a subtype",
                    house("Shape shape", SHAPE, CIRCLE, SQUARE),
                    house("Shape shape", "sealed interface Shape permits Circle {}", CIRCLE),
                    "House.shape",
                    "SchemaValueDropped",
                    dropped("\"com.example.House$Square\"")),
            refused(
                    "the discriminator of a subtype",
                    house("Shape shape", SHAPE, CIRCLE, SQUARE),
                    house("Shape shape", SHAPE, CIRCLE, "@BsonDiscriminator(\"square\") " + SQUARE),
                    "House.shape",
                    "SchemaValueDropped",
                    dropped("\"com.example.House$Square\"")),
            refused(
                    "the constants of an enum among subtypes",
                    house("Shape shape", "sealed interface Shape {}", "enum Unit implements Shape { A, B }"),
                    house("Shape shape", "sealed interface Shape {}", "enum Unit implements Shape { B }"),
                    "House.shape",
                    "SchemaValueDropped",
                    dropped("\"A\"")),
            refused(
                    "the field that tells subtypes apart",
                    house("Shape shape", SHAPE, CIRCLE, SQUARE),
                    house("Shape shape", "@BsonDiscriminator(key = \"kind\") " + SHAPE, CIRCLE, SQUARE),
                    "House.shape",
                    "SchemaDiscriminatorChanged",
                    " has subtypes that the field \"kind\" tells apart, but according to the schema file it is \"_t\": documents that"
                            + " exist could not be read. Keep it: @BsonDiscriminator(key = \"_t\"). If you have renamed it in the"
                            + " database," + ACCEPT),
            new Refused(
                    "the collection",
                    house("String name"),
                    house("String name").replace("@Document", "@Document(collection = \"homes\")"),
                    "House",
                    4,
                    "[SchemaCollectionChanged] House is stored in the collection \"homes\", but according to the schema file in"
                            + " \"house\": the documents that exist would not be found. Keep it: @Document(collection = \"house\"). If"
                            + " you have moved them,"
                            + ACCEPT));

    @WithEveryCompiler
    void refusesWhatBreaksDocumentsOrServices(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, sources(BREAKING, Refused::before));
        String former = schema();
        String[] changed = sources(BREAKING, Refused::after);

        Compiled refused = project.compile(changed);

        List<String> expected = new ArrayList<>();
        for (int i = 0; i < BREAKING.size(); i++) {
            expected.add(BREAKING.get(i).expected(name(i)));
        }
        assertThat(refused.isSuccess()).isFalse();
        if (compiler == Compilers.JAVAC) { // Eclipse's compiler tells no lines of records
            assertThat(refused.messages().stream()
                            .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
                            .map(message -> message.file() + ":" + message.line() + ": " + message.text()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        } else {
            assertThat(errors(refused))
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .map(each -> each.replaceFirst("^\\w+\\.java:\\d+: ", ""))
                            .toList());
        }
        assertThat(schema()).isEqualTo(former);

        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < BREAKING.size(); i++) {
            accepted.add(named(name(i), BREAKING.get(i).accepts()));
        }
        project.with(
                schemaOption(), "-Aligature.schema.accept=" + String.join(", ", accepted.subList(1, accepted.size())));
        assertThat(errors(project.compile(changed))).singleElement().asString().endsWith("accept=" + accepted.get(0));

        project.with(schemaOption(), "-Aligature.schema.accept=" + String.join(",", accepted));
        compiles(project, changed);
        assertThat(schema()).isNotEqualTo(former);
    }

    /** A change that breaks nothing by itself. */
    private record Taken(String what, String before, String after) {}

    private static final List<Taken> HARMLESS = List.of(
            new Taken(
                    "a member that may be missing", house("String name"), house("String name; Optional<Integer> size")),
            new Taken(
                    "one less that might be missing",
                    house("String name; Optional<Integer> size"),
                    house("String name")),
            new Taken("a member that may be missing now", house("String name"), house("Optional<String> name")),
            new Taken("a wider number", house("int size"), house("long size")),
            new Taken("a number with a fraction", house("int size"), house("double size")),
            new Taken("a wider number of the same BSON type", house("byte size"), house("short size")),
            new Taken("a number with more digits", house("float size"), house("double size")),
            new Taken("text instead of a character", house("char mark"), house("String mark")),
            new Taken(
                    "a time instead of a date", house("java.time.LocalDate day"), house("java.time.LocalDateTime day")),
            new Taken("another Java type of one stored form", house("List<Integer> sizes"), house("int[] sizes")),
            new Taken("wider numbers in a list", house("List<Short> sizes"), house("int[] sizes")),
            new Taken("another Java name", house("String name"), house("@BsonProperty(\"name\") String title")),
            new Taken(
                    "one more constant",
                    house("Color color", "enum Color { RED }"),
                    house("Color color", "enum Color { GREEN, RED }")),
            new Taken("text instead of constants", house("Color color", "enum Color { RED }"), house("String color")),
            new Taken(
                    "another constant that is stored as the former one",
                    house("Color color", "enum Color { RED }"),
                    house("Color color", "enum Color { @BsonProperty(\"RED\") CRIMSON }")),
            new Taken(
                    "one more key",
                    house("Map<Color, Integer> sizes", "enum Color { RED }"),
                    house("Map<Color, Integer> sizes", "enum Color { GREEN, RED }")),
            new Taken(
                    "any strings instead of constants as keys",
                    house("Map<Color, Integer> sizes", "enum Color { RED }"),
                    house("Map<String, Integer> sizes")),
            new Taken("a converter to what is stored", house("String key"), keys("String")),
            new Taken(
                    "one more subtype",
                    house("Shape shape", SHAPE.replace(", Square", ""), CIRCLE),
                    house("Shape shape", SHAPE, CIRCLE, SQUARE)),
            new Taken(
                    "another name of an embedded type",
                    house("Room room", "record Room(String name) {}"),
                    house("Place room", "record Place(String name) {}")),
            new Taken("a link where its id was", house("org.bson.types.ObjectId door"), house("@Link Ref<Door> door")),
            new Taken("an id where a link was", house("@Link Ref<Door> door"), house("org.bson.types.ObjectId door")),
            new Taken("an index", house("String name"), house("@Indexed(unique = true) String name")),
            new Taken("another order", house("String name; int size"), house("int size; String name")));

    @WithEveryCompiler
    void takesWhatBreaksNothing(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, sources(HARMLESS, Taken::before));

        compiles(project, sources(HARMLESS, Taken::after));

        String updated = schema();
        Files.delete(file());
        compiles(project, sources(HARMLESS, Taken::after));
        assertThat(updated).isEqualTo(schema());
    }

    @WithEveryCompiler
    void reportsAllChangesAtOnce(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name; int size; Room room", "record Room(int area) {}"), "Door", DOOR);

        Compiled refused = project.compile(
                "House",
                house("long name; List<Integer> size; Room room", "record Room(String area) {}"),
                "Door",
                DOOR.replace("String color", "int color"));

        assertThat(errors(refused))
                .extracting(text -> text.replaceFirst(" is .*", ""))
                .containsExactlyInAnyOrder(
                        "[SchemaTypeChanged] House.name",
                        "[SchemaTypeChanged] House.size",
                        "[SchemaTypeChanged] House.room.area",
                        "[SchemaTypeChanged] Door.color");
    }

    @WithEveryCompiler
    void reportsAChangeOfWhatContainsItselfOnce(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String before = house("Room first; Room second", "record Room(int area, List<Room> within) {}");
        compiles(project, "House", before);

        assertThat(errors(project.compile("House", before.replace("int area", "String area"))))
                .containsExactly("[SchemaTypeChanged] House.first.area" + type("string", "int") + "House.first.area");
    }

    /** A collection with two types. */
    private static final String TYPES = """
            package com.example;
            import dev.ligature.annotation.*; import java.util.*; import org.bson.codecs.pojo.annotations.*;
            @Document
            @BsonDiscriminator(key = "kind")
            sealed interface House permits HouseCottage, HouseTower {}
            @BsonDiscriminator("cottage")
            record HouseCottage(String id, int rooms) implements House {}
            @BsonDiscriminator("tower")
            record HouseTower(String id, int floors) implements House {}
            """;

    @WithEveryCompiler
    void refusesWhatBreaksDocumentsOfOneType(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", TYPES);
        assertThat(schema())
                .contains("\"cottage\": \"com.example.HouseCottage\"", "\"tower\": \"com.example.HouseTower\"")
                .contains("\"discriminator\": \"kind\"");

        assertThat(errors(project.compile("House", TYPES.replace("int rooms", "String rooms"))))
                .containsExactly(
                        "[SchemaTypeChanged] HouseCottage.rooms" + type("string", "int") + "HouseCottage.rooms");
        assertThat(errors(project.compile("House", TYPES.replace("int floors", "int floors, int lifts"))))
                .containsExactly(
                        "[SchemaMemberRequired] HouseTower.lifts" + required("does not have it") + "HouseTower.lifts");
        assertThat(errors(project.compile("House", TYPES.replace("\"tower\"", "\"HouseTower\""))))
                .containsExactly("[SchemaValueDropped] House" + dropped("\"tower\"") + "House");
        assertThat(errors(project.compile("House", TYPES.replace("\"kind\"", "\"type\""))))
                .singleElement()
                .asString()
                .startsWith("[SchemaDiscriminatorChanged] House has subtypes that the field \"type\" tells apart");
    }

    /** A collection with a type that permits others. */
    private static final String INNER_TYPES = """
            package com.example;
            import dev.ligature.annotation.*; import java.util.*; import org.bson.codecs.pojo.annotations.*;
            @Document
            @BsonDiscriminator(key = "kind")
            sealed interface House permits HouseCottage, HouseTower {}
            @BsonDiscriminator("cottage")
            record HouseCottage(String id, int rooms) implements House {}
            sealed interface HouseTower extends House permits HouseKeep, HouseSpire {}
            @BsonDiscriminator("tower")
            record HouseKeep(String id, int floors) implements HouseTower {}
            @BsonDiscriminator("spire")
            record HouseSpire(String id, int height) implements HouseTower {}
            """;

    @WithEveryCompiler
    void reportsAnotherCollectionOfSeveralTypesOnce(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", INNER_TYPES);

        assertThat(errors(project.compile(
                        "House", INNER_TYPES.replace("@Document", "@Document(collection = \"homes\")"))))
                .singleElement()
                .asString()
                .startsWith("[SchemaCollectionChanged] House is stored in the collection \"homes\"");
    }

    @WithEveryCompiler
    void reportsAnotherIdOfSeveralTypesOnce(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", INNER_TYPES);

        assertThat(errors(project.compile("House", INNER_TYPES.replace("String id", "int id"))))
                .containsExactly("[SchemaTypeChanged] House.id" + type("int", "string") + "House.id");
    }

    @Test
    void reportsAnotherIdOfSeveralTypesWhereTheFirstDeclaresIt() throws IOException {
        Project project = project(Compilers.JAVAC);
        String before = INNER_TYPES.replace("HouseCottage(", "HouseCottage(\n");
        compiles(project, "House", before);

        assertThat(project.compile("House", before.replace("String id", "int id"))
                        .messages())
                .filteredOn(message -> message.kind() == Diagnostic.Kind.ERROR)
                .extracting(Compiled.Message::line)
                .containsExactly(8L);
    }

    @WithEveryCompiler
    void reportsAnotherEmbeddedIdOfSeveralTypesOnce(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String before =
                INNER_TYPES.replace("String id", "HouseKey id") + "record HouseKey(String street, int number) {}";
        compiles(project, "House", before);

        assertThat(errors(project.compile("House", before.replace("int number", "String number"))))
                .containsExactly("[SchemaTypeChanged] House.id.number" + type("string", "int") + "House.id.number");
    }

    @WithEveryCompiler
    void reportsAnotherIdOfATypeThatIsCompiledAlone(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String cottage = """
                package com.example;
                import dev.ligature.annotation.*; import org.bson.codecs.pojo.annotations.*;
                @Document
                @BsonDiscriminator("cottage")
                record HouseCottage(String id, int rooms) implements House {}
                """;
        String others = TYPES.replace("""
                @BsonDiscriminator("cottage")
                record HouseCottage(String id, int rooms) implements House {}
                """, "");
        compiles(project, "House", others, "HouseCottage", cottage);

        assertThat(errors(project.compile("HouseCottage", cottage.replace("String id", "int id"))))
                .containsExactly("[SchemaTypeChanged] HouseCottage.id" + type("int", "string") + "HouseCottage.id");
    }

    @WithEveryCompiler
    void comparesATypeThatPermitsOthersByWhatIsStoredForIt(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", TYPES);

        assertThat(errors(project.compile("House", INNER_TYPES.replace("int floors", "String floors"))))
                .containsExactly("[SchemaTypeChanged] HouseKeep.floors" + type("string", "int") + "HouseKeep.floors");
        assertThat(errors(project.compile("House", INNER_TYPES.replace("\"tower\"", "\"keep\""))))
                .containsExactly("[SchemaValueDropped] House" + dropped("\"tower\"") + "House");
        compiles(project, "House", INNER_TYPES);

        assertThat(errors(project.compile("House", TYPES.replace("int floors", "String floors"))))
                .containsExactlyInAnyOrder(
                        "[SchemaValueDropped] House" + dropped("\"spire\"") + "House",
                        "[SchemaTypeChanged] HouseTower.floors" + type("string", "int") + "HouseTower.floors");
    }

    @WithEveryCompiler
    void reportsAnotherCollectionOfATypeThatJoinsOthers(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String tower = """
                package com.example;
                import dev.ligature.annotation.*;
                @Document
                record HouseTower(String id, int floors) {}
                """;
        compiles(
                project,
                "House",
                TYPES.replace(", HouseTower", "").replaceFirst("(?s)@BsonDiscriminator.\"tower.*", ""));
        compiles(project, "HouseTower", tower);

        assertThat(errors(project.compile("House", TYPES)))
                .extracting(text -> text.replaceFirst("(?s) is .*", ""))
                .containsExactlyInAnyOrder(
                        "[SchemaCollectionChanged] HouseTower", "[SchemaDiscriminatorAdded] HouseTower");
    }

    @WithEveryCompiler
    void takesALinkToTheTypesAboveAndRefusesOneToThoseBelow(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String gate = DOOR.replace("record Door", "record Gate")
                .replace("String color", "@dev.ligature.annotation.Link dev.ligature.link.Ref<HouseKeep> house");
        compiles(project, "House", INNER_TYPES, "Gate", gate);

        compiles(project, "House", INNER_TYPES, "Gate", gate.replace("HouseKeep", "HouseTower"));
        assertThat(errors(project.compile("House", INNER_TYPES, "Gate", gate)))
                .singleElement()
                .asString()
                .startsWith(
                        "[SchemaLinkTargetChanged] Gate.house links to HouseKeep, but according to the schema file to"
                                + " HouseTower:");
        compiles(
                project,
                "House",
                INNER_TYPES.replace("HouseTower", "HouseHigh"),
                "Gate",
                gate.replace("HouseKeep", "HouseHigh"));

        compiles(
                project,
                "House",
                INNER_TYPES.replace("HouseTower", "HouseHigh"),
                "Gate",
                gate.replace("HouseKeep", "House"));
        assertThat(errors(project.compile(
                        "House",
                        INNER_TYPES.replace("HouseTower", "HouseHigh"),
                        "Gate",
                        gate.replace("HouseKeep", "HouseHigh"))))
                .singleElement()
                .asString()
                .startsWith(
                        "[SchemaLinkTargetChanged] Gate.house links to HouseHigh, but according to the schema file to"
                                + " House:");
    }

    @WithEveryCompiler
    void takesALinkToMoreTypesWhereTheFormerOneIsGone(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String gate = DOOR.replace("record Door", "record Gate")
                .replace("String color", "@dev.ligature.annotation.Link dev.ligature.link.Ref<HouseTower> house");
        compiles(project, "House", INNER_TYPES, "Gate", gate);

        compiles(
                project,
                "House",
                INNER_TYPES
                        .replace("permits HouseCottage, HouseTower", "permits HouseCottage, HouseKeep, HouseSpire")
                        .replaceFirst("sealed interface HouseTower .*\n", "")
                        .replace("implements HouseTower", "implements House"),
                "Gate",
                gate.replace("HouseTower", "House"));
    }

    @WithEveryCompiler
    void takesALinkToMoreTypesAndRefusesOneToFewer(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String gate = DOOR.replace("record Door", "record Gate")
                .replace("String color", "@dev.ligature.annotation.Link" + " dev.ligature.link.Ref<HouseTower> house");
        compiles(project, "House", TYPES, "Gate", gate);

        compiles(project, "House", TYPES, "Gate", gate.replace("HouseTower", "House"));
        assertThat(errors(project.compile("House", TYPES, "Gate", gate)))
                .singleElement()
                .asString()
                .startsWith(
                        "[SchemaLinkTargetChanged] Gate.house links to HouseTower, but according to the schema file to House:");
    }

    @WithEveryCompiler
    void refusesTypesWhereDocumentsDoNotTellTheirs(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("int rooms"));

        assertThat(errors(project.compile("House", TYPES)))
                .containsExactly(
                        "[SchemaDiscriminatorAdded] House is stored with a field \"kind\", which tells its type, but the"
                                + " schema file does not know it: documents without it could not be read. If all documents have it,"
                                + ACCEPT + "House");

        compiles(project.with(schemaOption(), "-Aligature.schema.accept=House"), "House", TYPES);
        project.with(schemaOption());
        assertThat(errors(project.compile("House", house("Optional<Integer> rooms"))))
                .singleElement()
                .asString()
                .startsWith("[SchemaMemberRemoved] House.kind is gone");
    }

    @WithEveryCompiler
    void takesATypeMoreAndOneWithAnotherName(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", TYPES);

        compiles(
                project,
                "House",
                TYPES.replace("HouseCottage, HouseTower", "HouseCottage, HouseHut, HouseTower")
                        + "@BsonDiscriminator(\"hut\") record HouseHut(String id, int size) implements House {}");
        Files.delete(project.classes().resolve("com/example/HouseHut.class"));
        Files.delete(project.classes().resolve("com/example/HouseCottage.class"));
        String renamed = TYPES.replace("HouseCottage", "HouseCabin")
                + "@BsonDiscriminator(\"hut\") record HouseShed(String id, int size) implements House {}";
        renamed = renamed.replace("permits HouseCabin, HouseTower", "permits HouseCabin, HouseShed, HouseTower");

        assertThat(errors(project.compile("House", renamed.replace("int size", "String size"))))
                .containsExactly("[SchemaTypeChanged] HouseShed.size" + type("string", "int") + "HouseShed.size");
        compiles(project, "House", renamed);
        assertThat(schema()).contains("com.example.HouseShed").doesNotContain("com.example.HouseHut");
    }

    @WithEveryCompiler
    void knowsADocumentByItsCollectionWhateverItsClassIsCalled(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String home = house("int name")
                .replace("@Document", "@Document(collection = \"house\")")
                .replace("record House", "record Home");
        compiles(project, "House", house("String name"));
        Files.delete(project.classes().resolve("com/example/House.class"));

        assertThat(errors(project.compile("Home", home)))
                .containsExactly("[SchemaTypeChanged] Home.name" + type("int", "string") + "Home.name");

        compiles(project, "Home", home.replace("int name", "String name"));
        assertThat(schema()).contains("com.example.Home").doesNotContain("com.example.House");
    }

    @WithEveryCompiler
    void knowsADocumentByItsFieldsWhereClassAndCollectionAreCalledOtherwise(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name"), "Door", DOOR);
        Files.delete(project.classes().resolve("com/example/House.class"));

        assertThat(errors(project.compile("Home", house("String name").replace("record House", "record Home"))))
                .containsExactly(
                        "[SchemaCollectionChanged] Home is stored in the collection \"home\", but according to the schema file in"
                                + " \"house\": the documents that exist would not be found. Keep it: @Document(collection ="
                                + " \"house\"). If you have moved them," + ACCEPT + "Home");
    }

    @WithEveryCompiler
    void followsLinksToAClassThatIsCalledOtherwise(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String house = house("@Link Ref<Door> door");
        compiles(project, "House", house, "Door", DOOR);
        Files.delete(project.classes().resolve("com/example/Door.class"));

        compiles(
                project,
                "House",
                house.replace("Ref<Door>", "Ref<Gate>"),
                "Gate",
                DOOR.replace(
                                "@dev.ligature.annotation.Document",
                                "@dev.ligature.annotation.Document(collection = \"door\")")
                        .replace("record Door", "record Gate"));

        assertThat(schema()).contains("{\"link\": \"com.example.Gate\", \"storage\": \"ID\"}");
    }

    @WithEveryCompiler
    void knowsALinkByItsTargetWhateverThatIsCalled(Compilers compiler) throws IOException {
        Project project = project(compiler);
        String house = house("@Link Ref<Door> door");
        compiles(project, "House", house, "Door", DOOR);
        Files.delete(project.classes().resolve("com/example/Door.class"));

        assertThat(errors(project.compile(
                        "House",
                        house.replace("Ref<Door> door", "Ref<Gate> gate"),
                        "Gate",
                        DOOR.replace(
                                        "@dev.ligature.annotation.Document",
                                        "@dev.ligature.annotation.Document(collection = \"door\")")
                                .replace("record Door", "record Gate"))))
                .singleElement()
                .asString()
                .startsWith("[SchemaNameChanged] House.gate is stored as \"gate\", but according to the schema file as"
                        + " \"door\":");
    }

    @WithEveryCompiler
    void keepsDocumentsThatThisCompilationDoesNotMention(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("@Link Ref<Door> door"), "Door", DOOR);
        String whole = schema();

        compiles(project, "House", house("@Link Ref<Door> door"));
        assertThat(schema()).isEqualTo(whole);

        compiles(project, "Door", DOOR);
        assertThat(schema()).isEqualTo(whole);
    }

    @WithEveryCompiler
    void losesDocumentsThatAreGone(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name"), "Door", DOOR);
        Files.delete(project.classes().resolve("com/example/Door.class"));

        compiles(project, "House", house("String name"));

        assertThat(schema()).contains("com.example.House").doesNotContain("com.example.Door");
    }

    @WithEveryCompiler
    void leavesTheFileAloneWhileThereAreOtherErrors(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name"));
        String former = schema();

        Compiled failed = project.compile("House", house("int name; Optional<List<Optional<String>>> wrong"));

        assertThat(errors(failed)).singleElement().asString().startsWith("[ValueOptional]");
        assertThat(schema()).isEqualTo(former);
    }

    @WithEveryCompiler
    void doesNotWriteWhatHasNotChanged(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name"));
        assertThat(file().toFile().setLastModified(1_000_000)).isTrue();

        compiles(project, "House", house("String name"));

        assertThat(file().toFile().lastModified()).isEqualTo(1_000_000);
    }

    /** On Windows, version control may give files other line ends than they were written with. */
    @WithEveryCompiler
    void doesNotMindTheLineEndsOfWindows(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name"));
        String text = schema().replace("\n", "\r\n");
        Files.writeString(file(), text);

        compiles(project, "House", house("String name"));

        assertThat(schema()).isEqualTo(text);
    }

    @WithEveryCompiler
    void writesNothingWhereThereIsNoDocument(Compilers compiler) throws IOException {
        compiles(project(compiler), "House", "package com.example; class House {}");

        assertThat(file()).doesNotExist();
    }

    @WithEveryCompiler
    void warnsOfWhatIsAcceptedForNothing(Compilers compiler) throws IOException {
        Project project = project(compiler);
        compiles(project, "House", house("String name"), "Door", DOOR);
        project.with(schemaOption(), "-Aligature.schema.accept=House.name,Door.color");

        Compiled compiled = project.compile("House", house("String name"));

        assertThat(compiled.isSuccess()).isTrue();
        assertThat(compiled.problems().stream().map(Compiled.Message::text).filter(text -> text.startsWith("[")))
                .containsExactly(
                        "[SchemaAcceptUnused] -Aligature.schema.accept names House.name, but nothing changes there that has to be"
                                + " accepted. Remove it, since it would accept the next change unseen. If you mean it, add"
                                + " @SuppressWarnings(\"SchemaAcceptUnused\").");
    }

    @WithEveryCompiler
    void refusesAFileThatItCannotRead(Compilers compiler) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\n<<<<<<< HEAD\n}\n");

        assertThat(errors(project(compiler).compile("House", house("String name"))))
                .containsExactly("[SchemaUnreadable] The schema file " + file()
                        + " cannot be read: line 2: unexpected '<'. Restore it"
                        + " from version control, or delete it to begin with what is declared now.");
        assertThat(schema()).startsWith("{\n<<<");
    }

    /** What the guide shows. */
    @Test
    void saysWhatTheGuideSays() throws IOException {
        Project project = project(Compilers.JAVAC);
        String before = house("String name; int rooms").replace("House", "Cottage");
        compiles(project, "Cottage", before);

        assertThat(errors(project.compile("Cottage", before.replace("int rooms", "List<Integer> rooms"))))
                .containsExactly(Compilations.read(Compilations.resource("schema/refused.txt"))
                        .strip());
    }

    private Project project(Compilers compiler) throws IOException {
        return new Project(compiler, directory).with(schemaOption());
    }

    private String schemaOption() {
        return "-Aligature.schema=" + file();
    }

    private Path file() {
        return directory.resolve("docs/schema.json");
    }

    private String schema() throws IOException {
        return Files.readString(file());
    }

    private static void compiles(Project project, String... namesAndSources) throws IOException {
        Compiled compiled = project.compile(namesAndSources);
        assertThat(compiled.isSuccess())
                .as(() -> compiled.messages().toString())
                .isTrue();
    }

    private static List<String> errors(Compiled compiled) {
        return compiled.messages().stream()
                .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
                .map(Compiled.Message::text)
                .toList();
    }
}
