// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A resource.
 *
 * @param path the path, with the names of its variable parts in braces
 * @param parameters the parameters that the query may have
 * @param json answers programs
 * @param page answers people, if there is a page for them
 */
record HttpRoute(
        String path,
        List<String> parameters,
        Function<HttpParameters, Mono<HttpAnswer>> json,
        @Nullable Function<HttpParameters, Mono<HttpAnswer>> page) {

    /** The media types in which it answers; the first one unless a client asks for another. */
    List<String> types() {
        return page == null ? List.of(MediaTypes.JSON) : List.of(MediaTypes.JSON, MediaTypes.HTML);
    }

    Mono<HttpAnswer> answer(String type, HttpParameters request) {
        request.allowOnly(parameters);
        return page != null && type.equals(MediaTypes.HTML) ? page.apply(request) : json.apply(request);
    }

    /** Path and parameters as a URI template. */
    String template() {
        return parameters.isEmpty() ? path : path + "{?" + String.join(",", parameters) + "}";
    }
}
