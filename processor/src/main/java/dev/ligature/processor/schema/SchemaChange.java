// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.validate.Message;
import java.util.List;

/**
 * A change that old data or an older service cannot live with.
 *
 * @param document the binary name of the document's class
 * @param way the Java names of the members from the document on; empty for the document itself
 * @param arguments those of the message, between the place and the place that accepts the change
 */
public record SchemaChange(String document, List<String> way, Message message, List<String> arguments) {
    public SchemaChange {
        way = List.copyOf(way);
        arguments = List.copyOf(arguments);
    }

    /** {@code House.address.city}: how messages name it, and how it is accepted. */
    public String place() {
        String name = DocumentSchema.displayName(document);
        return way.isEmpty() ? name : name + "." + String.join(".", way);
    }
}
