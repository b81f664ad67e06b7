// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.sun.management.OperatingSystemMXBean;
import dev.ligature.benchmarks.process.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** When, where and with what a section was run. */
final class Environment {
    private static final List<Library> LIBRARIES = List.of(
            new Library("MongoDB driver", "mongodb-driver-reactivestreams"),
            new Library("Reactor", "reactor-core"),
            new Library("Spring Data MongoDB", "spring-data-mongodb"),
            new Library("Morphia", "morphia-core"),
            new Library("Micronaut Data MongoDB", "micronaut-data-mongodb"),
            new Library("MapStruct", "mapstruct"),
            new Library("Immutables", "value"),
            new Library("JMH", "jmh-core"));

    private record Library(String name, String artifact) {}

    private Environment() {}

    static Map<String, String> of(Conditions conditions) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        if (conditions.quick()) {
            environment.put("measured", "quickly: figures are rough");
        }
        environment.put("processor", processor());
        environment.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        environment.put(
                "memory",
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / (1 << 30)
                        + " GB");
        environment.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        environment.put("server", server(conditions));
        LIBRARIES.forEach(library -> ClassPath.current()
                .version(library.artifact())
                .ifPresent(version -> environment.put(library.name(), version)));
        return environment;
    }

    private static String processor() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.exists(cpuinfo) ? Files.lines(cpuinfo) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String server(Conditions conditions) {
        try (MongoClient client = MongoClients.create(conditions.server())) {
            Document build = Objects.requireNonNull(
                    Mono.from(client.getDatabase("admin").runCommand(new Document("buildInfo", 1)))
                            .block());
            String version = "speaks as MongoDB " + build.getString("version");
            return conditions.embedded()
                    ? "embedded mongo-java-server "
                            + ClassPath.current().version("mongo-java-server").orElse("") + ", " + version
                    : "the one at MONGODB_URI, " + version;
        }
    }
}
