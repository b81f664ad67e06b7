// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.RequestContext;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

class CommandLogTest {
    private final CommandContext context = new CommandContext();
    private final CommandLog log = new CommandLog();

    @Test
    void countsByName() {
        send("{find: 'packages'}").inside(log);
        send("{aggregate: 'packages'}").inside(log);
        send("{find: 'sections'}").inside(log);

        assertThat(log.summary()).isEqualTo("3 commands (1 aggregate, 2 find)");
    }

    @Test
    void countsOneAndNone() {
        assertThat(log.summary()).isEqualTo("0 commands");
        send("{find: 'packages'}").inside(log);
        assertThat(log.summary()).isEqualTo("1 command (1 find)");
    }

    @Test
    void hasTheCommandsOfItsOwnRequestOnly() {
        send("{find: 'packages'}").inside(log);
        send("{find: 'sections'}").inside(new CommandLog());
        send("{find: 'sources'}").outside();

        assertThat(log.commands()).containsExactly("{\"find\": \"packages\"}");
    }

    @Test
    void leavesOutWhatTheDriverAdds() {
        send("{find: 'packages', filter: {_id: 'git'}, $db: 'sample', lsid: {id: 1}, $readPreference: {mode: 'primary'}}")
                .inside(log);

        assertThat(log.commands()).containsExactly("{\"find\": \"packages\", \"filter\": {\"_id\": \"git\"}}");
    }

    @Test
    void cutsWhatIsTooLongToRead() {
        send("{find: '" + "x".repeat(5_000) + "'}").inside(log);

        assertThat(log.commands()).singleElement().asString().hasSize(1_002).endsWith("xxx …");
    }

    private Sent send(String command) {
        return new Sent(BsonDocument.parse(command));
    }

    /** Sends a command as a client with the context would. */
    private final class Sent {
        private final Mono<Boolean> sent;

        Sent(BsonDocument command) {
            sent = new Mono<>() {
                @Override
                public void subscribe(CoreSubscriber<? super Boolean> subscriber) {
                    context.commandStarted(event(context.getContext(subscriber), command));
                    Mono.just(true).subscribe(subscriber);
                }
            };
        }

        void inside(CommandLog log) {
            log.watch(sent).block(Duration.ofSeconds(1));
        }

        void outside() {
            sent.block(Duration.ofSeconds(1));
        }
    }

    private static CommandStartedEvent event(RequestContext values, BsonDocument command) {
        ConnectionDescription connection =
                new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
        return new CommandStartedEvent(values, 1, 1, connection, "db", command.getFirstKey(), command);
    }
}
