// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory that says, in errors, from which page it is. */
final class Source extends SimpleJavaFileObject {
    private final String page;
    private final String text;

    Source(String type, String page, String text) {
        super(URI.create("string:///com/example/" + type + ".java"), Kind.SOURCE);
        this.page = page;
        this.text = text;
    }

    /**
     * A source whose lines have the numbers that they have in their page.
     *
     * @param head what comes before them: in the first line, where no page has a block
     * @param line the number of the text's first line
     */
    static Source at(int line, String type, String page, String head, String text, String tail) {
        return new Source(type, page, "package com.example; " + head + "\n".repeat(line - 1) + text + tail);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public String getName() {
        return page;
    }
}
