package dev.ligature.sample;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/** What a request names in its path and query; what is no good is refused with a {@link BadRequestException}. */
final class HttpParameters {
    private final HttpServerRequest request;
    private final QueryStringDecoder query;

    HttpParameters(HttpServerRequest request) {
        this.request = request;
        this.query = new QueryStringDecoder(request.uri());
    }

    /** A request that cannot be answered as it is; the message says why. */
    static final class BadRequestException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadRequestException(String reason) {
            super(reason);
        }
    }

    /** A part of the path, decoded: a plus stays one, as in {@code g++}. */
    String pathPart(String name) {
        String part = Objects.requireNonNull(request.param(name), name);
        try {
            return new QueryStringDecoder(part).path();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The path is not well encoded: " + part);
        }
    }

    /** A text, or null where none is given. */
    @Nullable
    String text(String name) {
        List<String> values = values(name);
        if (values.size() > 1) {
            throw new BadRequestException(name + " is given " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** A number within bounds, or a default where none is given. */
    int number(String name, int byDefault, int from, int to) {
        String text = text(name);
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
        throw new BadRequestException(
                name + " must be a number from " + from + " to " + to + ", but is \"" + text + '"');
    }

    private List<String> values(String name) {
        try {
            return query.parameters().getOrDefault(name, List.of());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The query is not well encoded");
        }
    }
}
