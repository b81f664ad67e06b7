// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.DoorRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** A program that reads all doors, one {@code request(1)} after the other. Another JVM runs it, with little memory. */
final class SlowReader extends BaseSubscriber<Door> {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch end = new CountDownLatch(1);
    private int documents;

    private SlowReader() {}

    /** Runs it; returns what it prints. */
    static String runIn64Megabytes(String address, String database) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowReader.class.getName(),
                        address,
                        database))
                .redirectErrorStream(true)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return printed.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Takes the address of the server and the name of the database. */
    public static void main(String[] arguments) throws InterruptedException {
        try (MongoClient client = MongoClients.create(arguments[0])) {
            SlowReader reader = new SlowReader();
            new DoorRepository(client.getDatabase(arguments[1])).find().all().subscribe(reader);
            boolean ended = reader.end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            System.out.println(ended ? "read " + reader.documents : "still reading after " + reader.documents);
        }
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(1);
    }

    @Override
    protected void hookOnNext(Door door) {
        documents++;
        request(1);
    }

    @Override
    protected void hookOnError(Throwable failure) {
        failure.printStackTrace(System.out);
        end.countDown();
    }

    @Override
    protected void hookOnComplete() {
        end.countDown();
    }
}
