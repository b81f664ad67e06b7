// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.compile;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A processor and what it is given to do.
 *
 * @param name as the report names it
 * @param libraries the jars that the sources need, by the beginnings of their names
 * @param processors the jars that the processor needs
 * @param source the source of the type {@code bench.D<number>}, which has about ten members
 */
record Subject(String name, List<String> libraries, List<String> processors, IntFunction<String> source) {
    /** Documents of one such group link to each other and to no others. */
    private static final int GROUP = 10;

    private static final String MEMBERS = """
                    String title,
                    String author,
                    int pages,
                    long views,
                    double rating,
                    boolean published,
                    java.time.Instant created,
                    List<String> words""";

    private static final List<String> DRIVER =
            List.of("bson-5", "mongodb-driver-", "reactor-core-", "reactive-streams-", "jspecify-");

    /** In order of the report. */
    static final List<Subject> ALL = List.of(
            new Subject(
                    "Ligature",
                    with(DRIVER, "ligature-runtime-"),
                    List.of("ligature-processor-", "javapoet-", "auto-common-", "guava-", "failureaccess-"),
                    Subject::document),
            new Subject("MapStruct", List.of("mapstruct-1"), List.of("mapstruct-processor-"), Subject::mapped),
            new Subject("Immutables", List.of("value-"), List.of("value-"), Subject::immutable),
            new Subject(
                    "Micronaut Data",
                    with(DRIVER, "micronaut-", "jakarta.", "slf4j-api-"),
                    with(DRIVER, "micronaut-", "jakarta.", "slf4j-api-", "asm-", "javaparser-", "antlr4-runtime-"),
                    Subject::entity));

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** A document with a link, a list of links and a back link. */
    private static String document(int number) {
        int next = neighbour(number, 1);
        int other = neighbour(number, 2);
        int previous = neighbour(number, GROUP - 1);
        return """
                package bench;

                import dev.ligature.annotation.BackLink;
                import dev.ligature.annotation.Document;
                import dev.ligature.annotation.Link;
                import dev.ligature.link.BackRef;
                import dev.ligature.link.Ref;
                import java.util.List;

                @Document
                public record D%d(
                        org.bson.types.ObjectId id,
                %s,
                        @Link Ref<D%d> next,
                        @Link List<Ref<D%d>> others,
                        @BackLink(originalField = "next") List<BackRef<D%d>> previous) {}
                """.formatted(number, MEMBERS.indent(8).stripTrailing(), next, other, previous);
    }

    /** Two records and a mapper between them, both ways. */
    private static String mapped(int number) {
        return """
                package bench;

                import java.util.List;

                @org.mapstruct.Mapper
                public interface D%d {
                    To to(From from);

                    From from(To to);

                    record From(
                            String id,
                    %s) {}

                    record To(
                            String id,
                    %s) {}
                }
                """.formatted(
                number, MEMBERS.indent(12).stripTrailing(), MEMBERS.indent(12).stripTrailing());
    }

    /** An immutable value. */
    private static String immutable(int number) {
        String accessors = (MEMBERS + ",").replace(",", "();").indent(4).stripTrailing();
        return """
                package bench;

                import java.util.List;

                @org.immutables.value.Value.Immutable
                public interface D%d {
                    String id();

                %s
                }
                """.formatted(number, accessors);
    }

    /** An entity with a relation, and its repository. */
    private static String entity(int number) {
        return """
                package bench;

                import io.micronaut.data.annotation.Id;
                import io.micronaut.data.annotation.Join;
                import io.micronaut.data.annotation.MappedEntity;
                import io.micronaut.data.annotation.Relation;
                import io.micronaut.data.mongodb.annotation.MongoRepository;
                import io.micronaut.data.repository.CrudRepository;
                import java.util.List;

                @MappedEntity
                public record D%d(
                        @Id org.bson.types.ObjectId id,
                %s,
                        @Relation(Relation.Kind.MANY_TO_ONE) D%d next) {
                    @MongoRepository
                    public interface Repository extends CrudRepository<D%d, org.bson.types.ObjectId> {
                        @Join("next")
                        List<D%d> findByTitle(String title);
                    }
                }
                """.formatted(number, MEMBERS.indent(8).stripTrailing(), neighbour(number, 1), number, number);
    }

    private static int neighbour(int number, int distance) {
        return number / GROUP * GROUP + (number + distance) % GROUP;
    }
}
