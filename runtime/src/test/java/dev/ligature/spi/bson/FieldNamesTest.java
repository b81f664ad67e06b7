// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {
    private static final int START = FieldNames.START;

    private final FieldNames names = FieldNames.of("_id", "name", "door");

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "seventh", "eight888", "nine 9999", "a name of more than sixteen letters", "\u00e4\u20ac"})
    void tellsANameFromThoseThatBeginAlike(String name) {
        FieldNames names = FieldNames.of(name + "x", name);

        assertThat(indexOf(names, name, START)).isEqualTo(1);
        assertThat(indexOf(names, name + "x", START)).isZero();
        assertThat(indexOf(names, name + "y", START)).isNegative();
        assertThat(indexOf(names, name.substring(1), START)).isNegative();
    }

    @Test
    void findsANameWhereItIsExpected() {
        assertThat(indexOf(names, "name", 0)).isEqualTo(1);
    }

    @Test
    void findsANameElsewhere() {
        assertThat(indexOf(names, "door", START)).isEqualTo(2);
        assertThat(indexOf(names, "_id", 1)).isZero();
        assertThat(indexOf(names, "name", 2)).isEqualTo(1);
        assertThat(indexOf(names, "name", 1)).isEqualTo(1);
    }

    @Test
    void tellsThatANameIsNotThere() {
        assertThat(indexOf(names, "windows", START)).isNegative();
        assertThat(indexOf(FieldNames.of(), "name", START)).isNegative();
    }

    @Test
    void tellsNamesOfOneHashCodeApart() {
        FieldNames names = FieldNames.of("AaAa", "BBBB", "AaBB"); // "BBAa" has their hash code too

        assertThat(indexOf(names, "BBBB", START)).isEqualTo(1);
        assertThat(indexOf(names, "AaBB", START)).isEqualTo(2);
        assertThat(indexOf(names, "BBAa", START)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 64, 1_000})
    void findsEachOfAnyNumberOfNames(int size) {
        FieldNames names = numbered(size);

        for (int place = 0; place < size; place++) {
            assertThat(indexOf(names, "field" + place, START)).isEqualTo(place);
        }
        assertThat(indexOf(names, "field" + size, START)).isNegative();
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

    @Test
    void learnsInAFewDocumentsAnOrderThatDiffersInManySteps() {
        FieldNames names = numbered(20);
        List<Integer> backwards = IntStream.range(0, 20).mapToObj(i -> 19 - i).toList();

        readWhole(names, backwards);
        assertThat(searches(names, texts(backwards))).as("after one document").isPositive();

        for (int document = 0; document < 10; document++) {
            readWhole(names, backwards);
        }
        assertThat(searches(names, texts(backwards))).isZero();
    }

    @Test
    void findsEachFieldWhereNoOrderRecurs() {
        FieldNames names = numbered(30);
        List<Integer> fields = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
        Random random = new Random(1);
        for (int document = 0; document < 500; document++) {
            Collections.shuffle(fields, random);
            readWhole(names, fields);
        }
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
            place = indexOf(names, "field" + field, place);
            assertThat(place < 0 ? -1 : place).as("%s: %s", document, fields).isEqualTo(field < size ? field : -1);
        }
    }

    private static List<String> texts(List<Integer> fields) {
        return fields.stream().map(field -> "field" + field).toList();
    }

    /** Reads the fields as those of one document. */
    private static void readWhole(FieldNames names, List<Integer> fields) {
        BsonDocument document = new BsonDocument();
        texts(fields).forEach(field -> document.append(field, new BsonString("value")));
        BsonSource source = BsonSource.of(bytes(document));
        source.startDocument();
        int place = START;
        for (int field : fields) {
            place = names.next(source, place);
            assertThat(place).isEqualTo(field);
            source.skip();
        }
        assertThat(names.next(source, place)).isEqualTo(FieldNames.END);
    }

    private int searches(List<String> document) {
        return searches(names, document);
    }

    /** How many fields of a document are not where they are expected. */
    private static int searches(FieldNames names, List<String> document) {
        int searches = 0;
        int place = START;
        for (String field : document) {
            FieldName expected = names.expected(encoded(field), 0, FieldNames.pairBehind(place));
            searches += expected == FieldName.NONE ? 1 : 0;
            place = indexOf(names, field, place);
        }
        return searches;
    }

    /** What is said of a field of a document that has no other one. */
    private static int indexOf(FieldNames names, String name, int previous) {
        BsonSource source = BsonSource.of(bytes(new BsonDocument(name, new BsonString("value"))));
        source.startDocument();
        int place = names.next(source, previous);
        assertThat(source.name()).isEqualTo(name);
        assertThat(source.readString()).isEqualTo("value");
        assertThat(names.next(source, place)).isEqualTo(FieldNames.END);
        return place;
    }

    private static byte[] bytes(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .array();
    }

    private static byte[] encoded(String name) {
        byte[] bytes = (name + '\0').getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + BsonSource.SLACK);
    }
}
