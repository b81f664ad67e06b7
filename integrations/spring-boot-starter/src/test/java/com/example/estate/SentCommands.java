// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The commands that an application's client sends, and the replies, in order. */
class SentCommands implements MongoClientSettingsBuilderCustomizer, CommandListener {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Map<String, Sinks.Empty<Void>> sending = new ConcurrentHashMap<>();

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.addCommandListener(this);
    }

    void clear() {
        events.clear();
        sending.clear();
    }

    List<String> events() {
        return events;
    }

    /** Completes just before the next such command is sent, on the thread that sends it. */
    Mono<Void> sending(String command) {
        return sending.computeIfAbsent(command, name -> Sinks.empty()).asMono();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        events.add(event.getCommandName());
        Sinks.Empty<Void> waiting = sending.remove(event.getCommandName());
        if (waiting != null) {
            waiting.tryEmitEmpty();
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        events.add("reply to " + event.getCommandName());
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        events.add("failure of " + event.getCommandName());
    }
}
