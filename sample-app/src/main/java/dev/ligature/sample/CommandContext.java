package dev.ligature.sample;

import com.mongodb.MongoClientSettings;
import com.mongodb.RequestContext;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;

/**
 * Leads each command of a client to the {@link CommandLog} of the request for which it is sent: as the driver's context provider it
 * takes the log out of the Reactor context, as its listener it gets it back with each command.
 */
final class CommandContext implements ReactiveContextProvider, CommandListener {
    /** For a client of these settings. */
    static void addTo(MongoClientSettings.Builder settings) {
        CommandContext context = new CommandContext();
        settings.contextProvider(context).addCommandListener(context);
    }

    @Override
    public @Nullable RequestContext getContext(Subscriber<?> subscriber) {
        if (!(subscriber instanceof CoreSubscriber<?> core)) {
            return null;
        }
        return core.currentContext()
                .<CommandLog>getOrEmpty(CommandLog.class)
                .map(log -> {
                    RequestContext values = new Values();
                    values.put(CommandLog.class, log);
                    return values;
                })
                .orElse(null);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        RequestContext values = event.getRequestContext();
        if (values != null) {
            values.get(CommandLog.class).add(event);
        }
    }

    /** What the driver carries from a subscriber to the listeners. */
    private static final class Values implements RequestContext {
        private final Map<Object, Object> values = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the driver has it
        public <T> T get(Object key) {
            Object value = values.get(key);
            if (value == null) {
                throw new NoSuchElementException("no value for " + key);
            }
            return (T) value;
        }

        @Override
        public boolean hasKey(Object key) {
            return values.containsKey(key);
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public void put(Object key, Object value) {
            values.put(key, value);
        }

        @Override
        public void delete(Object key) {
            values.remove(key);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public Stream<Map.Entry<Object, Object>> stream() {
            return values.entrySet().stream();
        }
    }
}
