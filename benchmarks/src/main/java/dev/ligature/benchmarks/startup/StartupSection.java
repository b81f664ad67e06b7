// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import dev.ligature.benchmarks.process.ChildJvm;
import dev.ligature.benchmarks.process.ClassPath;
import dev.ligature.benchmarks.process.Samples;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.report.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long a program takes to the first document with its link: what short-lived processes and cold starts pay. */
public final class StartupSection {
    private static final List<String> SPRING = List.of("spring-", "micrometer-", "commons-logging-");
    private static final List<String> MICRONAUT = List.of("micronaut-", "jakarta.");
    private static final List<String> MORPHIA = List.of(
            "morphia-",
            "smallrye-",
            "microprofile-",
            "asm-",
            "jboss-logging-",
            "mongodb-driver-legacy-",
            "classgraph-",
            "byte-buddy-",
            "semver4j-",
            "jsoup-");
    private static final List<String> LIGATURE = List.of("ligature-runtime-");

    /** Needed by the suite only. */
    private static final List<String> TOOLS = List.of(
            "ligature-processor-",
            "javapoet-",
            "guava-",
            "jmh-",
            "mongo-java-server",
            "mapstruct-",
            "value-",
            "micronaut-inject-java-",
            "micronaut-core-processor-",
            "micronaut-data-processor-",
            "micronaut-data-document-processor-",
            "micronaut-serde-processor-",
            "micronaut-sourcegen-",
            "javaparser-",
            "antlr",
            "icu4j-",
            "junit-",
            "assertj-");

    private static final List<Contender> CONTENDERS = List.of(
            new Contender("driver, two finds by hand", DriverStart.class, List.of()),
            new Contender("Ligature", LigatureStart.class, LIGATURE),
            new Contender("Spring Data, blocking, @DocumentReference", SpringStart.class, SPRING),
            new Contender("Spring Data, reactive, second query by hand", SpringReactiveStart.class, SPRING),
            new Contender("Micronaut Data @Join", MicronautStart.class, MICRONAUT),
            new Contender("Morphia @Reference", MorphiaStart.class, MORPHIA));

    private StartupSection() {}

    /**
     * A program and the jars that it needs and others do not.
     *
     * @param jars the beginnings of their names
     */
    private record Contender(String title, Class<?> program, List<String> jars) {
        /** Nobody pays for the jars of others. */
        ClassPath classPath() {
            return ClassPath.current()
                    .without(Stream.of(SPRING, MICRONAUT, MORPHIA, LIGATURE, TOOLS)
                            .filter(family -> family != jars)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    /**
     * Runs every program a number of times, in turns.
     *
     * @throws IllegalStateException when a program fails or does not find the link
     */
    public static List<Measurement> measure(String server, boolean embedded, int runs) {
        Start.load(server);
        List<Contender> able = CONTENDERS.stream()
                .filter(contender -> !(embedded && contender.jars() == MICRONAUT))
                .toList();
        Map<Contender, Samples> main = new LinkedHashMap<>();
        Map<Contender, Samples> process = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (Contender contender : able) {
                ChildJvm.Outcome outcome =
                        new ChildJvm(List.of(), contender.classPath(), contender.program()).run(server);
                if (outcome.figure(Start.WATTS) != Start.EXPECTED_WATTS) {
                    throw new IllegalStateException(contender.title() + " read a lamp of " + outcome.figures());
                }
                main.computeIfAbsent(contender, first -> new Samples()).add(outcome.figure(Start.MAIN));
                process.computeIfAbsent(contender, first -> new Samples()).add(outcome.nanosToFirst());
            }
        }
        return Stream.concat(measurements("from main", main), measurements("from the start of the process", process))
                .toList();
    }

    private static Stream<Measurement> measurements(String workload, Map<Contender, Samples> samples) {
        return CONTENDERS.stream().map(contender -> {
            Samples own = samples.get(contender);
            return own == null
                    ? Measurement.cannot(
                            "", workload, contender.title(), Unit.NANOSECONDS, "needs a server with sessions")
                    : Measurement.median("", workload, contender.title(), own, own.range());
        });
    }
}
