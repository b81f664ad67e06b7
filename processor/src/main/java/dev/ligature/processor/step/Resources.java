// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes files beside the classes. */
final class Resources {
    private Resources() {}

    /** Writes a text in UTF-8, whatever the compiler's encoding is. */
    static void write(Filer filer, String path, String text, Element... origins) throws IOException {
        try (OutputStream stream = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origins)
                .openOutputStream()) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
