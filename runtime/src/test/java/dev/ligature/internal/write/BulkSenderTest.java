// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DuplicateKeyException;
import dev.ligature.OperationException;
import dev.ligature.VersionConflictException;
import dev.ligature.WrittenDocument;
import dev.ligature.internal.driver.Database;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.write.Town.Door;
import dev.ligature.internal.write.Town.House;
import dev.ligature.internal.write.Town.Lamp;
import dev.ligature.link.Ref;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** In which order bulks are sent, and what is known to be written when one of them fails. */
class BulkSenderTest {
    private final List<String> sent = new ArrayList<>();
    private final Map<String, Publisher<BulkWriteResult>> answers = new HashMap<>();
    /** What a find of houses gives. */
    private final List<RawBsonDocument> stored = new ArrayList<>();

    private final List<Bulk.Known> known = new ArrayList<>();
    private final House house = new House();
    private final House neighbour = new House();
    private final WriteGraph graph = graph();

    /** Two houses with a door and a lamp, which have their next versions already. */
    private WriteGraph graph() {
        house.door = Ref.of(Door.of("front"));
        house.lamp = Ref.of(new Lamp(null));
        house.neighbours = List.of(Ref.of(neighbour));
        WriteGraph made = WriteGraph.of(Town.codecs(), Town.HOUSE, List.of(house), true);
        made.identify(entry -> 1);
        return made;
    }

