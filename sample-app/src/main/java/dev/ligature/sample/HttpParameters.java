// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.query.PageRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/** What a request gives in its path and query. What is not valid is refused with a {@link HttpProblem}. */
final class HttpParameters {
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 200;

    private final HttpServerRequest request;
    private final QueryStringDecoder query;

    HttpParameters(HttpServerRequest request) {
        this.request = request;
        this.query = new QueryStringDecoder(request.uri());
    }

    /** Refuses parameters that mean nothing here. A misspelt one would otherwise be ignored. */
    void allowOnly(List<String> known) {
        for (String name : parameters().keySet()) {
            if (!known.contains(name)) {
                throw HttpProblem.badRequest("There is no parameter \"" + name + "\" here; there "
                        + (known.isEmpty() ? "are none" : "are: " + String.join(", ", known)));
            }
        }
    }

    /** A part of the path, decoded. A plus stays a plus, as in {@code g++}. */
    String pathPart(String name) {
        String part = Objects.requireNonNull(request.param(name), name);
        try {
            return new QueryStringDecoder(part).path();
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest("The path is not well encoded: " + part);
        }
    }

    /** A text, or null if none is given, or an empty one, as forms do. */
    @Nullable
    String text(String name) {
        String value = value(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** One of several texts, or the first one if none is given. */
    String oneOf(String name, List<String> choices) {
        String text = text(name);
        if (text == null) {
            return choices.get(0);
        }
        if (!choices.contains(text)) {
            throw HttpProblem.badRequest(
                    name + " must be one of " + String.join(", ", choices) + ", but is \"" + text + '"');
        }
        return text;
    }

    /** Whether something is wanted; false if it is not given. */
    boolean flag(String name) {
        return oneOf(name, List.of("false", "true")).equals("true");
    }

    /** The page that {@code size} and {@code after} name; the first page comes with the total. */
    PageRequest page() {
        PageRequest first = PageRequest.first(number("size", DEFAULT_SIZE, 1, LARGEST_SIZE));
        String token = text("after");
        return token == null ? first.withTotal() : first.after(token);
    }

    /** A number within bounds, or a default if none is given. */
    int number(String name, int byDefault, int from, int to) {
        String text = value(name);
        if (text == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as good as out of bounds
        }
        throw HttpProblem.badRequest(
                name + " must be a number from " + from + " to " + to + ", but is \"" + text + '"');
    }

    private @Nullable String value(String name) {
        List<String> values = parameters().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw HttpProblem.badRequest(name + " is given " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private Map<String, List<String>> parameters() {
        try {
            return query.parameters();
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest("The query is not well encoded");
        }
    }
}
