// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.InvalidPageTokenException;
import dev.ligature.OperationException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Answers questions over HTTP, as JSON for programs and as pages for people. Nothing here blocks: an answer is written
 * when the database has given it.
 */
final class HttpApi {
    private static final Logger LOG = Loggers.getLogger(HttpApi.class);
    private static final List<String> OF_ERRORS = List.of(MediaTypes.PROBLEM, MediaTypes.HTML);

    private final WebFiles files = WebFiles.read();
    private final List<HttpRoute> routes;
    private final Supplier<Optional<String>> waiting;

    /**
     * Creates an API that does not listen yet.
     *
     * @param waiting what the API is waiting for before it can answer; empty if it can
     */
    HttpApi(PackageService packages, Supplier<Optional<String>> waiting) {
        this.routes = new PackageRoutes(packages, files).all();
        this.waiting = waiting;
    }

    /** The resources. */
    List<HttpRoute> routes() {
        return routes;
    }

    /** Starts to listen; 0 means any free port. */
    Mono<? extends DisposableServer> start(int port) {
        return HttpServer.create().port(port).route(this::register).bind();
    }

    private void register(HttpServerRoutes server) {
        routes.forEach(route -> register(server, route.path(), request -> answer(route, request)));
        register(server, "/assets/{file}", this::asset);
        server.route(request -> true, handler(HttpApi::unknown));
    }

    private void register(HttpServerRoutes server, String path, Function<HttpServerRequest, Mono<HttpAnswer>> answer) {
        server.get(path, handler(answer)).head(path, handler(answer));
    }

    private BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler(
            Function<HttpServerRequest, Mono<HttpAnswer>> answer) {
        return (request, response) -> Mono.defer(() -> answer.apply(request))
                .onErrorResume(failure -> Mono.just(failed(request, failure)))
                .flatMap(found -> found.send(response));
    }

    private Mono<HttpAnswer> answer(HttpRoute route, HttpServerRequest request) {
        waiting.get().ifPresent(reason -> {
            throw new HttpProblem(HttpResponseStatus.SERVICE_UNAVAILABLE, reason);
        });
        String type = MediaTypes.best(accepted(request), route.types())
                .orElseThrow(() -> new HttpProblem(
                        HttpResponseStatus.NOT_ACCEPTABLE,
                        "Only " + String.join(" and ", route.types()) + " can be answered here"));
        return route.answer(type, new HttpParameters(request))
                .map(answer -> answer.with(HttpHeaderNames.VARY, "Accept"));
    }

    private static List<String> accepted(HttpServerRequest request) {
        return request.requestHeaders().getAll(HttpHeaderNames.ACCEPT);
    }

    private Mono<HttpAnswer> asset(HttpServerRequest request) {
        HttpAnswer asset =
                files.asset(new HttpParameters(request).pathPart("file")).orElseThrow(HttpApi::nothingHere);
        return Mono.just(asset.unlessKnown(request.requestHeaders().get(HttpHeaderNames.IF_NONE_MATCH)));
    }

    private static Mono<HttpAnswer> unknown(HttpServerRequest request) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return Mono.error(
                reads
                        ? nothingHere()
                        : new HttpProblem(
                                HttpResponseStatus.METHOD_NOT_ALLOWED, "This path answers only GET and HEAD"));
    }

    private static HttpProblem nothingHere() {
        return new HttpProblem(HttpResponseStatus.NOT_FOUND, "There is nothing here; GET / lists what there is");
    }

    private HttpAnswer failed(HttpServerRequest request, Throwable failure) {
        HttpProblem problem = problem(request, failure);
        boolean isForPeople = MediaTypes.best(accepted(request), OF_ERRORS)
                .filter(MediaTypes.HTML::equals)
                .isPresent();
        HttpAnswer answer = isForPeople ? files.error(problem) : HttpAnswer.problem(problem);
        return switch (problem.status().code()) {
            case 405 -> answer.with(HttpHeaderNames.ALLOW, "GET, HEAD");
            case 503 -> answer.with(HttpHeaderNames.RETRY_AFTER, "1").with("Refresh", "1");
            default -> answer.with(HttpHeaderNames.VARY, "Accept");
        };
    }

    private static HttpProblem problem(HttpServerRequest request, Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            return problem;
        }
        if (failure instanceof InvalidPageTokenException token) {
            return HttpProblem.badRequest("after is not valid: " + token.getMessage());
        }
        if (failure instanceof OperationException) {
            LOG.warn("{} {}: {}", request.method(), request.uri(), failure.getMessage());
            return new HttpProblem(
                    HttpResponseStatus.SERVICE_UNAVAILABLE, "The database does not answer; the log says why");
        }
        LOG.error("{} {} failed", request.method(), request.uri(), failure);
        return new HttpProblem(HttpResponseStatus.INTERNAL_SERVER_ERROR, "This should not happen; the log says why");
    }
}
