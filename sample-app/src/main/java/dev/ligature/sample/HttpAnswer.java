package dev.ligature.sample;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** An answer in JSON. */
record HttpAnswer(HttpResponseStatus status, String json) {
    static HttpAnswer ok(String json) {
        return new HttpAnswer(HttpResponseStatus.OK, json);
    }

    static HttpAnswer error(HttpResponseStatus status, String reason) {
        return new HttpAnswer(status, PackageJson.error(reason));
    }

    Mono<Void> send(HttpServerResponse response) {
        return response.status(status)
                .header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .sendString(Mono.just(json + "\n"))
                .then();
    }
}
