package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class CommandCounterTest {
    private final CommandCounter counter = new CommandCounter();

    @Test
    void countsByName() {
        start("find");
        start("aggregate");
        start("find");

        assertThat(counter.drain()).isEqualTo("3 commands (1 aggregate, 2 find)");
    }

    @Test
    void startsAnewEachTime() {
        start("find");
        assertThat(counter.drain()).isEqualTo("1 command (1 find)");
        assertThat(counter.drain()).isEqualTo("0 commands");
    }

    private void start(String command) {
        ConnectionDescription connection =
                new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
        counter.commandStarted(new CommandStartedEvent(null, 1, 1, connection, "db", command, new BsonDocument()));
    }
}
