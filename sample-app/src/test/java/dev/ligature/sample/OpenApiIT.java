// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API is written by hand. Here it is compared with what the API does. */
class OpenApiIT {
    @RegisterExtension
    static final SliceServer server = new SliceServer();

    private static BsonDocument description;

    @BeforeAll
    static void read() {
        description = server.get("/openapi.json").json();
    }

    @Test
    void describesEachRouteWithItsParametersAndTypes() {
        assertThat(description.getDocument("paths").keySet())
                .containsExactlyElementsOf(
                        server.api().routes().stream().map(HttpRoute::path).toList());
        for (HttpRoute route : server.api().routes()) {
            BsonDocument operation = operation(route.path());
            assertThat(parameters(operation, "query")).as(route.path()).isEqualTo(route.parameters());
            assertThat(content(operation, "200").keySet()).as(route.path()).containsExactlyElementsOf(route.types());
            assertThat(parameters(operation, "path")).as(route.path()).allSatisfy(name -> assertThat(route.path())
                    .contains("{" + name + "}"));
        }
    }

    @Test
    void describesTheBoundsOfEachNumberAndTheWordsOfEachChoice() {
        Set<String> bounded = new TreeSet<>();
        Set<String> chosen = new TreeSet<>();
        for (HttpRoute route : server.api().routes()) {
            for (BsonDocument parameter : parameters(operation(route.path()))) {
                BsonDocument schema = parameter.getDocument("schema");
                String name = parameter.getString("name").getValue();
                String uri = route.path().replace("{name}", "git") + "?" + name + "=";
                if (schema.containsKey("minimum")) {
                    bounded.add(name);
                    int from = schema.getInt32("minimum").getValue();
                    int to = schema.getInt32("maximum").getValue();
                    assertThat(Stream.of(from - 1, from, to, to + 1)
                                    .map(value -> server.get(uri + value).status()))
                            .as(uri)
                            .containsExactly(400, 200, 200, 400);
                    assertThat(server.get(uri + schema.getInt32("default").getValue())
                                    .json())
                            .as(uri)
                            .isEqualTo(server.get(uri.substring(0, uri.indexOf('?')))
                                    .json());
                }
                if (schema.containsKey("enum")) {
                    chosen.add(name);
                    assertThat(schema.getArray("enum")).as(uri).allSatisfy(value -> assertThat(
                                    server.get(uri + value.asString().getValue())
                                            .status())
                            .isEqualTo(200));
                }
            }
        }
        assertThat(bounded).containsExactly("depth", "size");
        assertThat(chosen).containsExactly("sort");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/packages, /packages?explain=true&size=2",
        "/packages, /packages?section=nett",
        "/packages/{name}, /packages/git?depth=0",
        "/packages/{name}, /packages/prosody?depth=2&explain=true",
        "/packages/{name}, /packages/nothing",
        "/packages/{name}, /packages/git?x=1",
        "/packages/{name}/required-by, /packages/libc6/required-by?explain=true",
        "/sections, /sections?explain=true",
    })
    void describesEachAnswer(String path, String uri) {
        SliceServer.Answer answer = server.get(uri);

        BsonDocument content = content(operation(path), String.valueOf(answer.status()));
        String type = answer.header("content-type").split(";", 2)[0];

        assertThat(content).containsKey(type);
        assertThat(violations("answer", answer.json(), content.getDocument(type).getDocument("schema")))
                .isEmpty();
    }

    @Test
    void wouldSeeThatAnAnswerIsAnother() {
        BsonDocument section = new BsonDocument("$ref", new BsonString("#/components/schemas/Section"));

        assertThat(violations("answer", BsonDocument.parse("{name: 1, size: 2}"), section))
                .containsExactly("answer.name is no string", "answer.size is not described");
        assertThat(violations("answer", new BsonDocument(), section)).containsExactly("answer.name is missing");
    }

    private static BsonDocument operation(String path) {
        return description.getDocument("paths").getDocument(path).getDocument("get");
    }

    private static List<BsonDocument> parameters(BsonDocument operation) {
        return operation.getArray("parameters").stream()
                .map(parameter -> resolved(parameter.asDocument()))
                .toList();
    }

    private static List<String> parameters(BsonDocument operation, String where) {
        return parameters(operation).stream()
                .filter(parameter -> parameter.getString("in").getValue().equals(where))
                .map(parameter -> parameter.getString("name").getValue())
                .toList();
    }

    private static BsonDocument content(BsonDocument operation, String status) {
        return resolved(operation.getDocument("responses").getDocument(status)).getDocument("content");
    }

    private static BsonDocument resolved(BsonDocument value) {
        if (!value.containsKey("$ref")) {
            return value;
        }
        BsonDocument found = description;
        for (String name : value.getString("$ref").getValue().substring(2).split("/", -1)) {
            found = found.getDocument(name);
        }
        return found;
    }

    /** How a value differs from a schema, as far as the description uses schemas. */
    private static List<String> violations(String where, BsonValue value, BsonDocument reference) {
        BsonDocument schema = resolved(reference);
        if (schema.containsKey("anyOf")) {
            boolean fits = schema.getArray("anyOf").stream()
                    .anyMatch(
                            each -> violations(where, value, each.asDocument()).isEmpty());
            return fits ? List.of() : List.of(where + " is none of " + schema.getArray("anyOf"));
        }
        String type = schema.getString("type").getValue();
        boolean fits =
                switch (type) {
                    case "object" -> value.isDocument();
                    case "array" -> value.isArray();
                    case "string" -> value.isString();
                    case "integer" -> value.isInt32() || value.isInt64();
                    case "boolean" -> value.isBoolean();
                    default -> throw new IllegalArgumentException(type);
                };
        if (!fits) {
            return List.of(where + " is no " + type);
        }
        if (schema.containsKey("enum") && !schema.getArray("enum").contains(value)) {
            return List.of(where + " is none of " + schema.getArray("enum"));
        }
        return switch (type) {
            case "object" -> violationsInside(where, value.asDocument(), schema);
            case "array" ->
                value.asArray().stream()
                        .flatMap(each -> violations(where + "[]", each, schema.getDocument("items")).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> violationsInside(String where, BsonDocument value, BsonDocument schema) {
        List<String> found = new ArrayList<>();
        schema.getArray("required", new BsonArray()).stream()
                .map(name -> name.asString().getValue())
                .filter(name -> !value.containsKey(name))
                .forEach(name -> found.add(where + "." + name + " is missing"));
        BsonDocument properties = schema.getDocument("properties", new BsonDocument());
        value.forEach((name, member) -> {
            if (properties.containsKey(name)) {
                found.addAll(violations(where + "." + name, member, properties.getDocument(name)));
            } else {
                found.add(where + "." + name + " is not described");
            }
        });
        return found;
    }
}
