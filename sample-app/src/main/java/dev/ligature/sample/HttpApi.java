package dev.ligature.sample;

import dev.ligature.OperationException;
import dev.ligature.sample.HttpParameters.BadRequestException;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.util.Logger;
import reactor.util.Loggers;

/** The questions over HTTP. Nothing here blocks: an answer is written when the database has given it. */
final class HttpApi {
    private static final Logger LOG = Loggers.getLogger(HttpApi.class);
    private static final int DEFAULT_DEPTH = 1;
    private static final int DEEPEST = 4;

    private static final String PACKAGE = "/packages/{name}";
    private static final String REQUIRED_BY = "/packages/{name}/required-by";
    private static final String PACKAGES = "/packages";
    private static final List<String> ROUTES =
            List.of(PACKAGE + "?depth=2", REQUIRED_BY, PACKAGES + "?section=net&dependsOnSection=python&page=2");

    private final PackageService packages;

    HttpApi(PackageService packages) {
        this.packages = packages;
    }

    /** Starts to listen; 0 takes any port that is free. */
    Mono<? extends DisposableServer> start(int port) {
        return HttpServer.create().port(port).route(this::routes).bind();
    }

    private void routes(HttpServerRoutes routes) {
        routes.get(PACKAGE, answer(this::find))
                .get(REQUIRED_BY, answer(this::requiredBy))
                .get(PACKAGES, answer(this::page))
                .get("/", answer(parameters -> Mono.just(HttpAnswer.ok(PackageJson.routes(ROUTES)))))
                .route(request -> true, (request, response) -> unknown(request).send(response));
    }

    private Mono<HttpAnswer> find(HttpParameters parameters) {
        String name = parameters.pathPart("name");
        int depth = parameters.number("depth", DEFAULT_DEPTH, 0, DEEPEST);
        return packages.withDependencies(name, depth)
                .map(found -> HttpAnswer.ok(PackageJson.of(found, depth)))
                .defaultIfEmpty(noPackage(name));
    }

    private Mono<HttpAnswer> requiredBy(HttpParameters parameters) {
        String name = parameters.pathPart("name");
        return packages.withRequiredBy(name)
                .map(found -> HttpAnswer.ok(PackageJson.requiredBy(found)))
                .defaultIfEmpty(noPackage(name));
    }

    private Mono<HttpAnswer> page(HttpParameters parameters) {
        PackageQuery query = new PackageQuery(parameters.text("section"), parameters.text("dependsOnSection"));
        int number = parameters.number("page", 1, 1, PackagePage.LAST);
        return packages.readPage(query, number).map(page -> HttpAnswer.ok(PackageJson.of(page)));
    }

    private static HttpAnswer noPackage(String name) {
        return HttpAnswer.error(HttpResponseStatus.NOT_FOUND, "There is no package " + name);
    }

    private static HttpAnswer unknown(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                ? HttpAnswer.error(HttpResponseStatus.NOT_FOUND, "There is nothing here; GET / lists what there is")
                : HttpAnswer.error(HttpResponseStatus.METHOD_NOT_ALLOWED, "There is only GET here");
    }

    private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer(
            Function<HttpParameters, Mono<HttpAnswer>> route) {
        return (request, response) -> Mono.defer(() -> route.apply(new HttpParameters(request)))
                .onErrorResume(failure -> Mono.just(failed(request, failure)))
                .flatMap(answer -> answer.send(response));
    }

    private static HttpAnswer failed(HttpServerRequest request, Throwable failure) {
        if (failure instanceof BadRequestException) {
            return HttpAnswer.error(HttpResponseStatus.BAD_REQUEST, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof OperationException) {
            LOG.warn("{} {}: {}", request.method(), request.uri(), failure.getMessage());
            return HttpAnswer.error(
                    HttpResponseStatus.SERVICE_UNAVAILABLE, "The database does not answer; the log says why");
        }
        LOG.error("{} {} failed", request.method(), request.uri(), failure);
        return HttpAnswer.error(HttpResponseStatus.INTERNAL_SERVER_ERROR, "This should not happen; the log says why");
    }
}
