package dev.ligature.spring.test;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;

/** Drops the database of a test when its application context is closed. */
final class DroppedDatabase implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MongoDatabase database;

    DroppedDatabase(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public void destroy() {
        Mono.from(database.drop()).block(PATIENCE);
    }
}
