package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {
    private static final int START = -1;

    private final FieldNames names = FieldNames.of("_id", "name", "door");

    @Test
    void findsANameWhereItIsExpected() {
        assertThat(names.indexOf("name", 0)).isEqualTo(1);
    }

    @Test
    void findsANameElsewhere() {
        assertThat(names.indexOf("door", START)).isEqualTo(2);
        assertThat(names.indexOf("_id", 1)).isZero();
        assertThat(names.indexOf("name", 2)).isEqualTo(1);
        assertThat(names.indexOf("name", 1)).isEqualTo(1);
    }

    @Test
    void tellsThatANameIsNotThere() {
        assertThat(names.indexOf("windows", START)).isNegative();
        assertThat(FieldNames.of().indexOf("name", START)).isNegative();
    }

    @Test
    void tellsNamesOfOneHashCodeApart() {
        FieldNames names = FieldNames.of("AaAa", "BBBB", "AaBB"); // "BBAa" has their hash code too

        assertThat(names.indexOf("BBBB", START)).isEqualTo(1);
        assertThat(names.indexOf("AaBB", START)).isEqualTo(2);
        assertThat(names.indexOf("BBAa", START)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 64, 1_000})
    void findsEachOfAnyNumberOfNames(int size) {
        FieldNames names = numbered(size);

        for (int place = 0; place < size; place++) {
            assertThat(names.indexOf("field" + place, START)).isEqualTo(place);
        }
        assertThat(names.indexOf("field" + size, START)).isNegative();
    }

    @Test
    void expectsTheOrderThatItHasMet() {
        assertThat(searches(List.of("_id", "name", "door"))).isZero();

        assertThat(searches(List.of("_id", "door", "name"))).isPositive();
        assertThat(searches(List.of("_id", "door", "name"))).isZero();
    }

    @Test
    void expectsTheOrderOfWritingBesideAnotherOne() {
        searches(List.of("door", "_id", "name"));

        assertThat(searches(List.of("_id", "name", "door"))).isZero();
        assertThat(searches(List.of("door", "_id", "name"))).isZero();
    }

    @Test
    void expectsTwoOrdersBesideThatOfWriting() {
        searches(List.of("door", "_id", "name"));
        searches(List.of("name", "door", "_id"));

        assertThat(searches(List.of("door", "_id", "name"))).isZero();
        assertThat(searches(List.of("name", "door", "_id"))).isZero();
        assertThat(searches(List.of("_id", "name", "door"))).isZero();
    }

    @Test
    void expectsFieldsThatAreMissingNowAndThen() {
        searches(List.of("door", "name", "_id"));
        searches(List.of("door", "_id"));

        assertThat(searches(List.of("door", "name", "_id"))).isZero();
        assertThat(searches(List.of("door", "_id"))).isZero();
    }

    @Test
    void learnsAnOrderInTheStepsThatDiffer() {
        searches(List.of("door", "name", "_id"));
        searches(List.of("name", "_id", "door"));
        searches(List.of("_id", "door", "name"));

        assertThat(searches(List.of("_id", "door", "name"))).isZero();
    }

    @Test
    void expectsTheSameAfterFieldsThatItDoesNotKnow() {
        searches(List.of("door", "_id", "name"));

        assertThat(searches(List.of("a", "door", "b", "c", "_id", "d", "name", "e")))
                .as("for the unknown ones only")
                .isEqualTo(5);
    }

    /** Fields in any order, some missing, some twice, some unknown. */
    @Test
    void findsNamesWhateverItHasMetBefore() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int size = 0; size < 40; size++) {
            FieldNames names = numbered(size);
            for (int document = 0; document < 200; document++) {
                read(names, size, random, "seed " + seed + ", " + size + " names, document " + document);
            }
        }
    }

    @Test
    void findsNamesWhileOtherThreadsMeetOtherOrders() throws Exception {
        FieldNames names = numbered(50);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> reads = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                Random random = new Random(seed);
                reads.add(threads.submit(() -> {
                    for (int document = 0; document < 2_000; document++) {
                        read(names, 50, random, "document " + document);
                    }
                }));
            }
            for (Future<?> read : reads) {
                read.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static FieldNames numbered(int size) {
        return FieldNames.of(IntStream.range(0, size).mapToObj(i -> "field" + i).toArray(String[]::new));
    }

    private static void read(FieldNames names, int size, Random random, String document) {
        List<Integer> fields =
                new ArrayList<>(IntStream.range(0, size + 3).boxed().toList());
        if (random.nextInt(4) > 0) {
            Collections.shuffle(fields, random);
        }
        fields.removeIf(field -> random.nextInt(5) == 0);
        fields.addAll(List.copyOf(fields.subList(0, random.nextInt(fields.size() + 1))));
        int place = START;
        for (int field : fields) {
            place = names.indexOf("field" + field, place);
            assertThat(place < 0 ? -1 : place).as("%s: %s", document, fields).isEqualTo(field < size ? field : -1);
        }
    }

    /** How many fields of a document are not where they are expected. */
    private int searches(List<String> document) {
        int searches = 0;
        int place = START;
        for (String field : document) {
            searches += names.expected(field, place) < 0 ? 1 : 0;
            place = names.indexOf(field, place);
        }
        return searches;
    }
}
