// SPDX-License-Identifier: Apache-2.0
package dev.ligature.integration;

import com.mongodb.RequestContext;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What goes with a command to the driver's listeners. */
final class OperationContext implements RequestContext {
    private final Map<Object, Object> values = new ConcurrentHashMap<>(2);

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the driver declares it
    public <T> T get(Object key) {
        Object value = values.get(key);
        if (value == null) {
            throw new NoSuchElementException("no value of " + key);
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