    private <T> T fake(Class<T> type, BiFunction<String, Object[], Object> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> methods.apply(method.getName(), arguments)));
    }

    /** A database whose collections take bulks and nothing else. */
    private MongoDatabase database() {
        return fake(MongoDatabase.class, (method, arguments) -> switch (method) {
            case "getCodecRegistry" -> CodecRegistries.fromCodecs();
            case "getTimeout" -> null;
            case "getCollection" -> collection((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private MongoCollection<?> collection(String name) {
        return fake(MongoCollection.class, (method, arguments) -> switch (method) {
            case "bulkWrite" ->
                Mono.defer(() -> {
                    sent.add(name);
                    return Mono.from(answers.getOrDefault(name, Mono.just(inserted(1))));
                });
            case "find" -> found();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    @SuppressWarnings("unchecked") // of the method that takes a subscriber
    private FindPublisher<?> found() {
        return fake(FindPublisher.class, (method, arguments) -> {
            if (!method.equals("subscribe")) {
                return found(); // whatever shapes the reply
            }
            Flux.fromIterable(stored).subscribe((Subscriber<? super RawBsonDocument>) arguments[0]);
            return null;
        });
    }

    private Mono<Void> sending() {
        List<List<Bulk>> steps = WriteOrder.steps(graph.targetsFirst()).stream()
                .map(step -> step.stream().map(this::bulk).toList())
                .toList();
        return new BulkSender(new DocumentSource(new Database(database()), Town.codecs()), steps, false).send();
    }

    /** Documents to be inserted, unless the test says of houses that they are known. */
    private Bulk bulk(List<WriteGraph.Entry> entries) {
        Bulk inserts = inserts(entries);
        return inserts.type() == Town.HOUSE ? new Bulk(inserts.type(), entries, inserts.models(), known) : inserts;
    }

    /** A house whose version was read. */
    private static Bulk.Known known(int position, House house, @Nullable RawBsonDocument replacement) {
        ObjectId id = Objects.requireNonNull(house.id);
        return new Bulk.Known(position, new BsonObjectId(id), id, 0, replacement);
    }

    private static RawBsonDocument stored(House house, int version) {
        return RawBsonDocument.parse("{_id: {$oid: '" + house.id + "'}, v: " + version + "}");
    }

    private static Bulk inserts(List<WriteGraph.Entry> entries) {
        RawBsonDocument any = RawBsonDocument.parse("{}");
        return new Bulk(
                entries.get(0).type(),
                entries,
                entries.stream()
                        .<WriteModel<RawBsonDocument>>map(entry -> new InsertOneModel<>(any))
                        .toList(),
                List.of());
    }

    private static BulkWriteResult inserted(int documents) {
        return BulkWriteResult.acknowledged(documents, 0, 0, 0, List.of(), List.of());
    }

    /** The server stops at a document. */
    private static Mono<BulkWriteResult> refusal(int position) {
        return refusal(position, 121, "Document failed validation");
    }

    private static Mono<BulkWriteResult> duplicate(int position) {
        return refusal(position, 11000, "Duplicate key");
    }

    private static Mono<BulkWriteResult> refusal(int position, int code, String message) {
        return Mono.error(new MongoBulkWriteException(
                inserted(position),
                List.of(new BulkWriteError(code, message, new BsonDocument(), position)),
                null,
                new ServerAddress(),
                Set.of()));
    }

    private OperationException failure() {
        return catchThrowableOfType(OperationException.class, () -> sending().block());
    }

    private static WrittenDocument written(String type, ObjectId id) {
        return new WrittenDocument(type, id);
    }

    private WrittenDocument door() {
        return written("Town.Door", Objects.requireNonNull(house.door.get().id()));
    }

    private WrittenDocument lamp() {
        return written("Town.Lamp", Objects.requireNonNull(house.lamp.get().id()));
    }

    @Test
    void sendsTogetherWhatNeedsNoOrderAndTheRestAfterIt() {
        Sinks.One<BulkWriteResult> doors = Sinks.one();
        answers.put("doors", doors.asMono());

        StepVerifier.create(sending())
                .expectSubscription()
                .then(() -> assertThat(sent).containsExactlyInAnyOrder("doors", "lamps"))
                .then(() -> doors.tryEmitValue(inserted(1)))
                .verifyComplete();

        assertThat(sent).endsWith("houses").hasSize(3);
        assertThat(List.of(house.version, neighbour.version)).containsExactly(1L, 1L);
    }

    @Test
    void namesWhatWasWrittenBeforeTheServerStopped() {
        answers.put("houses", refusal(1));

        OperationException failure = failure();

        assertThat(failure).hasMessageContaining("Document failed validation");
        assertThat(failure.written())
                .containsExactlyInAnyOrder(door(), lamp(), written("Town.House", Objects.requireNonNull(neighbour.id)));
        assertThat(List.of(neighbour.version, house.version)).containsExactly(1L, 0L);
    }

    @Test
    void sendsNothingAfterAStepThatFailsButLetsItComeToItsEnd() {
        Sinks.One<BulkWriteResult> lamps = Sinks.one();
        answers.put("doors", refusal(0));
        answers.put("lamps", lamps.asMono());

        StepVerifier.create(sending())
                .expectSubscription()
                .then(() -> lamps.tryEmitValue(inserted(1)))
                .verifyErrorSatisfies(failure ->
                        assertThat(((OperationException) failure).written()).containsExactly(lamp()));

        assertThat(sent).containsExactlyInAnyOrder("doors", "lamps");
        assertThat(List.of(neighbour.version, house.version)).containsExactly(0L, 0L);
    }

    @Test
    void saysWhereItIsNotKnownWhatWasWritten() {
        answers.put("houses", Mono.error(new MongoSocketReadException("broken", new ServerAddress())));

        OperationException failure = failure();

        assertThat(failure).hasMessageContaining("It is not known whether this command has written its 2 Town.House.");
        assertThat(failure.written()).containsExactlyInAnyOrder(door(), lamp());
        assertThat(List.of(neighbour.version, house.version)).containsExactly(0L, 0L);
    }

    @Test
    void knowsThatNothingWasWrittenWhereNoServerWasFound() {
        answers.put("houses", Mono.error(new MongoTimeoutException("no server")));

        assertThat(failure()).hasMessageNotContaining("is not known");
    }

    @Test
    void takesADuplicateIdForAConflictWhereTheStoredVersionIsAnother() {
        known.addAll(List.of(known(0, neighbour, null), known(1, house, null)));
        answers.put("houses", duplicate(1));
        stored.addAll(List.of(stored(neighbour, 1), stored(house, 9)));

        VersionConflictException conflict = catchThrowableOfType(
                VersionConflictException.class, () -> sending().block());

        assertThat(conflict.conflicts()).containsExactly(new VersionConflictException.Conflict(house.id, 0, 9));
        assertThat(conflict.written()).contains(written("Town.House", Objects.requireNonNull(neighbour.id)));
        assertThat(List.of(neighbour.version, house.version)).containsExactly(1L, 0L);
    }

    @Test
    void takesADuplicateOfAnotherFieldForNoConflict() {
        known.addAll(List.of(known(0, neighbour, null), known(1, house, null)));
        answers.put("houses", duplicate(1));
        stored.addAll(List.of(stored(neighbour, 1), stored(house, 0)));

        assertThat(failure()).isExactlyInstanceOf(DuplicateKeyException.class).hasMessageContaining("Duplicate key");
    }

    @Test
    void namesWhatIsNotThereToBeReplaced() {
        known.addAll(List.of(known(0, neighbour, stored(neighbour, 1)), known(1, house, stored(house, 1))));
        answers.put("houses", Mono.just(BulkWriteResult.acknowledged(0, 1, 0, 1, List.of(), List.of())));
        stored.add(stored(neighbour, 1));

        DocumentNotFoundException missing = catchThrowableOfType(
                DocumentNotFoundException.class, () -> sending().block());

        assertThat(missing).hasMessageContaining("Town.House [" + house.id + "] is not in \"houses\"");
        assertThat(List.of(neighbour.version, house.version)).containsExactly(1L, 0L);
    }
}
