// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Why a request has no answer: a status, and the reason in a sentence for the client. */
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    HttpProblem(HttpResponseStatus status, String detail) {
        super(detail);
        this.status = status.code();
        this.detail = detail;
    }

    static HttpProblem badRequest(String detail) {
        return new HttpProblem(HttpResponseStatus.BAD_REQUEST, detail);
    }

    HttpResponseStatus status() {
        return HttpResponseStatus.valueOf(status);
    }

    String detail() {
        return detail;
    }

    /** The problem as JSON, in the form of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>. */
    BsonDocument json() {
        return new BsonDocument("title", new BsonString(status().reasonPhrase()))
                .append("status", new BsonInt32(status))
                .append("detail", new BsonString(detail));
    }
}
