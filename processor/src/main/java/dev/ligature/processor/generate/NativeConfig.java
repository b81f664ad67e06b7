package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.ProjectionNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells GraalVM's native image what it cannot see: classes that are found by their names. The runtime looks for codecs so, frameworks for the
 * types of the index and for repositories.
 *
 * @param path of the file
 * @param text in the form that GraalVM reads from JDK 17 on; newer ones read another one too, older ones this alone
 */
public record NativeConfig(String path, String text) {
    /** That of a document. */
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

    /** That of a projection. */
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
