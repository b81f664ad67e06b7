// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** An answer: text of a media type, in UTF-8. */
record HttpAnswer(HttpResponseStatus status, String type, String text, Map<String, String> headers) {
    private static final JsonWriterSettings SETTINGS = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .indent(true)
            .build();

    /** Everything that a page loads comes from here, so anything that is smuggled into a page does nothing. */
    private static final String ONLY_FROM_HERE =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static HttpAnswer json(BsonDocument json) {
        return new HttpAnswer(HttpResponseStatus.OK, MediaTypes.JSON, json.toJson(SETTINGS) + "\n", Map.of());
    }

    static HttpAnswer problem(HttpProblem problem) {
        return new HttpAnswer(
                problem.status(), MediaTypes.PROBLEM, problem.json().toJson(SETTINGS) + "\n", Map.of());
    }

    static HttpAnswer html(HttpResponseStatus status, String html) {
        return new HttpAnswer(status, MediaTypes.HTML, html, Map.of())
                .with(HttpHeaderNames.CONTENT_SECURITY_POLICY, ONLY_FROM_HERE);
    }

    HttpAnswer with(CharSequence header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header.toString(), value);
        return new HttpAnswer(status, type, text, more);
    }

    /** The same answer or, if the client has it already and names its tag, one that says that it has not changed. */
    HttpAnswer unlessKnown(@Nullable String tag) {
        return tag != null && tag.equals(headers.get(HttpHeaderNames.ETAG.toString()))
                ? new HttpAnswer(HttpResponseStatus.NOT_MODIFIED, type, "", headers)
                : this;
    }

    Mono<Void> send(HttpServerResponse response) {
        headers.forEach(response::header);
        response.status(status).header("X-Content-Type-Options", "nosniff");
        return status.equals(HttpResponseStatus.NOT_MODIFIED)
                ? response.send()
                : response.header(HttpHeaderNames.CONTENT_TYPE, type + "; charset=utf-8")
                        .sendString(Mono.just(text))
                        .then();
    }
}
