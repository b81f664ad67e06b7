// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param page the page's path from the root of the repository
 * @param line the number of its first line, from 1, in the page
 * @param language what the fence says: {@code java}, {@code xml}, …
 * @param lines what is between the fences
 * @param marks the comments right before it: {@code from}, {@code does not compile}, … with what follows the colon
 */
record Snippet(String page, int line, String language, List<String> lines, Map<String, String> marks) {

    boolean isJava() {
        return language.equals("java");
    }

    boolean isModel() {
        return marks.containsKey("model");
    }

    /** What the compiler has to say of it, if it must not compile. */
    Optional<String> expectedError() {
        return Optional.ofNullable(marks.get("does not compile"));
    }

    /** The files or folders that it must be a piece of. */
    Optional<String> source() {
        return Optional.ofNullable(marks.get("from"));
    }

    /** Whether it is a file of a program of its own, which knows nothing of the guide's model. */
    boolean isFile() {
        return marks.containsKey("file");
    }

    String text() {
        return String.join("\n", lines);
    }

    String failure(String message) {
        return page + ":" + line + ": " + message;
    }
}
