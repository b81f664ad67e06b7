// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.ProjectionNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells GraalVM's native image what it cannot see: classes that are looked up by name. The runtime looks up codecs, and
 * frameworks look up the types of the index and the repositories.
 *
 * @param path the path of the file
 * @param text the text, in the form that all versions of GraalVM read; newer versions have another form too, which
 *     older ones do not read
 */
public record NativeConfig(String path, String text) {
    /** The file of a document. */
    public static NativeConfig of(DocumentNames names) {
        return of(
                names.document(),
                entry(names.document()),
                entry(names.codec()),
                entry(
                        names.repository(),
                        List.of(RuntimeTypes.MONGO_DATABASE),
                        List.of(RuntimeTypes.MONGO_DATABASE, RuntimeTypes.REPOSITORY_OPTIONS)));
    }

    /** The file of a projection. */
    public static NativeConfig of(ProjectionNames names) {
        return of(names.projection(), entry(names.projection()), entry(names.codec()));
    }

    private static NativeConfig of(ClassName origin, String... entries) {
        return new NativeConfig(
                "META-INF/native-image/dev.ligature/" + origin.reflectionName() + "/reflect-config.json",
                "[\n" + String.join(",\n", entries) + "\n]\n");
    }

    private static String entry(ClassName found) {
        return "  {\"name\": \"" + found.reflectionName() + "\"}";
    }

    private static String entry(ClassName found, List<ClassName> constructor, List<ClassName> other) {
        return "  {\n    \"name\": \"" + found.reflectionName() + "\",\n    \"methods\": [\n"
                + method(constructor) + ",\n"
                + method(other) + "\n    ]\n  }";
    }

    private static String method(List<ClassName> parameters) {
        return parameters.stream()
                .map(parameter -> "\"" + parameter.reflectionName() + "\"")
                .collect(Collectors.joining(", ", "      {\"name\": \"<init>\", \"parameterTypes\": [", "]}"));
    }
}
