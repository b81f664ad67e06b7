// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of the web pages, read once. */
final class WebFiles {
    /** What the pages load. */
    static final List<String> ASSETS = List.of(
            "answers.js",
            "details.js",
            "drawing.js",
            "elements.js",
            "icon.svg",
            "list.js",
            "missing.js",
            "packages.js",
            "required-by.js",
            "style.css",
            "tree.js");

    private static final List<String> PAGES =
            List.of("details.html", "error.html", "missing.html", "packages.html", "required-by.html");

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private final Map<String, String> pages = new HashMap<>();
    private final Map<String, HttpAnswer> assets = new HashMap<>();
    private final HttpAnswer description;

    private WebFiles() {
        PAGES.forEach(name -> pages.put(name, read(name)));
        ASSETS.forEach(name -> assets.put(name, asset(name, read("assets/" + name))));
        description = new HttpAnswer(HttpResponseStatus.OK, MediaTypes.JSON, read("openapi.json"), Map.of());
    }

    /** Reads them from the class path. */
    static WebFiles read() {
        return new WebFiles();
    }

    private static String read(String name) {
        try (InputStream stream = Objects.requireNonNull(WebFiles.class.getResourceAsStream("/web/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that a browser keeps. It asks each time whether the file has changed. */
    private static HttpAnswer asset(String name, String text) {
        String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
        return new HttpAnswer(HttpResponseStatus.OK, type, text, Map.of())
                .with(HttpHeaderNames.ETAG, '"' + Integer.toHexString(text.hashCode()) + '"')
                .with(HttpHeaderNames.CACHE_CONTROL, "no-cache");
    }

    /** A file that pages load, by its name. */
    Optional<HttpAnswer> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The description of the API. */
    HttpAnswer description() {
        return description;
    }

    /** A page. */
    HttpAnswer page(String name) {
        return page(HttpResponseStatus.OK, name, "");
    }

    /** A page about a package. */
    HttpAnswer page(HttpResponseStatus status, String name, String packageName) {
        return HttpAnswer.html(status, text(name).replace("{name}", escaped(packageName)));
    }

    /** A page that says why there is nothing to see. */
    HttpAnswer error(HttpProblem problem) {
        return HttpAnswer.html(
                problem.status(),
                text("error.html")
                        .replace("{title}", escaped(problem.status().toString()))
                        .replace("{detail}", escaped(problem.detail())));
    }

    private String text(String name) {
        return Objects.requireNonNull(pages.get(name), name);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
