// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import java.net.URI;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers with problems in WebFlux, for controllers and functional endpoints alike. It comes before Boot's handler, and
 * after the application's own {@code @ExceptionHandler} methods.
 */
final class ReactiveProblemHandler implements WebExceptionHandler, Ordered, ServerResponse.Context {
    /** Boot's own is -1. */
    private static final int ORDER = -2;

    private final ServerCodecConfigurer codecs;

    ReactiveProblemHandler(ServerCodecConfigurer codecs) {
        this.codecs = codecs;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return Problems.of(failure).map(problem -> answer(exchange, problem)).orElseGet(() -> Mono.error(failure));
    }

    private Mono<Void> answer(ServerWebExchange exchange, ProblemDetail problem) {
        problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        exchange.getResponse().getHeaders().remove("Content-Type"); // of the response that the handler had begun
        return ServerResponse.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem)
                .flatMap(response -> response.writeTo(exchange, this));
    }

    @Override
    public List<HttpMessageWriter<?>> messageWriters() {
        return codecs.getWriters();
    }

    @Override
    public List<ViewResolver> viewResolvers() {
        return List.of();
    }
}
